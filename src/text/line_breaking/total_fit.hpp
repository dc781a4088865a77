// Chooses where the lines of a paragraph end, over the paragraph as a whole: the method of Knuth and Plass
// (“Breaking paragraphs into lines”, 1981) with the white of Chinese marks as glue.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "text/line_breaking/stops.hpp"

namespace banxin::text {

/// The room for each line, indent taken off.
struct Measures {
  std::function<Length(std::size_t)> at;  ///< the i-th line's; not called if `uniform`
  bool uniform = false;                   ///< all lines but the first are `rest` wide
  Length first, rest;
  [[nodiscard]] std::int64_t operator()(std::size_t line) const {
    if (uniform) return (line == 0 ? first : rest).count();
    return at(line).count();
  }
};

/// Indices into `stops` where the lines end, ascending; the last one ends the text. Always succeeds: where nothing fits
/// the line runs over its measure.
/// Time is proportional to the number of stops times the few that lie within one line's play.
std::vector<std::uint32_t> break_total_fit(const Setting& setting, const std::vector<Stop>& stops,
                                           const Measures& measures);

}  // namespace banxin::text
