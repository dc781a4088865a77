// The order of a line's clusters from left to right (UAX #9, rules L1 and L2).
#pragma once

#include <vector>

#include "text/shaped_text.hpp"

namespace banxin::text {

/// Cluster indices of [begin, end) in visual order; empty if that is the logical order.
std::vector<std::uint32_t> visual_order(const ShapedText& shaped, std::size_t begin, std::size_t end);

}  // namespace banxin::text
