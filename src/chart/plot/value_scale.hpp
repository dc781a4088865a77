// Scales of numbers: linear, logarithmic, square root, and logarithmic on both sides of zero.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/language.hpp"

namespace banxin::chart::plot {

enum class ScaleType { linear, log, sqrt, symlog };
ScaleType scale_type(std::string_view name);

struct ValueScale {
  ScaleType type = ScaleType::linear;
  double low = 0, high = 1;
  std::vector<double> ticks;  ///< inside the limits, ascending

  /// The position of a value between the limits: 0..1, not limited to them.
  [[nodiscard]] double share(double value) const;
};

/// A scale over `low`..`high` with about `steps` ticks; its ends are ticks if `nice`. A logarithmic one needs low > 0.
ValueScale value_scale(ScaleType type, double low, double high, int steps, bool nice);

/// How the ticks of an axis print: with equal decimals, and in units of 万 or 亿, or thousands separated.
struct TickFormat {
  int decimals = 0;
  double divisor = 1;
  std::string suffix;  ///< 万, 亿
  [[nodiscard]] std::string print(double value) const;
};
TickFormat tick_format(const std::vector<double>& ticks, Language language);

}  // namespace banxin::chart::plot
