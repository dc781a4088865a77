#include "chart/events.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

namespace banxin::chart {

std::optional<std::size_t> index_of(const model::Series& series, const std::string& label) {
  for (std::size_t i = 0; i < series.data.size(); ++i) {
    if (*series.data[i].label == label) return i;
  }
  return {};
}

Place place_of(const std::string& at, const model::Series& series) {
  if (const auto index = index_of(series, at)) return {Place::Kind::datum, *index, *index, 0};
  if (const std::size_t dots = at.find(".."); dots != std::string::npos) {
    auto first = index_of(series, at.substr(0, dots)), last = index_of(series, at.substr(dots + 2));
    if (!first || !last) return {};
    if (*first > *last) std::swap(first, last);
    return {Place::Kind::range, *first, *last, 0};
  }
  double value = 0;
  const auto [end, error] = std::from_chars(at.data(), at.data() + at.size(), value);
  if (error == std::errc() && end == at.data() + at.size() && !at.empty()) return {Place::Kind::value, 0, 0, value};
  return {};
}

bool highlighted(const model::Chart& chart, const std::string& label) {
  return std::any_of(chart.highlight.begin(), chart.highlight.end(), [&](const auto& name) { return *name == label; });
}

double sum_of(const model::Series& series, std::size_t first, std::size_t last) {
  double sum = 0;
  for (std::size_t i = first; i <= last; ++i) sum += *series.data[i].value;
  return sum;
}

}  // namespace banxin::chart
