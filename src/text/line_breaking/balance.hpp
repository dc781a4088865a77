// Breaks headlines: as few lines as fit, of even length, parted at a meaning, none with only one or two characters.
#pragma once

#include "text/line_breaking/total_fit.hpp"

namespace banxin::text {

/// Like `break_total_fit`. Needs `Cluster::parting` to be filled.
std::vector<std::uint32_t> break_balanced(const Setting& setting, const std::vector<Stop>& stops,
                                          const Measures& measures);

}  // namespace banxin::text
