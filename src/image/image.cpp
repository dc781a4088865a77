#include "image/image.hpp"

#include <utility>

namespace banxin::image {

namespace {

/// The reference pixel of CSS, for pictures without a density.
constexpr double usual_density = 96;

}  // namespace

Size Image::natural_size() const {
  if (vector()) return drawing_size;
  const bool known = pixels_per_inch_x > 0 && pixels_per_inch_y > 0;
  Size size{Length::inch(width / (known ? pixels_per_inch_x : usual_density)),
            Length::inch(height / (known ? pixels_per_inch_y : usual_density))};
  if (turned()) std::swap(size.width, size.height);
  return size;
}

}  // namespace banxin::image
