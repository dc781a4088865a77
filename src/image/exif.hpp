// The few entries of EXIF that say how a picture is to stand (JEITA CP-3451, 4.6.4; TIFF 6.0, sections 2 and 8).
#pragma once

#include <string_view>

#include "image/image.hpp"

namespace banxin::image {

/// Takes orientation, and the density if the image has none yet, from `exif`, which begins with its byte order mark.
/// What is malformed is passed over: EXIF is advice.
void apply_exif(std::string_view exif, Image& image);

}  // namespace banxin::image
