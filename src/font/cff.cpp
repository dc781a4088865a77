#include "font/cff.hpp"

#include <algorithm>

namespace banxin::font {
namespace {

constexpr int standard_strings = 391;  // appendix A
enum Operator : unsigned { charset_operator = 15, char_strings_operator = 17, ros_operator = 0x0c1e };

/// An INDEX: count (2 bytes), offset size (1), offsets that count from 1, data (section 5).
struct Index {
  const Table& cff;
  std::size_t at, count, offset_size;

  Index(const Table& table, std::size_t where)
      : cff(table), at(where), count(table.u16(where)), offset_size(count == 0 ? 0 : table.u8(where + 2)) {}
  /// Where entry `i` begins; `i` = count gives the end of the last.
  [[nodiscard]] std::size_t begin(std::size_t i) const {
    std::size_t offset = 0;
    for (std::size_t k = 0; k < offset_size; ++k) offset = offset << 8 | cff.u8(at + 3 + i * offset_size + k);
    return at + 2 + (count + 1) * offset_size + offset;
  }
  [[nodiscard]] std::size_t end() const { return count == 0 ? at + 2 : begin(count); }
  [[nodiscard]] std::string text(std::size_t i) const {
    if (i >= count) return {};
    const std::size_t from = begin(i), to = begin(i + 1);
    return from <= to && to <= cff.size() ? std::string(cff.bytes().substr(from, to - from)) : std::string();
  }
};

}  // namespace

CffNames::CffNames(const Table& cff) : cff_(cff) {
  const Index names(cff, cff.u8(2));
  const Index dicts(cff, names.end());
  const Index strings(cff, dicts.end());
  const auto string = [&](int id) {
    return id < standard_strings ? std::string() : strings.text(static_cast<std::size_t>(id - standard_strings));
  };
  if (dicts.count == 0) return;
  std::vector<int> operands;  // section 4
  const std::size_t end = std::min(dicts.begin(1), cff.size());
  for (std::size_t at = dicts.begin(0); at < end;) {
    const unsigned byte = cff.u8(at++);
    if (byte >= 32 && byte <= 246) {
      operands.push_back(static_cast<int>(byte) - 139);
    } else if (byte >= 247 && byte <= 250) {
      operands.push_back((static_cast<int>(byte) - 247) * 256 + cff.u8(at++) + 108);
    } else if (byte >= 251 && byte <= 254) {
      operands.push_back(-(static_cast<int>(byte) - 251) * 256 - cff.u8(at++) - 108);
    } else if (byte == 28) {
      operands.push_back(cff.i16(at));
      at += 2;
    } else if (byte == 29) {
      operands.push_back(static_cast<int>(cff.u32(at)));
      at += 4;
    } else if (byte == 30) {  // a real number: nibbles up to 0xf; none of the values read here is one
      while (at < end && (cff.u8(at) & 0x0f) != 0x0f && cff.u8(at) >> 4 != 0x0f) ++at;
      ++at;
      operands.push_back(0);
    } else {
      const unsigned op = byte == 12 ? 0x0c00U | cff.u8(at++) : byte;
      if (op == ros_operator && operands.size() >= 3) {
        cid_keyed_ = true;
        registry_ = string(operands[0]);
        ordering_ = string(operands[1]);
        supplement_ = operands[2];
      } else if (op == charset_operator && !operands.empty()) {
        charset_at_ = static_cast<std::size_t>(std::max(0, operands.back()));
      } else if (op == char_strings_operator && !operands.empty()) {
        glyph_count_ = cff.u16(static_cast<std::size_t>(std::max(0, operands.back())));
      }
      operands.clear();
    }
  }
}

std::vector<std::uint16_t> CffNames::charset() const {
  std::vector<std::uint16_t> names;
  if (charset_at_ <= 2 || charset_at_ >= cff_.size() || glyph_count_ == 0) return names;  // 0..2 are predefined
  names.reserve(glyph_count_);
  names.push_back(0);  // the charset omits .notdef
  const unsigned format = cff_.u8(charset_at_);
  for (std::size_t at = charset_at_ + 1; names.size() < glyph_count_ && at < cff_.size();) {
    const unsigned first = cff_.u16(at);
    const unsigned more = format == 0 ? 0U : format == 1 ? cff_.u8(at + 2) : cff_.u16(at + 2);
    at += format == 0 ? 2 : format == 1 ? 3 : 4;
    for (unsigned k = 0; k <= more && names.size() < glyph_count_; ++k) {
      names.push_back(static_cast<std::uint16_t>(first + k));
    }
  }
  return names;
}

}  // namespace banxin::font
