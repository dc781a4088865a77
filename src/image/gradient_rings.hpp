// Gradients of SVG on the axes of a display list.
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "graphics/display_list.hpp"
#include "image/matrix.hpp"

namespace banxin::image {

/// Both ends of an axial gradient {x, y, x, y} of the pattern's axes, `matrix` leading to them, `unit` points each. On
/// the page the lines of one color must stand at right angles to the axis, so a slanted one gets another axis.
/// Nothing if its ends fall together.
std::optional<std::pair<Point, Point>> linear_axis(const std::vector<double>& ends, const Matrix& matrix, double unit);

/// A radial gradient {x, y, r, x, y, r} as ellipses of even color one on the other, the largest first, fine enough
/// that no step is seen; `bounds` is what they have to cover. Empty if it cannot be drawn so: a focus outside of the
/// circle, or opacities that differ (ellipses would add theirs up).
graphics::DisplayList rings(const std::vector<double>& circles, const std::vector<graphics::GradientStop>& stops,
                            const Matrix& matrix, const Rect& bounds, double unit);

}  // namespace banxin::image
