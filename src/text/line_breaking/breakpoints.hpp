// Breakpoints: the places where a line may end. Widths, shrink and stretch of a line are differences of running sums,
// so rating a line takes the same time whatever its length.
#pragma once

#include <cstdint>
#include <vector>

#include "text/shaped_text.hpp"

namespace banxin::text {

struct Breakpoint {
  std::uint32_t next = 0;  ///< first cluster of the line after
  std::uint32_t end = 0;   ///< past the last visible cluster of the line before: spaces are discarded
  Break kind = Break::none;
  bool hangs = false;            ///< the last mark is outside the measure
  std::int32_t hyphen = 0;       ///< width of the hyphen of a break here
  std::uint32_t characters = 0;  ///< letters and Han before `next`, without marks and spaces
  /// Running sums up to the end of the line before (space at the edge trimmed), and from the start of the line after.
  struct Sums {
    std::int64_t pen = 0, squeeze = 0, stretch = 0;  ///< `stretch` at the ratio 1
  } before, from;
};

/// breakpoints[0] is the start of the text; each other one ends a line. The last ends the paragraph.
void find_breakpoints(const ShapedText& shaped, std::vector<Breakpoint>& breakpoints);

/// Tolerance for rounding, in units: an em of 13 Q is not a whole number of units, so eleven such em exceed a measure
/// of 143 Q by a few.
inline constexpr std::int64_t rounding = Length::pt(0.001).count();

/// How far a gap without space opens at stretch ratio 1, thousandths of an em.
inline constexpr int gap_stretch_thousandths = 50;

}  // namespace banxin::text
