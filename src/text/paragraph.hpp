// A paragraph: prepare it once, then break it into lines at any measure. The steps, each a folder:
//   characters/     code points and their typographic classes
//   line_breaking/  break opportunities of the text; later the choice of breakpoints for a measure
//   shaping/        bidi, orientation in vertical lines, faces, glyph clusters
//   justification/  space between and inside clusters; later the adjustment of each line to its measure
//   annotation/     ruby, inline notes, emphasis dots and side lines
// `prepare` does not depend on widths, so it may run for all paragraphs in parallel. `lines` ends in line_items.hpp.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/diagnostic.hpp"
#include "core/span.hpp"
#include "graphics/display_list.hpp"
#include "text/style.hpp"

namespace banxin::text {

using graphics::NodeId;

/// A part of the text in one style. A change of style inside a sentence does not affect breaking and spacing.
struct Run {
  std::string text;  ///< UTF-8, decoded, marks removed
  SourceMap source;
  TextStyle style;
  NodeId node = graphics::artifact;  ///< content node that this run's glyphs belong to
  std::uint32_t link = 0;            ///< 1 + link index, 0 = none
  std::string ruby;                  ///< annotation over (or next to) the whole run; syllables separated by spaces
  NodeId ruby_node = graphics::artifact;
  bool inline_note = false;  ///< 夹注: the text is set in two small lines inside the line
  bool note_mark = false;    ///< a note's reference mark: no break before it
};

/// What justification did to a line, for `dump` and tests; amounts in Length, negative = squeezed.
struct Adjustment {
  enum class Step {
    line_end,
    western_space_squeeze,
    interpunct,
    bracket,
    comma,
    han_latin_squeeze,
    stop,
    western_space_stretch,
    han_latin_stretch,
    other,
  };
  Step step;
  Length amount;  ///< total over the line
};

struct LinkBox {
  std::uint32_t link;
  Rect box;
};

/// One line, positioned relative to (start of the measure, baseline). In vertical setting: relative to (center line of
/// the column, start of the measure); `width` and `measure` run down, `ascent` is the extent to the right of the center
/// line, `descent` to its left.
/// The hyphen of a hyphenated word is part of its run's text as U+00AD (ISO 32000-1, 14.8.2.2.3). A space discarded at
/// the line's end stays in the text of its run; the newline of a forced break does not.
struct Line {
  graphics::DisplayList items;  ///< glyph runs, emphasis dots, ruby, rules
  std::vector<LinkBox> links;
  Length width;                      ///< natural extent after adjustment, without hanging marks
  Length measure;                    ///< the width available, indent included
  Length ascent, descent;            ///< of its styles, with ruby and dots
  std::uint32_t begin = 0, end = 0;  ///< byte range of the paragraph's joined text
  std::vector<Adjustment> adjustments;
  bool overfull = false, last = false, hyphenated = false;
};

class Paragraph {
 public:
  /// Reports characters without a glyph. Never throws on content; unpaired surrogates and bad UTF-8 become U+FFFD.
  static Paragraph prepare(std::vector<Run> runs, const ParagraphStyle& style, const font::Library& fonts,
                           Diagnostics& diagnostics);
  Paragraph(Paragraph&&) noexcept;
  Paragraph& operator=(Paragraph&&) noexcept;
  ~Paragraph();

  /// The lines for a measure that may change from line to line (`measure(i)` for the i-th).
  [[nodiscard]] std::vector<Line> lines(const std::function<Length(std::size_t)>& measure,
                                        Diagnostics& diagnostics) const;
  [[nodiscard]] std::vector<Line> lines(Length measure, Diagnostics& diagnostics) const;
  /// The width of the text set on one line (forced breaks excepted).
  [[nodiscard]] Length natural_width() const;
  /// The widest part that cannot be broken.
  [[nodiscard]] Length minimum_width() const;
  [[nodiscard]] const std::string& text() const;
  /// Bytes [begin, end) of `text` as a place in a source file; clipped to the run that holds `begin`.
  [[nodiscard]] Span span(std::uint32_t begin, std::uint32_t end) const;
  [[nodiscard]] const ParagraphStyle& style() const;

 private:
  struct Impl;
  explicit Paragraph(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace banxin::text
