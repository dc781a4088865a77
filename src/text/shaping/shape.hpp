// Turns characters into clusters of glyphs: itemizes by run, script, face and direction, and shapes each item with
// HarfBuzz. Glyphs that no default feature affects, such as most Han, are looked up without the shaper.
#pragma once

#include <cstdint>
#include <vector>

#include "core/diagnostic.hpp"
#include "text/characters/characters.hpp"
#include "text/shaped_text.hpp"

namespace banxin::text {

/// Properties of the characters that shaping needs; one entry per character.
struct CharacterFacts {
  std::vector<Break> after;
  std::vector<std::uint8_t> cluster_starts;  ///< UAX #29
  std::vector<std::uint8_t> levels;          ///< bidi; empty = all left to right
  std::vector<Orientation> orientations;     ///< vertical text only
  std::vector<std::uint8_t> break_costs;     ///< headlines only
};

/// Fills `looks`, `clusters` and `glyphs` of `setting`. Characters that no face has are reported once each.
void shape(const Characters& text, const CharacterFacts& facts, ShapedText& shaped, Diagnostics& diagnostics);

}  // namespace banxin::text
