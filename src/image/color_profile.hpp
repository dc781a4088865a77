// ICC profiles in pictures.
#pragma once

#include <string>
#include <string_view>

#include "image/image.hpp"

namespace banxin::image {

/// Why a profile cannot describe pictures of this color space (ISO 32000-1, 8.6.5.5; ISO 19005-2, 6.2.4.2); empty if
/// it can.
std::string profile_fault(std::string_view profile, ColorSpace space);

}  // namespace banxin::image
