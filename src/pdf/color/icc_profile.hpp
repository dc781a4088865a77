// Checks output profiles that a layout supplies (ISO 15930-7, 6.2.2; ICC.1:2010, 7.2).
#pragma once

#include <string>
#include <string_view>

namespace banxin::pdf {

/// Why these bytes cannot be the output profile of a CMYK press, as a clause for a message; empty if they can. Checks
/// the length, the class, the color space, the version, the tag table, and conversion in both directions.
std::string output_profile_fault(std::string_view bytes);

/// The description tag of a profile; may be empty.
std::string profile_description(std::string_view bytes);

}  // namespace banxin::pdf
