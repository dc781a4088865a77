// Orientation of characters in a vertical line (UAX #50; CLREQ, Handling Western Text in Vertical Writing Mode).
#pragma once

#include <cstdint>
#include <vector>

#include "text/characters/characters.hpp"

namespace banxin::text {

enum class Orientation : std::uint8_t {
  upright,   ///< Han, marks with their vertical forms
  sideways,  ///< Latin words, long numbers: turned a quarter clockwise
  combined,  ///< 纵中横: the first of one, two or three digits side by side in one em
  joined,    ///< the other digits of such a number
};

/// Fills `stances` with one entry a character.
void find_orientations(const Characters& text, std::vector<Orientation>& orientations);

/// The character whose glyph is shown in vertical setting: “ ” and ‘ ’ become 『 』 and 「 」 (GB/T 15834-2011, 5.2).
char32_t vertical_form(char32_t code, CharacterClass character_class);

}  // namespace banxin::text
