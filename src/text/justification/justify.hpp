// Justifies a line: shrinks or stretches its space step by step, equally inside a step, to fill the measure
// (CLREQ, Procedures for Inter-Character Spacing Reduction and for Inter-Character Space Expansion).
#pragma once

#include <cstdint>
#include <vector>

#include "text/justification/stretchable_space.hpp"
#include "text/line_breaking/breakpoints.hpp"

namespace banxin::text {

/// A change of the space next to a cluster. Ascending by cluster, left before right.
struct Change {
  std::uint32_t cluster = 0;
  bool left = false;  ///< before the glyph, inside its box; otherwise after it
  Step step = Step::other;
  std::int32_t capacity = 0;  ///< the most that this space may shrink or grow
  std::int32_t amount = 0;    ///< negative shrinks
};

struct Justification {
  std::vector<Change> changes;
  std::vector<Adjustment> adjustments;  ///< in order of the steps
  std::int64_t left_over = 0;           ///< positive: still too wide; negative: could not be filled
};

/// Adjusts the line of clusters [begin, end) whose natural width differs from the measure by `excess`.
/// `stretch` is false for a last line, which only shrinks.
void justify(const ShapedText& shaped, std::size_t begin, std::size_t end, std::int64_t excess, bool stretch,
             Justification& out);

}  // namespace banxin::text
