#include "text/line_breaking/balance.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace banxin::text {
namespace {

constexpr double impossible = std::numeric_limits<double>::infinity();
constexpr double unevenness = 40;   ///< times the squared difference from the mean, in measures
constexpr double short_line = 200;  ///< fewer than three characters
constexpr double inside_word = 16;  ///< times `Cluster::break_cost` / 100
constexpr std::uint32_t min_characters = 3;
constexpr std::size_t max_breakpoints = 600;  ///< longer text is not a headline

/// The number of lines of a first-fit break, or 0 if something does not fit.
std::size_t fewest_lines(const std::vector<Breakpoint>& breakpoints, std::size_t first, std::size_t last,
                         std::size_t line, const Measures& measures) {
  std::size_t lines = 0;
  for (std::size_t from = first; from < last;) {
    std::size_t to = from;
    for (std::size_t j = from + 1; j <= last; ++j) {
      if (breakpoints[j].kind == Break::costly || breakpoints[j].kind == Break::hyphen) continue;
      if (breakpoints[j].before.pen - breakpoints[from].from.pen > measures(line + lines) + rounding) break;
      to = j;
    }
    if (to == from) return 0;
    from = to;
    ++lines;
  }
  return lines;
}

/// Fills `ends` with the best way to break (first, last] into `count` lines; false if there is none.
bool best_of(const ShapedText& s, const std::vector<Breakpoint>& breakpoints, std::size_t first, std::size_t last,
             std::size_t count, std::size_t line, const Measures& measures, std::vector<std::uint32_t>& ends) {
  const std::size_t width = last - first + 1;
  const double total = static_cast<double>(breakpoints[last].before.pen - breakpoints[first].from.pen);
  std::vector<double> cost((count + 1) * width, impossible);
  std::vector<std::size_t> previous(cost.size(), 0);
  cost[0] = 0;
  for (std::size_t k = 1; k <= count; ++k) {
    const std::int64_t measure = measures(line + k - 1);
    const double mean = total / static_cast<double>(count);
    for (std::size_t j = first + 1; j <= last; ++j) {
      if ((j == last) != (k == count)) continue;
      const Breakpoint& to = breakpoints[j];
      if (to.kind == Break::costly || to.kind == Break::hyphen) continue;
      for (std::size_t i = j; i-- > first;) {
        const std::int64_t natural = to.before.pen - breakpoints[i].from.pen;
        if (natural > measure + rounding) break;
        const double before = cost[(k - 1) * width + i - first];
        if (before == impossible) continue;
        const double off = (static_cast<double>(natural) - mean) / static_cast<double>(measure);
        double c = before + unevenness * off * off;
        if (to.characters - breakpoints[i].characters < min_characters) c += short_line;
        if (j != last) c += inside_word * s.clusters[to.next - 1].break_cost / 100.0;
        double& slot = cost[k * width + j - first];
        if (c < slot) {
          slot = c;
          previous[k * width + j - first] = i;
        }
      }
    }
  }
  if (cost[count * width + width - 1] == impossible) return false;
  const auto begin = static_cast<std::ptrdiff_t>(ends.size());
  for (std::size_t k = count, j = last; k > 0; --k) {
    ends.push_back(static_cast<std::uint32_t>(j));
    j = previous[k * width + j - first];
  }
  std::reverse(ends.begin() + begin, ends.end());
  return true;
}

}  // namespace

std::vector<std::uint32_t> break_balanced(const ShapedText& shaped, const std::vector<Breakpoint>& breakpoints,
                                          const Measures& measures) {
  std::vector<std::uint32_t> ends;
  if (breakpoints.size() > max_breakpoints) return break_total_fit(shaped, breakpoints, measures);
  for (std::size_t first = 0; first + 1 < breakpoints.size();) {
    std::size_t last = first + 1;
    while (breakpoints[last].kind != Break::forced) ++last;
    const std::size_t line = ends.size();
    const std::size_t count = fewest_lines(breakpoints, first, last, line, measures);
    if (count == 0 || !best_of(shaped, breakpoints, first, last, count, line, measures, ends)) {
      return break_total_fit(shaped, breakpoints, measures);
    }
    first = last;
  }
  return ends;
}

}  // namespace banxin::text
