// PNG (ISO/IEC 15948), through libpng.
#pragma once

#include <string_view>

#include "image/refusal.hpp"

namespace banxin::image {

bool is_png(std::string_view bytes);

/// Whole files only: damage and truncation refuse them. Grey of fewer than 8 bits becomes 8; color keys become alpha.
Decoded read_png(std::string_view bytes, const Limits& limits);

}  // namespace banxin::image
