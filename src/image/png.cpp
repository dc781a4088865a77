#include "image/png.hpp"

#include <png.h>

#include <algorithm>
#include <array>
#include <csetjmp>
#include <cstring>
#include <memory>
#include <vector>

#include "image/exif.hpp"

namespace banxin::image {

namespace {

constexpr std::string_view signature = "\x89PNG\r\n\x1a\n";
constexpr double meters_per_inch = 0.0254;

/// libpng reports errors by longjmp, which skips destructors: in functions that call it, objects with destructors are
/// members of this class.
class PngReader {
 public:
  PngReader(std::string_view bytes, const Limits& limits) : rest_(bytes), limits_(limits) {
    png_ = png_create_read_struct(PNG_LIBPNG_VER_STRING, this, fail, [](png_structp, png_const_charp) {});
    if (png_) info_ = png_create_info_struct(png_);
  }
  ~PngReader() { png_destroy_read_struct(&png_, &info_, nullptr); }
  PngReader(const PngReader&) = delete;
  PngReader& operator=(const PngReader&) = delete;

  Decoded read() {
    if (!png_ || !info_) throw std::bad_alloc();
    if (!read_header()) return DecodeError{Damaged{fault_.data()}};
    const std::uint64_t pixel = std::uint64_t{channels_} * (depth_ == 16 ? 2 : 1);
    if (!within(limits_, image_.width, image_.height, pixel)) return DecodeError{TooLarge{image_.width, image_.height}};
    samples_.resize(row_bytes_ * image_.height);
    rows_.resize(image_.height);
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      rows_[i] = reinterpret_cast<png_bytep>(samples_.data() + i * row_bytes_);
    }
    if (!read_rows()) return DecodeError{Damaged{fault_.data()}};
    if (image_.space == ColorSpace::indexed) {
      if (!take_palette()) return DecodeError{Damaged{"a pixel has a color that the palette does not have"}};
    } else {
      part_alpha();
    }
    take_metadata();
    return std::move(image_);
  }

 private:
  [[noreturn]] static void fail(png_structp png, png_const_charp message) {
    auto* self = static_cast<PngReader*>(png_get_error_ptr(png));
    std::strncpy(self->fault_.data(), message, self->fault_.size() - 1);
    png_longjmp(png, 1);
  }

  static void feed(png_structp png, png_bytep out, std::size_t size) {
    auto* self = static_cast<PngReader*>(png_get_io_ptr(png));
    if (size > self->rest_.size()) png_error(png, "the file ends too early");
    std::memcpy(out, self->rest_.data(), size);
    self->rest_.remove_prefix(size);
  }

  bool read_header() {
    if (setjmp(png_jmpbuf(png_))) return false;
    png_set_read_fn(png_, this, feed);
    png_read_info(png_, info_);
    image_.width = png_get_image_width(png_, info_);
    image_.height = png_get_image_height(png_, info_);
    const int type = png_get_color_type(png_, info_);
    depth_ = png_get_bit_depth(png_, info_);
    image_.space = type == PNG_COLOR_TYPE_PALETTE  ? ColorSpace::indexed
                   : (type & PNG_COLOR_MASK_COLOR) ? ColorSpace::rgb
                                                   : ColorSpace::grey;
    image_.bits = depth_ == 16 ? 16 : 8;
    if (type == PNG_COLOR_TYPE_PALETTE) {
      png_set_packing(png_);
    } else {
      if (depth_ < 8) png_set_expand_gray_1_2_4_to_8(png_);
      if (png_get_valid(png_, info_, PNG_INFO_tRNS)) png_set_tRNS_to_alpha(png_);
    }
    (void)png_set_interlace_handling(png_);
    png_read_update_info(png_, info_);
    channels_ = png_get_channels(png_, info_);
    row_bytes_ = png_get_rowbytes(png_, info_);
    return true;
  }

  bool read_rows() {
    if (setjmp(png_jmpbuf(png_))) return false;
    png_read_image(png_, rows_.data());
    png_read_end(png_, info_);
    return true;
  }

  bool take_palette() {
    png_colorp colors = nullptr;
    int count = 0;
    if (!png_get_PLTE(png_, info_, &colors, &count)) return false;
    for (const png_color& color : std::vector<png_color>(colors, colors + count)) {
      image_.palette += {static_cast<char>(color.red), static_cast<char>(color.green), static_cast<char>(color.blue)};
    }
    if (std::any_of(samples_.begin(), samples_.end(),
                    [count](char index) { return static_cast<unsigned char>(index) >= count; })) {
      return false;
    }
    png_bytep opacities = nullptr;
    int given = 0;
    if (png_get_tRNS(png_, info_, &opacities, &given, nullptr) && opacities) {
      std::string table(256, '\xff');
      std::copy(opacities, opacities + std::min(given, 256), table.begin());
      image_.alpha.resize(samples_.size());
      std::transform(samples_.begin(), samples_.end(), image_.alpha.begin(),
                     [&](char index) { return table[static_cast<unsigned char>(index)]; });
    }
    image_.samples = std::move(samples_);
    return true;
  }

  /// Splits alpha from the color channels; an opaque alpha is dropped.
  void part_alpha() {
    const auto colors = static_cast<unsigned>(image_.channels());
    if (channels_ == colors) {
      image_.samples = std::move(samples_);
      return;
    }
    const std::size_t sample = image_.bits / 8, pixel = channels_ * sample, color = colors * sample;
    const std::size_t count = samples_.size() / pixel;
    image_.alpha.resize(count * sample);
    for (std::size_t i = 0; i < count; ++i) {
      std::memcpy(image_.alpha.data() + i * sample, samples_.data() + i * pixel + color, sample);
      std::memmove(samples_.data() + i * color, samples_.data() + i * pixel, color);
    }
    samples_.resize(count * color);
    image_.samples = std::move(samples_);
    if (std::all_of(image_.alpha.begin(), image_.alpha.end(), [](char a) { return a == '\xff'; })) image_.alpha.clear();
  }

  void take_metadata() {
    png_uint_32 x = 0, y = 0;
    int unit = 0;
    if (png_get_pHYs(png_, info_, &x, &y, &unit) && unit == PNG_RESOLUTION_METER) {
      image_.pixels_per_inch_x = x * meters_per_inch;
      image_.pixels_per_inch_y = y * meters_per_inch;
    }
    png_charp name = nullptr;
    int compression = 0;
    png_bytep profile = nullptr;
    png_uint_32 size = 0;
    if (png_get_iCCP(png_, info_, &name, &compression, &profile, &size)) {
      image_.color_profile.assign(reinterpret_cast<const char*>(profile), size);
    }
    png_bytep exif = nullptr;
    if (png_get_eXIf_1(png_, info_, &size, &exif)) apply_exif({reinterpret_cast<const char*>(exif), size}, image_);
  }

  std::string_view rest_;
  const Limits& limits_;
  png_structp png_ = nullptr;
  png_infop info_ = nullptr;
  std::array<char, 160> fault_{};
  Image image_;
  unsigned channels_ = 0;
  int depth_ = 8;
  std::size_t row_bytes_ = 0;
  std::string samples_;
  std::vector<png_bytep> rows_;
};

}  // namespace

bool is_png(std::string_view bytes) { return bytes.starts_with(signature); }

Decoded read_png(std::string_view bytes, const Limits& limits) { return PngReader(bytes, limits).read(); }

}  // namespace banxin::image
