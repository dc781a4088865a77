// Axial shadings (ISO 32000-1, 8.7.4.5.3) for gradients, and soft masks (11.5) for their opacity.
#pragma once

#include <array>
#include <string>

#include "graphics/paint.hpp"
#include "pdf/color/color.hpp"
#include "pdf/content/resources.hpp"

namespace banxin::pdf {

/// [a b c d e f] of 8.3.3, points.
using Matrix = std::array<double, 6>;
Matrix multiply(const Matrix& first, const Matrix& then);
void append_matrix(std::string& out, const Matrix& matrix);

/// A gradient with its ends in the coordinates of the content stream, points.
struct PlacedGradient {
  const graphics::LinearGradient& gradient;
  double x0, y0, x1, y1;
};

/// The entries of a shading dictionary.
std::string shading_entries(const PlacedGradient& placed, const ColorWriter& colors, ResourceList& resources);
/// Is any stop translucent?
bool has_opacity_stops(const graphics::LinearGradient& gradient);
/// The entries of an /ExtGState dictionary whose soft mask is the gradient's opacity within `box` ("[x y x y]").
std::string soft_mask_entries(const PlacedGradient& placed, const std::string& box, ResourceList& resources);

}  // namespace banxin::pdf
