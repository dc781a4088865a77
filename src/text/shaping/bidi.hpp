// Embedding levels of right-to-left text (UAX #9), by ICU.
#pragma once

#include <cstdint>
#include <vector>

#include "text/characters/characters.hpp"

namespace banxin::text {

/// Fills `levels` with one entry a character and returns the paragraph's level: that of its first strong character,
/// left to right if there is none. `levels` stays empty for text without right-to-left characters.
std::uint8_t find_levels(const Characters& text, std::vector<std::uint8_t>& levels);

}  // namespace banxin::text
