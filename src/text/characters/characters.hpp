// The first step: decodes the text of a paragraph into characters and classifies each.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/language.hpp"
#include "text/characters/character_class.hpp"

namespace banxin::text {

struct Characters {
  std::vector<char32_t> code;
  std::vector<std::uint32_t> byte;  ///< offset of each in the text; one more entry for the end of the text
  std::vector<CharacterClass> character_class;
  bool right_to_left = false;  ///< holds a character of a right-to-left script, or a bidi control

  [[nodiscard]] std::size_t size() const { return code.size(); }
  /// The class of character `i`, `other` past the end.
  [[nodiscard]] CharacterClass class_at(std::size_t i) const {
    return i < size() ? character_class[i] : CharacterClass::other;
  }
  void clear();
};

/// Valid UTF-8 with each broken sequence replaced by U+FFFD (one per maximal subpart, Unicode 15, 3.9).
std::string repair_utf8(std::string_view text);

/// Decodes and classifies `text`, which must be valid UTF-8; quotation marks are resolved.
void read_characters(std::string_view text, Language language, Characters& out);

/// Chinese and Western text share the code points of quotation marks and the apostrophe. In Chinese and Japanese they
/// are brackets, except inside Western text: there a mark takes class `other`, an apostrophe class `letter` (CLREQ,
/// Quotation Marks).
void resolve_quotes(Characters& characters);

}  // namespace banxin::text
