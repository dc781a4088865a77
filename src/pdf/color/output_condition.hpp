// The printing condition of the print profile: its ICC profile and the conversion from sRGB to its inks.
#pragma once

#include <memory>
#include <string_view>

#include "pdf/color/color.hpp"
#include "profile/profile.hpp"

namespace banxin::pdf {

/// The profile of FOGRA39, compiled into the program.
std::string_view fogra39_profile();

/// The printing condition; FOGRA39 if the layout has none.
const profile::PrintCondition& condition_of(const profile::Profile& profile);
std::string_view icc_of(const profile::PrintCondition& condition);

/// Rendering intent and flags for Little CMS.
unsigned lcms_intent(const profile::PrintCondition& condition);
unsigned lcms_flags(const profile::PrintCondition& condition);

/// From sRGB by the condition's intent. Black and grey text stays on K only if the layout gives CMYK values, which
/// do not pass through here.
std::unique_ptr<InkConverter> make_ink_converter(const profile::PrintCondition& condition);

}  // namespace banxin::pdf
