// Decorations next to the text of a line: boxes of links, 着重号, 专名号, 书名号乙式 (CLREQ, Emphasis Dots; Proper Noun
// Marks; Book Title Marks).
#pragma once

#include <cstdint>
#include <vector>

#include "text/paragraph.hpp"
#include "text/shaped_text.hpp"

namespace banxin::text {

/// The extent of the clusters of one run on a line, Length units along it.
struct Extent {
  std::uint32_t run = 0;
  std::int64_t from = 0, to = 0;
  struct Place {
    std::uint32_t cluster = 0;
    std::int64_t center = 0;  ///< of the glyphs' boxes
  };
  std::vector<Place> clusters;
};

/// Adds decorations to `line` and extends its ascent and descent to hold them.
void decorate(const ShapedText& shaped, const std::vector<Extent>& extents, Line& line);

}  // namespace banxin::text
