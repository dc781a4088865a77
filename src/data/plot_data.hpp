// Gives a chart of marks and channels the rows of its table.
#pragma once

#include "core/diagnostic.hpp"
#include "model/chart.hpp"
#include "table/table.hpp"

namespace banxin::data {

/// Turns rows into the series of `chart`, one for each layer, small multiple and color, and describes them in
/// `chart.plot`. A column's type decides how it is placed: dates and years are time, unless bars are at them, numbers
/// are numbers, the rest are names. Rows without a number are left out. Without a table the chart keeps its own series.
/// Diagnostics B460, B541, B577.
void join_plot(model::Chart& chart, const table::Table* table, Diagnostics& diagnostics);

}  // namespace banxin::data
