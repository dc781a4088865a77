// Linear scales with round ends.
#pragma once

#include <vector>

#include "model/chart.hpp"

namespace banxin::chart {

struct Scale {
  double minimum = 0, maximum = 1;
  double step = 1;  ///< distance of the ticks

  /// Where a value stands between the ends: 0..1, values beyond them at the nearer end.
  [[nodiscard]] double share(double value) const;
  /// Minimum, minimum + step … up to the maximum, free of accumulated rounding.
  [[nodiscard]] std::vector<double> ticks() const;
};

/// The least step of 1, 2, 2.5 or 5 times a power of ten that is not below `raw` (> 0).
double nice_step(double raw);

/// The scale that covers `low`..`high` in at most `steps` nice steps. Equal ends are widened; `steps` ≥ 1.
Scale nice_scale(double low, double high, int steps);

/// The span of a chart's values from zero on: the chart's own limits win, then the maximum that it shares.
/// Ends are those of the data where `round` is false: bars whose values are printed need no round end.
Scale scale_of(const model::Chart& chart, double shared_maximum, int steps, bool round);

}  // namespace banxin::chart
