#include "chart/shades.hpp"

namespace banxin::chart {

Color shade(const Theme& theme, std::size_t index, std::size_t count) {
  const double t = count > 1 ? static_cast<double>(index) / static_cast<double>(count - 1) : 0;
  constexpr double turn = 0.6;
  if (t <= turn) return mix(theme.primary, theme.secondary, t / turn);
  return mix(theme.secondary, theme.rule, (t - turn) / (1 - turn) * 0.8);
}

}  // namespace banxin::chart
