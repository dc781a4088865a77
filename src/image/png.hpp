// PNG (ISO/IEC 15948), through libpng.
#pragma once

#include <string_view>

#include "image/decode_error.hpp"

namespace banxin::image {

bool is_png(std::string_view bytes);

/// Damage and truncation are errors. Grey of fewer than 8 bits becomes 8; color keys become alpha.
Decoded read_png(std::string_view bytes, const Limits& limits);

}  // namespace banxin::image
