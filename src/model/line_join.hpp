// Line breaks of the source in prose: a space or nothing.
#pragma once

#include <cstdint>
#include <string_view>

namespace banxin::model {

/// Whether a line break between these two texts is a space: not between Han, kana, bopomofo and their punctuation, nor
/// next to full-width punctuation, which has its own white space. Hangul is written with spaces.
bool joins_with_space(std::string_view before, std::string_view after);

/// What a space that the editor typed between two texts does. Full-width punctuation carries its own blank, so a space
/// next to it is a slip and is dropped; between two Han characters it may be meant (between given names, in a poem).
enum class TypedSpace : std::uint8_t { kept, between_han, dropped };
TypedSpace typed_space(std::string_view before, std::string_view after);

}  // namespace banxin::model
