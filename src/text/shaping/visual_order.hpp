// The order in which a line's clusters stand from left to right (UAX #9, rules L1 and L2).
#pragma once

#include <vector>

#include "text/setting.hpp"

namespace banxin::text {

/// Cluster indices of [begin, end) in visual order; empty if that is the logical order.
std::vector<std::uint32_t> visual_order(const Setting& setting, std::size_t begin, std::size_t end);

}  // namespace banxin::text
