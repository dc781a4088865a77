// Breaks headlines: as few lines as fit, of even length, broken between phrases, none with only one or two characters.
#pragma once

#include "text/line_breaking/total_fit.hpp"

namespace banxin::text {

/// Like `break_total_fit`. Reads `Cluster::break_cost`.
std::vector<std::uint32_t> break_balanced(const ShapedText& shaped, const std::vector<Breakpoint>& breakpoints,
                                          const Measures& measures);

}  // namespace banxin::text
