#include "chart/plot/value_scale.hpp"

#include <algorithm>
#include <cmath>

#include "chart/numbers.hpp"
#include "chart/scale.hpp"

namespace banxin::chart::plot {

namespace {

double place(ScaleType type, double value) {
  switch (type) {
    case ScaleType::log: return std::log10(std::max(value, 1e-300));
    case ScaleType::sqrt: return value < 0 ? -std::sqrt(-value) : std::sqrt(value);
    case ScaleType::symlog: return value < 0 ? -std::log10(1 - value) : std::log10(1 + value);
    case ScaleType::linear: break;
  }
  return value;
}

void power_ticks(ValueScale& scale, double from, double to) {
  const bool sparse = to / from > 1e4, dense = to / from < 30;
  for (double power = std::pow(10, std::floor(std::log10(from) + 1e-9)); power <= to * (1 + 1e-9); power *= 10) {
    for (const double factor : {1.0, 2.0, 5.0}) {
      if (factor != 1 && (sparse || !dense)) continue;
      const double tick = power * factor;
      if (tick >= from * (1 - 1e-9) && tick <= to * (1 + 1e-9)) scale.ticks.push_back(tick);
    }
  }
}

}  // namespace

ScaleType scale_type(std::string_view name) {
  return name == "log"      ? ScaleType::log
         : name == "sqrt"   ? ScaleType::sqrt
         : name == "symlog" ? ScaleType::symlog
                            : ScaleType::linear;
}

double ValueScale::share(double value) const {
  const double first = place(type, low), last = place(type, high);
  return last > first ? (place(type, value) - first) / (last - first) : 0;
}

ValueScale value_scale(ScaleType type, double low, double high, int steps, bool nice) {
  ValueScale scale;
  scale.type = type;
  if (type == ScaleType::log) {
    if (high <= low) high = low * 10;
    scale.low = nice ? std::pow(10, std::floor(std::log10(low) + 1e-9)) : low;
    scale.high = nice ? std::pow(10, std::ceil(std::log10(high) - 1e-9)) : high;
    power_ticks(scale, scale.low, scale.high);
    return scale;
  }
  Scale round = nice_scale(low, high, steps);
  scale.low = nice ? round.minimum : low;
  scale.high = nice ? round.maximum : high;
  if (type == ScaleType::symlog) {
    const double most = std::max(std::abs(scale.low), std::abs(scale.high));
    ValueScale powers;
    if (most > 1) power_ticks(powers, 1, most);
    for (auto at = powers.ticks.rbegin(); at != powers.ticks.rend(); ++at) {
      if (-*at >= scale.low) scale.ticks.push_back(-*at);
    }
    scale.ticks.push_back(0);
    for (const double tick : powers.ticks) {
      if (tick <= scale.high) scale.ticks.push_back(tick);
    }
    return scale;
  }
  for (const double tick : round.ticks()) {
    const double slack = (scale.high - scale.low) * 1e-9;
    if (tick >= scale.low - slack && tick <= scale.high + slack) scale.ticks.push_back(tick);
  }
  return scale;
}

std::string TickFormat::print(double value) const {
  NumberFormat format;
  format.decimals = decimals;
  format.asked = true;
  const std::string printed = chart::print(value / divisor, format);
  return value == 0 ? printed : printed + suffix;
}

TickFormat tick_format(const std::vector<double>& ticks, Language language) {
  TickFormat format;
  double most = 0;
  for (const double tick : ticks) most = std::max(most, std::abs(tick));
  const bool myriads = language != Language::en && language != Language::ko;
  const bool traditional = language == Language::zh_hant;
  if (myriads && most >= 1e9) {
    format.divisor = 1e8;
    format.suffix = traditional ? "億" : language == Language::ja ? "億" : "亿";
  } else if (myriads && most >= 1e5) {
    format.divisor = 1e4;
    format.suffix = traditional ? "萬" : "万";
  }
  for (const double tick : ticks) format.decimals = std::max(format.decimals, decimals_needed(tick / format.divisor));
  return format;
}

}  // namespace banxin::chart::plot
