// The last step of a paragraph: turns a chosen line into a display list of glyph runs with their source text, boxes of
// links and decorations.
#pragma once

#include "text/justification/justify.hpp"
#include "text/line_breaking/breakpoints.hpp"
#include "text/paragraph.hpp"

namespace banxin::text {

/// The range of one line and the width that is available to it.
struct LineSlot {
  const Breakpoint* from = nullptr;  ///< where the previous line ended
  const Breakpoint* to = nullptr;
  Length indent;      ///< before the line's start
  Length measure;     ///< indent included
  bool last = false;  ///< ends the text or a forced break follows: not stretched
};

Line set_line(const ShapedText& shaped, const LineSlot& slot);

}  // namespace banxin::text
