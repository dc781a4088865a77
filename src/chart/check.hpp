// Checks that several chart kinds share.
#pragma once

#include "core/diagnostic.hpp"
#include "model/chart.hpp"

namespace banxin::chart {

/// What the chart is called in a message: its id, else its title, else its kind.
std::string name_of(const model::Chart& chart);

/// Between `least` and `most` series, each with data.
void check_series(const model::Chart& chart, std::size_t least, std::size_t most, Diagnostics& diagnostics);
void check_not_negative(const model::Chart& chart, Diagnostics& diagnostics);
/// All series list the same classes in the same order.
void check_same_classes(const model::Chart& chart, Diagnostics& diagnostics);
/// Each series adds up to 100, give or take the rounding of its numbers.
void check_total(const model::Chart& chart, Diagnostics& diagnostics);

/// Of a chart whose classes are parts of a whole: the same classes in each series, none negative, not all of them zero,
/// percentages that add up.
void check_parts(const model::Chart& chart, Diagnostics& diagnostics);

}  // namespace banxin::chart
