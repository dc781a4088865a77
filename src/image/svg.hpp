// SVG (W3C SVG 1.1 and what browsers know of 2) as vectors: librsvg renders it into a script of cairo's, which is read
// back as paths. Text becomes outlines. Nothing that the file refers to outside of itself is opened.
#pragma once

#include <string_view>

#include "image/refusal.hpp"

namespace banxin::image {

bool is_svg(std::string_view bytes);

/// A drawing as large as the file says, 96 of its pixels an inch. Refused is what only pixels could show: filters,
/// masks, blending, patterns, pictures inside.
Decoded read_svg(std::string_view bytes, const Limits& limits);

}  // namespace banxin::image
