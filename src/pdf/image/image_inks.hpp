// Pictures of inks as they look on a screen, and of light as they print.
#pragma once

#include <string>

#include "image/image.hpp"
#include "profile/print_condition.hpp"

namespace banxin::pdf {

/// CMYK of 8 bits, printed under the condition, as sRGB: relative colorimetric with black point compensation, by
/// Little CMS. `inverted`: 0 is full ink.
std::string srgb_of_inks(const std::string& inks, bool inverted, const profile::PrintCondition& condition);

/// Samples of RGB (`bits` 8 or 16, high byte first) as inks of the condition by its intent. `icc`: what they mean;
/// empty: sRGB.
std::string inks_of_rgb(const std::string& samples, int bits, const std::string& icc,
                        const profile::PrintCondition& condition);

}  // namespace banxin::pdf
