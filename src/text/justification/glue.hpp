// Space between clusters before lines are broken: adjacent punctuation marks are trimmed, stacked exclamation and
// question marks share boxes, and a space separates Han and Latin (CLREQ, Punctuation Width Adjustment and
// Handling Western Text in Chinese Text; GB/T 15834-2011, 5.1; JLREQ 3.1).
#pragma once

#include "text/characters/characters.hpp"
#include "text/shaped_text.hpp"

namespace banxin::text {

/// Fills `shaped.box_spaces` and the clusters' flags. `text` holds the characters that `shaped.clusters` come from.
void find_glue(const Characters& text, ShapedText& shaped);

}  // namespace banxin::text
