// The output intent, which defines the document's colors (ISO 32000-1, 14.11.5).
#pragma once

#include <string>

#include "profile/profile.hpp"

namespace banxin::pdf {

/// An ICC profile of IEC 61966-2-1 sRGB; the same bytes every time.
std::string srgb_profile();

/// Identifier and description of an output intent (ISO 32000-1, table 365): a registered condition by its name in the
/// registry, another one as Custom with the description of its profile.
std::string output_condition_entries(const profile::Profile& profile);

}  // namespace banxin::pdf
