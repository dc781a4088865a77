// Hyphenation of Latin words by Liang's patterns (libhyphen; Debian's hyphen-en-us). If the patterns are not
// installed, no word is hyphenated.
#pragma once

#include <vector>

#include "text/line_breaking/opportunities.hpp"

namespace banxin::text {

/// Adds `Break::hyphen` inside words of letters that have at least `least` of them. Names in mixed case (ChatGPT),
/// capitals (AIGC), words with digits and addresses are not hyphenated.
void hyphenate(const Characters& text, std::size_t least, std::vector<Break>& out);

}  // namespace banxin::text
