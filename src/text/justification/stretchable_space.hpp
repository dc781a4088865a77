// Limits of the space that may shrink or grow in a line, and the justification step that uses it
// (CLREQ, Procedures for Inter-Character Spacing Reduction and for Inter-Character Space Expansion).
#pragma once

#include <cmath>
#include <cstdint>

#include "text/shaped_text.hpp"

namespace banxin::text {

using Step = Adjustment::Step;

/// Width of the Han–Latin space after a cluster that has one.
inline std::int64_t han_latin_space(const ShapedText& s, const Cluster& c) {
  return std::int64_t{std::lround(s.style.han_latin_space * 10000)} * s.em(c) / 10000;
}

/// Tracking after a cluster.
inline std::int64_t tracking(const ShapedText& s, const Cluster& c) { return s.run_of(c).style.tracking.count(); }

/// The step that trims the space of a punctuation mark of this class.
Step squeeze_step(CharacterClass c);

/// How much a Western space may shrink (to 1/4 em) and stretch (to 1/2 em).
std::int64_t space_squeeze(const ShapedText& s, const Cluster& c);
std::int64_t space_stretch(const ShapedText& s, const Cluster& c);
/// The Han–Latin space shrinks to 1/8 em and stretches to 1/2 em.
std::int64_t han_latin_squeeze(const ShapedText& s, const Cluster& c);
std::int64_t han_latin_stretch(const ShapedText& s, const Cluster& c);

/// May space be added between clusters `i` and `i + 1`, which have none? Not inside unbreakable sequences, not around
/// connectors and solidi.
bool may_stretch_between(const ShapedText& s, std::size_t i);

}  // namespace banxin::text
