// Orientation and density of a picture from EXIF (JEITA CP-3451, 4.6.4; TIFF 6.0, sections 2 and 8).
#pragma once

#include <string_view>

#include "image/image.hpp"

namespace banxin::image {

/// Takes orientation, and the density if the image has none yet, from `exif`, which starts with its byte order mark.
/// Malformed entries are ignored.
void apply_exif(std::string_view exif, Image& image);

}  // namespace banxin::image
