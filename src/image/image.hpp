// A picture as it goes into a PDF: decoded and checked once, then only ever copied.
#pragma once

#include <cstdint>
#include <string>

#include "core/geometry.hpp"
#include "graphics/display_list.hpp"

namespace banxin::image {

enum class ColorSpace { grey, rgb, cmyk, indexed };

/// Either samples, or the bytes of a JPEG file that decodes, or a drawing (SVG). Immutable once made.
struct Image {
  std::uint32_t width = 0, height = 0;  ///< pixels as they are stored, before `orientation`; of a drawing: none
  ColorSpace space = ColorSpace::rgb;
  int bits = 8;                  ///< a channel: 8, or 16 with the high byte first; palette indices have 8
  std::string samples;           ///< rows from the top, channels side by side, no padding
  std::string jpeg;              ///< instead of samples: baseline or progressive, without metadata (DCTDecode)
  bool jpeg_transformed = true;  ///< its channels are YCbCr or YCCK
  bool inverted = false;         ///< CMYK in which 0 is full ink, as Adobe's programs write JPEG
  std::string alpha;             ///< opacity of each pixel, `bits` each; empty: opaque
  std::string palette;           ///< three bytes, R G B, for each index
  std::string color_profile;     ///< ICC, fit for `space` (checked); empty: sRGB, grey of the same curve, or plain inks
  int orientation = 1;           ///< EXIF 2.32, tag 0x0112: 1..8
  double pixels_per_inch_x = 0, pixels_per_inch_y = 0;  ///< as stored; 0: unknown
  graphics::DisplayList drawing;  ///< of a vector image: paths only, its top left corner at the origin
  Size drawing_size;

  [[nodiscard]] bool vector() const { return drawing_size.width > Length{}; }
  [[nodiscard]] int channels() const { return space == ColorSpace::rgb ? 3 : space == ColorSpace::cmyk ? 4 : 1; }
  /// Rows run down or up the page, not across it.
  [[nodiscard]] bool turned() const { return orientation >= 5; }
  /// The size at which a pixel takes the room that the file asks for; 96 pixels an inch if it asks for none.
  [[nodiscard]] Size natural_size() const;
};

}  // namespace banxin::image
