#include "chart/scale.hpp"

#include <algorithm>
#include <cmath>

namespace banxin::chart {

double Scale::share(double value) const {
  return maximum > minimum ? std::clamp((value - minimum) / (maximum - minimum), 0.0, 1.0) : 0.0;
}

std::vector<double> Scale::ticks() const {
  std::vector<double> result;
  const auto count = static_cast<int>(std::floor((maximum - minimum) / step + 1e-9));
  for (int i = 0; i <= count; ++i) {
    const double value = minimum + i * step;
    result.push_back(std::abs(value) < step * 1e-9 ? 0.0 : value);
  }
  return result;
}

double nice_step(double raw) {
  const double power = std::pow(10.0, std::floor(std::log10(raw) + 1e-12));
  for (const double factor : {1.0, 2.0, 2.5, 5.0}) {
    if (factor * power >= raw * (1 - 1e-9)) return factor * power;
  }
  return 10 * power;
}

Scale nice_scale(double low, double high, int steps) {
  if (high < low) std::swap(low, high);
  if (high - low < 1e-12 * std::max({1.0, std::abs(low), std::abs(high)})) {
    const double half = low == 0 ? 0.5 : std::abs(low) * 0.5;
    low -= half, high += half;
  }
  steps = std::max(1, steps);
  double step = nice_step((high - low) / steps);
  for (;;) {
    const double first = std::floor(low / step + 1e-9), last = std::ceil(high / step - 1e-9);
    // Rounding the ends outwards may cost a step more than asked for; the next nice step makes it good.
    if (last - first <= steps + 1e-9) return {first * step, last * step, step};
    step = nice_step(step * 1.01);
  }
}

Scale scale_of(const model::Chart& chart, double shared_maximum, int steps, bool round) {
  double low = 0, high = 0;
  for (const model::Series& series : chart.series) {
    for (const model::Datum& datum : series.data) {
      low = std::min(low, *datum.value);
      high = std::max(high, *datum.value);
    }
  }
  if (shared_maximum > 0) high = std::max(high, shared_maximum);
  if (high <= low) high = low + 1;
  Scale scale = round ? nice_scale(low, high, steps) : Scale{low, high, nice_step((high - low) / std::max(1, steps))};
  if (chart.minimum) scale.minimum = *chart.minimum;
  if (chart.maximum) scale.maximum = *chart.maximum;
  return scale;
}

}  // namespace banxin::chart
