// Line breaks of the source in prose: a space or nothing.
#pragma once

#include <string_view>

namespace banxin::model {

/// Whether a line break between these two texts is a space: not between Han, kana, bopomofo and their punctuation, nor
/// next to full-width punctuation, which has its own white space. Hangul is written with spaces.
bool joins_with_space(std::string_view before, std::string_view after);

}  // namespace banxin::model
