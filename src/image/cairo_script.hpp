// Reads the output of cairo's script surface as a display list: tokens and operators here, painting in
// cairo_painter.hpp.
#pragma once

#include <string>
#include <string_view>

#include "core/geometry.hpp"
#include "graphics/display_list.hpp"
#include "image/matrix.hpp"

namespace banxin::image {

struct ScriptDrawing {
  graphics::DisplayList items;  ///< one group, clipped to the drawing's box at the origin
  std::string fault;            ///< what paths cannot show, as a clause for a message; empty: nothing
};

/// `width`: of the drawing in units of the script; it is scaled to `size`. `placed`: its transform on the script's
/// surface. Radial gradients become rings of one color each.
ScriptDrawing read_cairo_script(std::string_view script, Size size, double width, const Matrix& placed,
                                std::size_t max_items);

}  // namespace banxin::image
