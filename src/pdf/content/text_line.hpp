// Text as a reader takes it out again. Programs that extract text go by distances: a wide gap becomes a space, a step
// back another word. Where ours mislead them, or where a glyph stands for other text than its font says, the glyphs are
// wrapped in a /Span with /ActualText (ISO 32000-1, 14.9.4).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "graphics/display_list.hpp"
#include "pdf/font/table.hpp"
#include "semantics/tree.hpp"

namespace banxin::pdf {

/// A glyph at its place in the display list, with what it stands for.
struct Cell {
  const graphics::GlyphRun* run = nullptr;
  graphics::NodeId node = graphics::artifact;
  const FontGlyph* glyph = nullptr;
  Point pen;               ///< unrotated runs: display list axes; others: relative to the run's origin
  std::string_view text;   ///< of the cluster; empty for all but its first glyph
  bool continues = false;  ///< same cluster as the cell before
};

/// Cells [begin, end) that are to be read as `text`.
struct ActualText {
  std::size_t begin = 0, end = 0;
  std::string text;
};

/// Appends the cells of a run.
void append_cells(std::vector<Cell>& cells, const graphics::GlyphRun& run, graphics::NodeId node,
                  const FontTable& fonts);

/// May the two runs stand on one line of one text: same baseline, unrotated, no break of reading between them?
bool continues_line(const graphics::GlyphRun& before, const graphics::GlyphRun& run);

/// The gap, in points, that most neighbors on a justified line have between them: written once, as character spacing,
/// instead of behind every glyph. 0 if no gap is that common.
double common_gap(const std::vector<Cell>& cells);

/// The parts that need an actual text, ascending and apart.
std::vector<ActualText> find_actual_text(const std::vector<Cell>& cells, const semantics::Tree& tree);

}  // namespace banxin::pdf
