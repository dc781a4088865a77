// Turns characters into clusters of glyphs: itemises by run, script, face and direction, and shapes with HarfBuzz.
// Plain Han text, which no feature touches, is looked up glyph by glyph.
#pragma once

#include <cstdint>
#include <vector>

#include "core/diagnostic.hpp"
#include "text/characters/characters.hpp"
#include "text/setting.hpp"

namespace banxin::text {

/// What shaping needs to know of the characters besides themselves; one entry a character.
struct CharacterFacts {
  std::vector<Break> after;
  std::vector<std::uint8_t> cluster_starts;  ///< UAX #29
  std::vector<std::uint8_t> levels;          ///< bidi; empty = all left to right
  std::vector<Stance> stances;               ///< vertical setting only
  std::vector<std::uint8_t> partings;        ///< headlines only; empty = not asked
};

/// Fills `looks`, `clusters` and `glyphs` of `setting`. Characters that no face has are reported once each.
void shape(const Characters& text, const CharacterFacts& facts, Setting& setting, Diagnostics& diagnostics);

}  // namespace banxin::text
