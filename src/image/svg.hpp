// SVG (W3C SVG 1.1 and the parts of 2 that librsvg supports) as vectors: librsvg renders it to cairo's script surface,
// whose output is read as paths. Text becomes outlines. References to other files are not opened.
#pragma once

#include <string_view>

#include "image/decode_error.hpp"

namespace banxin::image {

bool is_svg(std::string_view bytes);

/// A drawing in the size of the file at 96 pixels per inch. What needs pixels is an error: filters, masks, blending,
/// patterns, embedded pictures.
Decoded read_svg(std::string_view bytes, const Limits& limits);

}  // namespace banxin::image
