// Makes a line exactly as wide as its measure: squeezes or stretches its white step by step, equally inside a step
// (CLREQ, Procedures for Inter-Character Spacing Reduction and for Inter-Character Space Expansion).
#pragma once

#include <cstdint>
#include <vector>

#include "text/justification/stretchable_space.hpp"
#include "text/line_breaking/stops.hpp"

namespace banxin::text {

/// A change of white beside a cluster. Ascending by cluster, left before right.
struct Change {
  std::uint32_t cluster = 0;
  bool left = false;  ///< before the glyph, inside its box; otherwise behind it
  Step step = Step::other;
  std::int32_t capacity = 0;  ///< how much this white may give or take
  std::int32_t amount = 0;    ///< negative squeezes
};

struct Justification {
  std::vector<Change> changes;
  std::vector<Adjustment> adjustments;  ///< in order of the steps
  std::int64_t left_over = 0;           ///< positive: still too wide; negative: could not be filled
};

/// Sets the line of clusters [begin, end) whose natural width differs from the measure by `excess`.
/// `stretch` false: a last line, which only squeezes.
void justify(const Setting& setting, std::size_t begin, std::size_t end, std::int64_t excess, bool stretch,
             Justification& out);

}  // namespace banxin::text
