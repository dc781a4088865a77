// Which characters of a text no face can show.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "font/library.hpp"

namespace banxin::font {

struct Uncovered {
  char32_t character = 0;
  std::size_t count = 0;
  std::size_t first = 0;  ///< byte offset of the first one in the text
  bool operator==(const Uncovered&) const = default;
};

/// Is the character visible? Controls, format characters, variation selectors and line ends need no glyph.
bool needs_glyph(char32_t character);

/// The first face of the chain that has the character, or null.
const FaceId* covering_face(const Library& library, const std::vector<FaceId>& chain, char32_t character);

/// Characters of `text` (UTF-8) that the query's chain does not cover, ascending. Broken UTF-8 counts as U+FFFD.
std::vector<Uncovered> coverage_report(const Library& library, const Query& query, std::string_view text);

}  // namespace banxin::font
