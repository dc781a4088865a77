// Converts gradients of SVG to the axes of a display list.
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "graphics/display_list.hpp"
#include "image/matrix.hpp"

namespace banxin::image {

/// The ends on the page of an axial gradient {x, y, x, y} on the pattern's axes; `matrix` maps to these, `unit` is in
/// points. On the page lines of one color are perpendicular to the axis, so a skewed gradient gets another axis.
/// Empty if the ends coincide.
std::optional<std::pair<Point, Point>> linear_axis(const std::vector<double>& ends, const Matrix& matrix, double unit);

/// A radial gradient {x, y, r, x, y, r} as stacked ellipses of one color each, the largest first, in steps too small
/// to see; they cover `bounds`. Empty if that is impossible: a focus outside the circle, or stops of different opacity,
/// which would add up.
graphics::DisplayList rings(const std::vector<double>& circles, const std::vector<graphics::GradientStop>& stops,
                            const Matrix& matrix, const Rect& bounds, double unit);

}  // namespace banxin::image
