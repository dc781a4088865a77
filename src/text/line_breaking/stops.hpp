// The places where a line may end, with everything that judging a line between two of them needs: widths and white
// as differences of running sums, so that each line costs the same however long it is.
#pragma once

#include <cstdint>
#include <vector>

#include "text/setting.hpp"

namespace banxin::text {

struct Stop {
  std::uint32_t next = 0;  ///< first cluster of the line after
  std::uint32_t end = 0;   ///< past the last cluster that shows on the line before: spaces are eaten
  Break kind = Break::none;
  bool hangs = false;       ///< the last mark stands outside the measure
  std::int32_t hyphen = 0;  ///< width of the hyphen that a break here shows
  std::uint32_t solid = 0;  ///< characters, marks and spaces not counted, before `next`
  /// Running sums up to the end of the line before (edge white dropped), and from the start of the line after.
  struct Sums {
    std::int64_t pen = 0, squeeze = 0, stretch = 0;  ///< `stretch` at the ratio 1
  } before, from;
};

/// stops[0] is the text's start; each other one ends a line. The last ends the paragraph.
/// `extra` is how far a gap that has no white of its own opens at stretch ratio 1, thousandths of an em.
void find_stops(const Setting& setting, std::vector<Stop>& stops);

/// What rounding may add to a line that fits, in units: an em of 13 Q is no whole number of them, so that eleven such
/// em exceed the measure of 143 Q by a few.
inline constexpr std::int64_t rounding = Length::pt(0.001).count();

inline constexpr int gap_stretch_thousandths = 50;

}  // namespace banxin::text
