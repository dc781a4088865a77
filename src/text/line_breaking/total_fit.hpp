// Chooses where the lines of a paragraph end, over the paragraph as a whole: the method of Knuth and Plass
// (“Breaking paragraphs into lines”, 1981) with the space of Chinese punctuation as glue.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "text/line_breaking/breakpoints.hpp"

namespace banxin::text {

/// The width available for each line, without the indent.
struct Measures {
  std::function<Length(std::size_t)> at;  ///< the i-th line's; not called if `uniform`
  bool uniform = false;                   ///< all lines but the first are `rest` wide
  Length first, rest;
  [[nodiscard]] std::int64_t operator()(std::size_t line) const {
    if (uniform) return (line == 0 ? first : rest).count();
    return at(line).count();
  }
};

/// Indices into `breakpoints` where the lines end, ascending; the last one ends the text. Always succeeds: if nothing
/// fits, the line is wider than its measure.
/// Time is proportional to the number of breakpoints times the few that are within the stretch of one line.
std::vector<std::uint32_t> break_total_fit(const ShapedText& shaped, const std::vector<Breakpoint>& breakpoints,
                                           const Measures& measures);

}  // namespace banxin::text
