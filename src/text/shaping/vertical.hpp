// How characters stand in a vertical line (UAX #50; CLREQ, Handling Western Text in Vertical Writing Mode).
#pragma once

#include <cstdint>
#include <vector>

#include "text/characters/characters.hpp"

namespace banxin::text {

enum class Stance : std::uint8_t {
  upright,   ///< Han, marks with their vertical forms
  sideways,  ///< Latin words, long numbers: turned a quarter clockwise
  combined,  ///< 纵中横: one, two or three digits side by side in one em, the first of them
  joined,    ///< a further digit of such a number
};

/// Fills `stances` with one entry a character.
void find_stances(const Characters& text, std::vector<Stance>& stances);

/// The character whose glyph is shown in vertical setting: “ ” and ‘ ’ become 『 』 and 「 」 (GB/T 15834-2011, 5.2).
char32_t vertical_form(char32_t code, CharacterClass character_class);

}  // namespace banxin::text
