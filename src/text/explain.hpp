// What justification did, line by line, for `--explain`, dumps and tests.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/paragraph.hpp"

namespace banxin::text {

/// "line_end", "western_space_squeeze" …: the step's stable name.
std::string_view name(Adjustment::Step step);

/// One text line for each line: its number, width and measure in pt, each adjustment in em of the paragraph,
/// `overfull`, `hyphenated`, `last`, and the line's text.
std::string explain(const Paragraph& paragraph, const std::vector<Line>& lines);

}  // namespace banxin::text
