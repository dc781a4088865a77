// A decoded and checked picture, in the form that the PDF embeds.
#pragma once

#include <cstdint>
#include <string>

#include "core/geometry.hpp"
#include "graphics/display_list.hpp"

namespace banxin::image {

enum class ColorSpace { grey, rgb, cmyk, indexed };

/// Samples, or the bytes of a JPEG file that was decoded without error, or a drawing (SVG). Immutable.
struct Image {
  std::uint32_t width = 0, height = 0;  ///< stored pixels, before `orientation`; 0 for a drawing
  ColorSpace space = ColorSpace::rgb;
  int bits = 8;                  ///< per channel: 8, or 16 with the high byte first; palette indices have 8
  std::string samples;           ///< rows from the top, channels side by side, no padding
  std::string jpeg;              ///< instead of samples: baseline or progressive, without metadata (DCTDecode)
  bool jpeg_transformed = true;  ///< its channels are YCbCr or YCCK
  bool inverted = false;         ///< CMYK in which 0 is full ink, as in JPEG files by Adobe
  std::string alpha;             ///< opacity of each pixel, `bits` each; empty: opaque
  std::string palette;           ///< three bytes, R G B, for each index
  std::string color_profile;     ///< ICC, checked against `space`; empty: sRGB, its grey, or device CMYK
  int orientation = 1;           ///< EXIF 2.32, tag 0x0112: 1..8
  double pixels_per_inch_x = 0, pixels_per_inch_y = 0;  ///< as stored; 0: unknown
  graphics::DisplayList drawing;  ///< of a vector image: paths only, its top left corner at the origin
  Size drawing_size;

  [[nodiscard]] bool vector() const { return drawing_size.width > Length{}; }
  [[nodiscard]] int channels() const { return space == ColorSpace::rgb ? 3 : space == ColorSpace::cmyk ? 4 : 1; }
  /// The orientation swaps width and height.
  [[nodiscard]] bool turned() const { return orientation >= 5; }
  /// The size by the density in the file, or by 96 pixels per inch.
  [[nodiscard]] Size natural_size() const;
};

}  // namespace banxin::image
