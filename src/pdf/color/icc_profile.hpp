// Output profiles that come from outside, judged before they are used (ISO 15930-7, 6.2.2; ICC.1:2010, 7.2).
#pragma once

#include <string>
#include <string_view>

namespace banxin::pdf {

/// What keeps these bytes from being the output profile of a CMYK press, as the end of “cannot be used: …"; empty:
/// nothing. Checked are the length, the class, the color space, the version, the table of tags, and that colors can
/// be converted both ways.
std::string output_profile_fault(std::string_view bytes);

/// What a profile that is none of the program's calls itself (its description tag); may be empty.
std::string profile_description(std::string_view bytes);

}  // namespace banxin::pdf
