#include "text/shaped_text.hpp"

#include <algorithm>

namespace banxin::text {

Span ShapedText::span(std::uint32_t begin, std::uint32_t end) const {
  if (runs.empty()) return {};
  auto it = std::upper_bound(run_starts.begin(), run_starts.end(), begin);
  const auto index = static_cast<std::size_t>(it - run_starts.begin()) - 1;
  const std::uint32_t start = run_starts[index];
  const std::uint32_t limit = index + 1 < runs.size() ? run_starts[index + 1] : static_cast<std::uint32_t>(text.size());
  return runs[index].source.at(begin - start, std::min(end, limit) - start);
}

}  // namespace banxin::text
