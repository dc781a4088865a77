// The white between clusters before any line is broken: marks that lie next to each other give up the white between
// them, stacked marks share their boxes, and Han and Latin get their space (CLREQ, Punctuation Width Adjustment and
// Handling Western Text in Chinese Text; GB/T 15834-2011, 5.1; JLREQ 3.1).
#pragma once

#include "text/characters/characters.hpp"
#include "text/setting.hpp"

namespace banxin::text {

/// Fills `setting.marks` and the clusters' flags. `text` are the characters that `setting.clusters` were shaped from.
void find_glue(const Characters& text, Setting& setting);

}  // namespace banxin::text
