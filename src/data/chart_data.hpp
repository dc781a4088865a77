// Gives a chart the rows of its table.
#pragma once

#include "core/diagnostic.hpp"
#include "data/expression/environment.hpp"
#include "model/chart.hpp"

namespace banxin::data {

/// The numbers of the chart's `x` or `y` with the labels of the other, in the order of the rows; without `x` and `y`,
/// the only column of numbers and the key column. A column `note` and a column `display` of texts belong to the data.
/// Percents count in percent, which is the unit if the chart has none; other units are those of the column. Missing
/// numbers are left out. Diagnostics B459, B460, B577.
void join_table(model::Chart& chart, const table::Table& table, Diagnostics& diagnostics);

}  // namespace banxin::data
