#include "image/jpeg.hpp"

#include <cstddef>
#include <cstdio>

#include <jerror.h>
#include <jpeglib.h>

#include <algorithm>
#include <array>
#include <csetjmp>
#include <map>
#include <vector>

#include "image/exif.hpp"

namespace banxin::image {

namespace {

using namespace std::literals;

constexpr std::string_view exif_mark = "Exif\0\0"sv;
constexpr std::string_view profile_mark = "ICC_PROFILE\0"sv;  // ICC.1:2010, B.4
constexpr unsigned longest_marker = 0xFFFF;

/// libjpeg reports errors by longjmp, which skips destructors: in functions that call it, objects with destructors are
/// members of this class.
class JpegReader {
 public:
  JpegReader(std::string_view bytes, const Limits& limits) : bytes_(bytes), limits_(limits) {
    jpeg_.err = jpeg_std_error(&errors_);
    jpeg_.client_data = this;
    errors_.error_exit = [](j_common_ptr jpeg) {
      auto* self = static_cast<JpegReader*>(jpeg->client_data);
      jpeg->err->format_message(jpeg, self->fault_.data());
      std::longjmp(self->leave_, 1);
    };
    // For damaged data libjpeg only warns and fills with grey; here it is an error.
    errors_.emit_message = [](j_common_ptr jpeg, int level) {
      if (level < 0 && jpeg->err->msg_code != JWRN_EXTRANEOUS_DATA && jpeg->err->msg_code != JWRN_ADOBE_XFORM) {
        jpeg->err->error_exit(jpeg);
      }
    };
    progress_.progress_monitor = [](j_common_ptr jpeg) {
      auto* self = static_cast<JpegReader*>(jpeg->client_data);
      if (self->jpeg_.input_scan_number > self->limits_.scans) self->fail("it has too many scans");
    };
  }
  ~JpegReader() { jpeg_destroy_decompress(&jpeg_); }
  JpegReader(const JpegReader&) = delete;
  JpegReader& operator=(const JpegReader&) = delete;

  Decoded read(JpegUse use) {
    if (!read_header()) return DecodeError{Damaged{fault_.data()}};
    image_.width = jpeg_.image_width;
    image_.height = jpeg_.image_height;
    switch (jpeg_.jpeg_color_space) {
      case JCS_GRAYSCALE: image_.space = ColorSpace::grey; break;
      case JCS_RGB:
      case JCS_YCbCr: image_.space = ColorSpace::rgb; break;
      case JCS_CMYK:
      case JCS_YCCK: image_.space = ColorSpace::cmyk; break;
      default: return DecodeError{Unsupported{"its color space is not supported", "save it as an RGB picture"}};
    }
    // A progressive file holds all of its coefficients, two bytes each, until the last scan.
    const std::uint64_t sample = jpeg_.progressive_mode ? 3 : 1;
    if (!within(limits_, image_.width, image_.height, sample * static_cast<std::uint64_t>(image_.channels()))) {
      return DecodeError{TooLarge{image_.width, image_.height}};
    }
    image_.jpeg_transformed = jpeg_.jpeg_color_space == JCS_YCbCr || jpeg_.jpeg_color_space == JCS_YCCK;
    image_.inverted = image_.space == ColorSpace::cmyk && jpeg_.saw_Adobe_marker;
    // Decoded row by row: a file that is kept needs no memory for all rows.
    const bool keep_samples = use == JpegUse::samples || jpeg_.arith_code;
    row_.resize(std::size_t{image_.width} * static_cast<std::size_t>(image_.channels()));
    if (keep_samples) image_.samples.resize(row_.size() * image_.height);
    if (!read_rows()) return DecodeError{Damaged{fault_.data()}};
    take_metadata();  // before the end, which frees the markers
    if (!read_end()) return DecodeError{Damaged{fault_.data()}};
    if (!keep_samples) keep_file();
    return std::move(image_);
  }

 private:
  [[noreturn]] void fail(const char* reason) {
    std::snprintf(fault_.data(), fault_.size(), "%s", reason);
    std::longjmp(leave_, 1);
  }

  bool read_header() {
    if (setjmp(leave_)) return false;
    jpeg_create_decompress(&jpeg_);
    jpeg_.client_data = this;
    jpeg_.progress = &progress_;
    jpeg_.mem->max_memory_to_use = static_cast<long>(limits_.bytes);
    jpeg_mem_src(&jpeg_, reinterpret_cast<const unsigned char*>(bytes_.data()), bytes_.size());
    jpeg_save_markers(&jpeg_, JPEG_APP0 + 1, longest_marker);
    jpeg_save_markers(&jpeg_, JPEG_APP0 + 2, longest_marker);
    return jpeg_read_header(&jpeg_, TRUE) == JPEG_HEADER_OK;
  }

  bool read_rows() {
    if (setjmp(leave_)) return false;
    if (jpeg_.jpeg_color_space == JCS_YCCK) jpeg_.out_color_space = JCS_CMYK;
    if (jpeg_.jpeg_color_space == JCS_YCbCr) jpeg_.out_color_space = JCS_RGB;
    jpeg_start_decompress(&jpeg_);
    while (jpeg_.output_scanline < jpeg_.output_height) {
      JSAMPROW row = image_.samples.empty()
                         ? row_.data()
                         : reinterpret_cast<JSAMPROW>(image_.samples.data() + row_.size() * jpeg_.output_scanline);
      jpeg_read_scanlines(&jpeg_, &row, 1);
    }
    return true;
  }

  bool read_end() {
    if (setjmp(leave_)) return false;
    jpeg_finish_decompress(&jpeg_);
    used_ = bytes_.size() - jpeg_.src->bytes_in_buffer;
    return true;
  }

  void take_metadata() {
    if (jpeg_.saw_JFIF_marker && jpeg_.density_unit > 0) {
      const double inch = jpeg_.density_unit == 1 ? 1 : 2.54;
      image_.pixels_per_inch_x = jpeg_.X_density * inch;
      image_.pixels_per_inch_y = jpeg_.Y_density * inch;
    }
    std::map<unsigned char, std::string_view> parts;
    unsigned count = 0;
    for (jpeg_saved_marker_ptr marker = jpeg_.marker_list; marker; marker = marker->next) {
      const std::string_view data(reinterpret_cast<const char*>(marker->data), marker->data_length);
      if (data.starts_with(exif_mark)) apply_exif(data.substr(exif_mark.size()), image_);
      if (data.starts_with(profile_mark) && data.size() > profile_mark.size() + 2) {
        parts.emplace(static_cast<unsigned char>(data[profile_mark.size()]), data.substr(profile_mark.size() + 2));
        count = static_cast<unsigned char>(data[profile_mark.size() + 1]);
      }
    }
    // Numbered from 1 to their count, in any order; a profile with a gap is ignored.
    if (parts.empty() || parts.size() != count || parts.begin()->first != 1 || parts.rbegin()->first != count) return;
    for (const auto& [number, data] : parts) image_.color_profile += data;
  }

  /// The segments up to the first scan, without APP1 to APP13, APP15 and comments, and all that follows.
  void keep_file() {
    image_.jpeg = bytes_.substr(0, 2);
    std::size_t at = 2;
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes_[i]); };
    while (at + 4 <= used_ && byte(at) == 0xFF) {
      const unsigned char marker = byte(at + 1);
      if (marker == 0xFF) {  // fill byte
        ++at;
        continue;
      }
      if (marker == 0xDA) break;
      const std::size_t size = 2 + (std::size_t{byte(at + 2)} << 8 | byte(at + 3));
      if (at + size > used_) break;
      const bool metadata = (marker >= 0xE1 && marker <= 0xEF && marker != 0xEE) || marker == 0xFE;
      if (!metadata) image_.jpeg += bytes_.substr(at, size);
      at += size;
    }
    image_.jpeg += bytes_.substr(at, used_ - at);
  }

  std::string_view bytes_;
  const Limits& limits_;
  jpeg_decompress_struct jpeg_{};
  jpeg_error_mgr errors_{};
  jpeg_progress_mgr progress_{};
  std::jmp_buf leave_{};
  std::array<char, JMSG_LENGTH_MAX> fault_{};
  Image image_;
  std::vector<JSAMPLE> row_;
  std::size_t used_ = 0;
};

}  // namespace

bool is_jpeg(std::string_view bytes) { return bytes.starts_with("\xFF\xD8\xFF"); }

Decoded read_jpeg(std::string_view bytes, const Limits& limits, JpegUse use) {
  return JpegReader(bytes, limits).read(use);
}

}  // namespace banxin::image
