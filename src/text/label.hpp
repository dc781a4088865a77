// A short text on one line: chart labels, folios, running heads. Same shaping and spacing as paragraphs.
#pragma once

#include <string_view>

#include "text/paragraph.hpp"

namespace banxin::text {

struct Label {
  graphics::DisplayList items;  ///< relative to (left end, baseline)
  Length width, ascent, descent;
  Length cap_height;  ///< of the first face, for optical centering
};

Label set_label(std::string_view text, const TextStyle& style, Language language, const font::Library& fonts,
                Diagnostics& diagnostics, Span span = {}, NodeId node = graphics::artifact);

}  // namespace banxin::text
