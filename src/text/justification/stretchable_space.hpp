// What may shrink and grow in a line: every white of a paragraph, with the step in which justification uses it
// (CLREQ, Procedures for Inter-Character Spacing Reduction and for Inter-Character Space Expansion).
#pragma once

#include <cstdint>

#include "text/setting.hpp"

namespace banxin::text {

using Step = Adjustment::Step;

/// Width of the Han–Latin space after a cluster that has one.
inline std::int64_t han_latin_space(const Setting& s, const Cluster& c) {
  return static_cast<std::int64_t>(s.style.han_latin_space * 10000 + 0.5) * s.em(c) / 10000;
}

/// Tracking behind a cluster.
inline std::int64_t tracking(const Setting& s, const Cluster& c) { return s.run_of(c).style.tracking.count(); }

/// The step in which a mark gives up white that it still has.
Step squeeze_step(CharacterClass c);

/// How much a Western space may lose (it keeps 1/4 em) and gain (it grows to 1/2 em).
std::int64_t space_squeeze(const Setting& s, const Cluster& c);
std::int64_t space_stretch(const Setting& s, const Cluster& c);
/// The Han–Latin space keeps 1/8 em and grows to 1/2 em.
std::int64_t han_latin_squeeze(const Setting& s, const Cluster& c);
std::int64_t han_latin_stretch(const Setting& s, const Cluster& c);

/// May space be added between two neighbors that have none? Not inside what is never parted, not around connectors
/// and solidi.
bool may_stretch_between(const Setting& s, std::size_t i);

}  // namespace banxin::text
