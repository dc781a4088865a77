// Where a line may break: UAX #14 by ICU, tailored to Chinese (prohibitions.hpp) and to addresses (addresses.hpp). The
// first step of line breaking; breakpoints.hpp is the next, after shaping.
#pragma once

#include <vector>

#include "core/language.hpp"
#include "text/characters/characters.hpp"

namespace banxin::text {

/// The break opportunity after a character.
enum class Break : std::uint8_t {
  none,
  allowed,
  forced,  ///< a newline ends the line here
  costly,  ///< only if the line would overflow otherwise: inside a URL after a solidus
  hyphen,  ///< inside a word; the line ends with a hyphen
};

/// Fills `out` with one entry per character: may the line break after it? The last is always `none`.
void find_opportunities(const Characters& text, Language language, LineBreakLevel level, std::vector<Break>& out);

/// Marks the characters that start a grapheme cluster (UAX #29).
void find_clusters(const Characters& text, std::vector<std::uint8_t>& starts);

}  // namespace banxin::text
