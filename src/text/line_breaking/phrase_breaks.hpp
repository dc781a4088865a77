// The cost of a line break in a headline after each character: low between phrases, highest inside a word.
#pragma once

#include <cstdint>
#include <vector>

#include "text/characters/characters.hpp"

namespace banxin::text {

/// Fills `cost` with one entry per character: 0 after punctuation that ends a phrase, 100 inside a word. ICU's
/// dictionary finds the words of Chinese and Japanese.
void rate_phrase_breaks(const Characters& text, std::vector<std::uint8_t>& cost);

}  // namespace banxin::text
