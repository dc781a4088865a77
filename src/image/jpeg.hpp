// JPEG (ITU-T T.81) with the markers of JFIF, EXIF, ICC and Adobe, through libjpeg.
#pragma once

#include <string_view>

#include "image/refusal.hpp"

namespace banxin::image {

bool is_jpeg(std::string_view bytes);

/// Decodes the whole file to see that it holds; what a PDF reader can decode by itself is then kept as it is, less its
/// metadata (which may tell places and people) and whatever stands behind its end. Arithmetic coding, which PDF does
/// not know, is kept as samples.
enum class JpegUse { as_it_is, samples };
Decoded read_jpeg(std::string_view bytes, const Limits& limits, JpegUse use = JpegUse::as_it_is);

}  // namespace banxin::image
