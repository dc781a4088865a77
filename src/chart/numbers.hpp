// Values as they are printed: decimals the same for all of a chart, a sign where growth is shown, the unit.
#pragma once

#include <string>
#include <utility>

#include "model/chart.hpp"

namespace banxin::chart {

struct NumberFormat {
  int decimals = 0;
  bool plus = false;   ///< print the sign of positive values too
  std::string unit;    ///< follows the number; empty where the unit stands beside the title
  bool asked = false;  ///< the editor chose the decimals
  bool operator==(const NumberFormat&) const = default;
};

/// The fewest decimals (at most 4) that print a computed `value` without its rounding errors.
int decimals_needed(double value);
/// The decimals that the editor wrote, but for zeros at the end: all of them.
int decimals_written(double value);

/// What the chart asks for; decimals are the most that any of its values needs, but for those that are next to nothing
/// beside the others.
NumberFormat number_format(const model::Chart& chart);

/// 28.4 → "28.40", 281.88 → "+281.88", −3 → "−3" (U+2212), 12345 → "12,345". Halves are rounded away from zero on the
/// decimal number that was written, not on its binary neighbor: 0.25 → "0.3", 2.5 → "3".
std::string print(double value, const NumberFormat& format);

/// The same for a datum; its own `display` wins.
std::string print(const model::Datum& datum, const NumberFormat& format);

/// Parts a printed number after its integer part, so that a column can be aligned on the decimal.
std::pair<std::string, std::string> part_at_decimal(const std::string& printed);

}  // namespace banxin::chart
