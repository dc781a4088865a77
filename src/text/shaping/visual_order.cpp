#include "text/shaping/visual_order.hpp"

#include <algorithm>
#include <numeric>

namespace banxin::text {

std::vector<std::uint32_t> visual_order(const ShapedText& s, std::size_t begin, std::size_t end) {
  std::uint8_t highest = 0, lowest_odd = 255;
  for (std::size_t i = begin; i < end; ++i) {
    const std::uint8_t level = s.glyph_styles[s.clusters[i].glyph_style].level;
    highest = std::max(highest, level);
    if (level % 2 == 1) lowest_odd = std::min(lowest_odd, level);
  }
  if (lowest_odd == 255) return {};
  std::vector<std::uint32_t> order(end - begin);
  std::iota(order.begin(), order.end(), static_cast<std::uint32_t>(begin));
  for (int level = highest; level >= lowest_odd; --level) {
    for (std::size_t i = 0; i < order.size();) {
      const auto at_least = [&](std::size_t k) {
        return s.glyph_styles[s.clusters[order[k]].glyph_style].level >= level;
      };
      if (!at_least(i)) {
        ++i;
        continue;
      }
      std::size_t k = i + 1;
      while (k < order.size() && at_least(k)) ++k;
      std::reverse(order.begin() + static_cast<std::ptrdiff_t>(i), order.begin() + static_cast<std::ptrdiff_t>(k));
      i = k;
    }
  }
  return order;
}

}  // namespace banxin::text
