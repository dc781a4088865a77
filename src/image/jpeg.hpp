// JPEG (ITU-T T.81) with the markers of JFIF, EXIF, ICC and Adobe, through libjpeg.
#pragma once

#include <string_view>

#include "image/decode_error.hpp"

namespace banxin::image {

bool is_jpeg(std::string_view bytes);

/// Decodes the whole file to check it. A file that PDF readers can decode is kept without its metadata, which may name
/// places and people, and without trailing bytes. A file with arithmetic coding, which PDF does not support, becomes
/// samples.
enum class JpegUse { keep_file, samples };
Decoded read_jpeg(std::string_view bytes, const Limits& limits, JpegUse use = JpegUse::keep_file);

}  // namespace banxin::image
