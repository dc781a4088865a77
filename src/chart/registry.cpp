#include <algorithm>

#include "chart/chart.hpp"
#include "chart/kinds.hpp"

namespace banxin::chart {

const std::vector<Kind>& registry() {
  static const std::vector<Kind> kinds = {bars(), columns(),   doughnut(), facing(), growth(),
                                          line(), landscape(), ranking(),  share()};
  return kinds;
}

const Kind* find_kind(std::string_view name) {
  static const Kind drawn = marks();  // not a name that editors write
  if (name == drawn.name) return &drawn;
  const auto& kinds = registry();
  const auto found = std::find_if(kinds.begin(), kinds.end(), [&](const Kind& kind) { return kind.name == name; });
  return found == kinds.end() ? nullptr : &*found;
}

}  // namespace banxin::chart
