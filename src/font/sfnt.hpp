// Reads big-endian numbers from the tables of an OpenType font, with bounds checks.
#pragma once

#include <hb.h>

#include <cstdint>
#include <string_view>

namespace banxin::font {

/// One table of a face, referenced as long as the object exists. Reads outside the table give 0.
class Table {
 public:
  Table(hb_face_t* face, hb_tag_t tag) : Table(hb_face_reference_table(face, tag)) {}
  /// Takes over the reference.
  explicit Table(hb_blob_t* blob) : blob_(blob) {
    unsigned length = 0;
    const char* data = hb_blob_get_data(blob_, &length);
    bytes_ = {data, data == nullptr ? 0 : length};
  }
  ~Table() { hb_blob_destroy(blob_); }
  Table(const Table&) = delete;
  Table& operator=(const Table&) = delete;

  [[nodiscard]] bool empty() const { return bytes_.empty(); }
  [[nodiscard]] std::size_t size() const { return bytes_.size(); }
  [[nodiscard]] std::string_view bytes() const { return bytes_; }
  [[nodiscard]] std::uint8_t u8(std::size_t at) const {
    return at < bytes_.size() ? static_cast<std::uint8_t>(bytes_[at]) : std::uint8_t{0};
  }
  [[nodiscard]] std::uint16_t u16(std::size_t at) const { return static_cast<std::uint16_t>(u8(at) << 8 | u8(at + 1)); }
  [[nodiscard]] std::int16_t i16(std::size_t at) const { return static_cast<std::int16_t>(u16(at)); }
  [[nodiscard]] std::uint32_t u32(std::size_t at) const {
    return static_cast<std::uint32_t>(u16(at)) << 16 | u16(at + 2);
  }

 private:
  hb_blob_t* blob_;
  std::string_view bytes_;
};

}  // namespace banxin::font
