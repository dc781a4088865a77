// Pictures of inks as they look on a screen.
#pragma once

#include <string>

namespace banxin::pdf {

/// CMYK of 8 bits, printed under FOGRA39, as sRGB: relative colorimetric with black point compensation, by Little CMS.
/// `inverted`: 0 is full ink.
std::string srgb_of_inks(const std::string& inks, bool inverted);

}  // namespace banxin::pdf
