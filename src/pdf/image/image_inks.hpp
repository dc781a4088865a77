// Converts pictures between CMYK and RGB with Little CMS.
#pragma once

#include <string>

#include "image/image.hpp"
#include "profile/print_condition.hpp"

namespace banxin::pdf {

/// CMYK of 8 bits for the condition to sRGB: relative colorimetric with black point compensation. `inverted`: 0 is full
/// ink.
std::string cmyk_to_srgb(const std::string& inks, bool inverted, const profile::PrintCondition& condition);

/// RGB (`bits` 8 or 16, high byte first) to inks of the condition by its intent. `icc` is the profile of the samples;
/// empty: sRGB.
std::string rgb_to_cmyk(const std::string& samples, int bits, const std::string& icc,
                        const profile::PrintCondition& condition);

}  // namespace banxin::pdf
