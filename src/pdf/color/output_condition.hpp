// The printing condition of the print profile: its ICC profile, and sRGB turned into its inks.
#pragma once

#include <memory>
#include <string_view>

#include "pdf/color/color.hpp"
#include "profile/profile.hpp"

namespace banxin::pdf {

/// The profile of FOGRA39, compiled into the program.
std::string_view fogra39_profile();

/// What the profile prints for; FOGRA39 where its layout names none.
const profile::PrintCondition& condition_of(const profile::Profile& profile);
std::string_view icc_of(const profile::PrintCondition& condition);

/// Number and flags for Little CMS.
unsigned lcms_intent(const profile::PrintCondition& condition);
unsigned lcms_flags(const profile::PrintCondition& condition);

/// From sRGB by the condition's intent. Neutral black and greys of text stay on K only where the layout says so with a
/// recipe: this knows no recipes.
std::unique_ptr<InkConverter> make_ink_converter(const profile::PrintCondition& condition);

}  // namespace banxin::pdf
