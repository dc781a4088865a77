// What the document's colours mean: the output intent (ISO 32000-1, 14.11.5).
#pragma once

#include <string>

namespace banxin::pdf {

/// An ICC profile of IEC 61966-2-1 sRGB; the same bytes every time.
std::string srgb_profile();

}  // namespace banxin::pdf
