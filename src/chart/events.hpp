// Where an event of a chart stands: at a datum, over a range of data, or at a value.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/chart.hpp"

namespace banxin::chart {

/// `at: 5月` marks one datum, `at: 北京..深圳` all from one to the other, `at: 100` (no datum's label) a value.
struct Place {
  enum class Kind { datum, range, value, nowhere } kind = Kind::nowhere;
  std::size_t first = 0, last = 0;  ///< of the series' data, first ≤ last
  double value = 0;
};

Place place_of(const std::string& at, const model::Series& series);

/// The datum with this label.
std::optional<std::size_t> index_of(const model::Series& series, const std::string& label);

bool highlighted(const model::Chart& chart, const std::string& label);

/// The sum of a range of values.
double sum_of(const model::Series& series, std::size_t first, std::size_t last);

}  // namespace banxin::chart
