// What a line break of the source becomes in prose.
#pragma once

#include <string_view>

namespace banxin::model {

/// Whether a line break between these two texts is a space: not between Han, kana, bopomofo and their punctuation, nor
/// beside full-width punctuation, which carries its own blank. Hangul is written with spaces.
bool joins_with_space(std::string_view before, std::string_view after);

}  // namespace banxin::model
