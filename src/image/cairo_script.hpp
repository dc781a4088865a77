// The script that cairo's script surface writes of what is painted on it, read back as a display list.
#pragma once

#include <string>
#include <string_view>

#include "core/geometry.hpp"
#include "graphics/display_list.hpp"
#include "image/matrix.hpp"

namespace banxin::image {

struct ScriptDrawing {
  graphics::DisplayList items;  ///< one group, clipped to the drawing's box at the origin
  std::string fault;            ///< what cannot be shown by paths, as half of a sentence; empty: all is well
};

/// `width`: of what was rendered, which comes to be `size`; `placed`: how it lies on the script's surface. Radial
/// gradients become rings of even color.
ScriptDrawing read_cairo_script(std::string_view script, Size size, double width, const Matrix& placed,
                                std::size_t most_marks);

}  // namespace banxin::image
