// Describes the adjustments of each line, for `dump --stage lines` and tests.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/paragraph.hpp"

namespace banxin::text {

/// A line without its display list: its text, widths and adjustments.
struct LineSummary {
  Span span;  ///< of its text
  std::string text;
  Length em;  ///< of the paragraph
  Length width, measure;
  std::vector<Adjustment> adjustments;
  bool overfull = false, hyphenated = false, last = false;
};

/// "line_end", "western_space_squeeze" …: the step's stable name.
std::string_view name(Adjustment::Step step);

std::vector<LineSummary> summarize(const Paragraph& paragraph, const std::vector<Line>& lines);

/// One line of text: the measure and the width without any adjustment in em of the paragraph, each adjustment in em,
/// `overfull`, `hyphenated`, `last`, and the line's text.
std::string explain(const LineSummary& line);

}  // namespace banxin::text
