// From a chosen line to a display list: glyph runs with their source text, boxes of links, decorations.
#pragma once

#include "text/justification/justify.hpp"
#include "text/line_breaking/stops.hpp"
#include "text/paragraph.hpp"

namespace banxin::text {

/// One line to be set.
struct LineSlot {
  const Stop* from = nullptr;  ///< where the line before ended
  const Stop* to = nullptr;
  Length indent;      ///< before the line's start
  Length measure;     ///< indent included
  bool last = false;  ///< ends the text or stands before a forced break: not stretched
};

Line set_line(const Setting& setting, const LineSlot& slot);

}  // namespace banxin::text
