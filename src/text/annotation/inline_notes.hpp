// 夹注: a note in two lines of half size inside the line of the text. Its clusters each take half their advance along
// the line, so that the paragraph breaks as any other; where a line is set, its share of the note is folded in two.
#pragma once

#include "text/setting.hpp"

namespace banxin::text {

/// Folds the advances of notes. After the glue, before the annotations.
void prepare_inline_notes(Setting& setting);

/// The clusters [begin, end) of one note stand on one line: where its second half starts.
std::size_t fold_note(const Setting& setting, std::size_t begin, std::size_t end);

}  // namespace banxin::text
