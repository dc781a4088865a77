// How well a headline parts after each character: at a meaning, never inside a word.
#pragma once

#include <cstdint>
#include <vector>

#include "text/characters/characters.hpp"

namespace banxin::text {

/// Fills `cost` with one entry a character: 0 = the sense pauses here, 100 = inside a word. Words of Chinese and
/// Japanese come from ICU's dictionary.
void rate_partings(const Characters& text, std::vector<std::uint8_t>& cost);

}  // namespace banxin::text
