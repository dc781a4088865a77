#include "image/exif.hpp"

#include <optional>

namespace banxin::image {

namespace {

constexpr unsigned tag_orientation = 0x0112, tag_x_resolution = 0x011A, tag_y_resolution = 0x011B, tag_unit = 0x0128;
constexpr unsigned type_short = 3, type_rational = 5;
constexpr unsigned unit_inch = 2, unit_centimeter = 3;

/// Reads numbers in either byte order, with bounds checks.
class Numbers {
 public:
  explicit Numbers(std::string_view bytes) : bytes_(bytes), little_(bytes.starts_with("II")) {}
  [[nodiscard]] std::optional<std::uint32_t> at(std::size_t offset, std::size_t size) const {
    if (offset > bytes_.size() || bytes_.size() - offset < size) return std::nullopt;
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < size; ++i) {
      value = value << 8 | static_cast<unsigned char>(bytes_[offset + (little_ ? size - 1 - i : i)]);
    }
    return value;
  }
  [[nodiscard]] double rational(std::size_t offset) const {
    const auto above = at(offset, 4), below = at(offset + 4, 4);
    return above && below && *below > 0 ? static_cast<double>(*above) / *below : 0;
  }

 private:
  std::string_view bytes_;
  bool little_;
};

}  // namespace

void apply_exif(std::string_view exif, Image& image) {
  if (!exif.starts_with("II") && !exif.starts_with("MM")) return;
  const Numbers numbers(exif);
  const auto mark = numbers.at(2, 2), directory = numbers.at(4, 4);
  if (mark != 42u || !directory) return;
  const std::uint32_t count = numbers.at(*directory, 2).value_or(0);
  double x = 0, y = 0;
  unsigned unit = unit_inch;
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t entry = std::size_t{*directory} + 2 + i * 12;
    const auto tag = numbers.at(entry, 2), type = numbers.at(entry + 2, 2), number = numbers.at(entry + 4, 4);
    if (!tag || !type || number != 1u) continue;
    const std::uint32_t value = numbers.at(entry + 8, 2).value_or(0), offset = numbers.at(entry + 8, 4).value_or(0);
    if (*tag == tag_orientation && *type == type_short && value >= 1 && value <= 8) {
      image.orientation = static_cast<int>(value);
    }
    if (*tag == tag_unit && *type == type_short) unit = value;
    if (*tag == tag_x_resolution && *type == type_rational) x = numbers.rational(offset);
    if (*tag == tag_y_resolution && *type == type_rational) y = numbers.rational(offset);
  }
  if (image.pixels_per_inch_x > 0 || x <= 0 || y <= 0 || (unit != unit_inch && unit != unit_centimeter)) return;
  const double inch = unit == unit_inch ? 1 : 2.54;
  image.pixels_per_inch_x = x * inch;
  image.pixels_per_inch_y = y * inch;
}

}  // namespace banxin::image
