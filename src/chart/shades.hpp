// Colors of the parts of a whole.
#pragma once

#include "chart/chart.hpp"

namespace banxin::chart {

/// The shade of part `index` of `count`: from the primary color through the secondary to a pale one, so that
/// neighbors differ and an order of classes shows.
Color shade(const Theme& theme, std::size_t index, std::size_t count);

}  // namespace banxin::chart
