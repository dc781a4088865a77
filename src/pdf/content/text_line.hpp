// Text extraction. Readers go by distances: a wide gap becomes a space, a step back starts another word. Where that
// gives wrong text, or the text of a glyph differs from its ToUnicode entry, the glyphs are wrapped in a /Span with
// /ActualText (ISO 32000-1, 14.9.4).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "graphics/display_list.hpp"
#include "pdf/font/table.hpp"
#include "semantics/tree.hpp"

namespace banxin::pdf {

/// A glyph with its position in the display list and its text.
struct Cell {
  const graphics::GlyphRun* run = nullptr;
  graphics::NodeId node = graphics::artifact;
  const FontGlyph* glyph = nullptr;
  Point pen;               ///< unrotated runs: display list axes; others: relative to the run's origin
  std::string_view text;   ///< of the cluster; empty for all but its first glyph
  bool continues = false;  ///< same cluster as the cell before
};

/// Cells [begin, end) whose extracted text must be `text`.
struct ActualText {
  std::size_t begin = 0, end = 0;
  std::string text;
};

/// Appends the cells of a run.
void append_cells(std::vector<Cell>& cells, const graphics::GlyphRun& run, graphics::NodeId node,
                  const FontTable& fonts);

/// Are the two runs on one line of one text: same baseline, unrotated, no reading break between them?
bool continues_line(const graphics::GlyphRun& before, const graphics::GlyphRun& run);

/// The most common gap between neighbors on a justified line, in points. It is written once, as character spacing,
/// instead of after every glyph. 0 if no gap is common enough.
double common_gap(const std::vector<Cell>& cells);

/// The parts that need /ActualText, ascending and disjoint.
std::vector<ActualText> find_actual_text(const std::vector<Cell>& cells, const semantics::Tree& tree);

}  // namespace banxin::pdf
