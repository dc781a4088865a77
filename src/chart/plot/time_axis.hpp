// Ticks of time: days, weeks, months, quarters and years.
#pragma once

#include <string>
#include <vector>

#include "core/language.hpp"

namespace banxin::chart::plot {

struct TimeTick {
  double at = 0;  ///< days since 1970
  std::string label;
};

/// At most about `most` ticks inside `first`..`last`, at the finest of the intervals that allows it, but not finer than
/// `interval` days, the least distance of the data. The first tick and each January name the year.
std::vector<TimeTick> time_ticks(double first, double last, double interval, int most, Language language);

}  // namespace banxin::chart::plot
