// 夹注: a note in two lines of half size inside the line of the text. Its clusters each take half their advance along
// the line, so that the line breaker needs no special case; when a line is placed, its part of the note is folded in
// two.
#pragma once

#include "text/shaped_text.hpp"

namespace banxin::text {

/// Halves the advances of notes. Call it after `find_glue` and before `prepare_ruby`.
void prepare_inline_notes(ShapedText& shaped);

/// Where the second half of a note starts whose clusters [begin, end) are on one line.
std::size_t fold_note(const ShapedText& shaped, std::size_t begin, std::size_t end);

}  // namespace banxin::text
