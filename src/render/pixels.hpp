// Pictures as pixels for the screen.
#pragma once

#include <cstdint>
#include <string>

#include "image/image.hpp"
#include "render/source.hpp"

namespace banxin::render {

/// Rows from the top; each pixel is a 32-bit word 0xAARRGGBB, colors multiplied by the opacity (cairo's ARGB32).
struct Pixels {
  std::uint32_t width = 0, height = 0;
  std::string words;
};

/// Converts the samples to sRGB; before `orientation`. Throws std::runtime_error if they cannot be decoded.
Pixels pixels_of(const image::Image& image, const InksToRgb& inks_to_rgb);

}  // namespace banxin::render
