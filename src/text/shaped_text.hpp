// The result of `Paragraph::prepare`: shaped clusters with their break opportunities and the space between them.
// Compact, since all paragraphs of a publication may be in memory at once. Immutable after preparing, so any thread may
// break lines from it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "font/library.hpp"
#include "text/characters/character_class.hpp"
#include "text/line_breaking/opportunities.hpp"
#include "text/paragraph.hpp"
#include "text/shaping/vertical.hpp"

namespace banxin::text {

/// One glyph of a cluster that is more than a single glyph at its origin.
struct ShapedGlyph {
  std::uint16_t id = 0;
  std::uint16_t rest = 0;     ///< glyphs of the cluster that follow
  std::int32_t x = 0, y = 0;  ///< Length units from the cluster's origin: along the line; across it, downward
};

/// How the glyphs of a cluster are drawn. Clusters refer to it by index.
struct GlyphStyle {
  std::uint32_t run = 0;
  font::FaceId face = 0;
  std::uint8_t level = 0;                          ///< bidi embedding level (UAX #9)
  Orientation orientation = Orientation::upright;  ///< in vertical setting
  std::uint16_t scale = 1000;  ///< size, in thousandths of the run's: numbers that share an em, 夹注
  bool operator==(const GlyphStyle&) const = default;
};

/// A grapheme cluster, or a ligature of several.
struct Cluster {
  std::uint32_t byte = 0;    ///< where it starts in the text
  std::int32_t advance = 0;  ///< from the font, Length units
  std::uint32_t glyph = 0;   ///< the glyph itself, or the index of the first ShapedGlyph
  std::uint32_t glyph_style = 0;
  CharacterClass character_class = CharacterClass::other;  ///< of its first character
  Break after = Break::none;
  enum Flag : std::uint8_t {
    single = 1,     ///< `glyph` is a glyph id, drawn at the origin
    empty = 2,      ///< nothing is drawn
    box_space = 4,  ///< has an entry in `box_spaces`
    han_latin = 8,  ///< the space between Han and Latin follows
    unbroken = 32,  ///< no break and no space before the next cluster: parts of one dash or note
  };
  std::uint8_t flags = 0;
  std::uint8_t break_cost = 0;  ///< headlines: cost of a break after it, 0 … 100 (inside a word)
  [[nodiscard]] bool has(Flag f) const { return (flags & f) != 0; }
};

/// Space inside a cluster's em box on each side of its ink, and how much of it is trimmed. Length units.
struct BoxSpace {
  std::uint32_t cluster = 0;
  std::int32_t space_left = 0, space_right = 0;  ///< all that may be trimmed
  std::int32_t trim_left = 0, trim_right = 0;    ///< trimmed inside a line before justification; negative adds
  bool bracket = false, compressible = false;    ///< a bracket; one that is trimmed next to another
  bool annotated = false;                        ///< holds space for an annotation: more at a line's edges than inside
  bool centered = false;  ///< a stop in the middle of its box: trimmed on both sides at a line's end
  /// What justification may still trim on each side.
  [[nodiscard]] std::int32_t left() const { return space_left > trim_left ? space_left - trim_left : 0; }
  [[nodiscard]] std::int32_t right() const { return space_right > trim_right ? space_right - trim_right : 0; }
};

/// An annotation over one or more clusters without a break between them.
struct Ruby {
  std::uint32_t first = 0, count = 1;  ///< clusters of the base
  graphics::DisplayList items;         ///< relative to (its middle along the line, its own baseline or center line)
  Length width;                        ///< along the line
  Length ascent, descent;              ///< across it
  bool beside = false;                 ///< bopomofo: on the right of its base, relative to the base's (center, middle)
};

struct ShapedText {
  std::string text;
  std::vector<Run> runs;                  ///< their texts moved into `text`
  std::vector<std::uint32_t> run_starts;  ///< byte offsets into `text`
  ParagraphStyle style;
  const font::Library* fonts = nullptr;
  std::vector<GlyphStyle> glyph_styles;
  std::vector<Cluster> clusters;
  std::vector<ShapedGlyph> glyphs;
  std::vector<BoxSpace> box_spaces;  ///< ascending by cluster
  std::vector<Ruby> rubies;          ///< ascending by cluster
  std::uint8_t base_level = 0;       ///< bidi level of the paragraph

  [[nodiscard]] const Run& run_of(const Cluster& c) const { return runs[glyph_styles[c.glyph_style].run]; }
  [[nodiscard]] Length size(const GlyphStyle& glyph_style) const {
    return glyph_style.scale == 1000 ? runs[glyph_style.run].style.size
                                     : Length::scaled(runs[glyph_style.run].style.size, glyph_style.scale, 1000);
  }
  [[nodiscard]] std::int64_t em(const Cluster& c) const { return size(glyph_styles[c.glyph_style]).count(); }
  [[nodiscard]] bool vertical() const { return style.mode == WritingMode::vertical; }
  /// Byte where cluster `i` ends.
  [[nodiscard]] std::uint32_t end_byte(std::size_t i) const {
    return i + 1 < clusters.size() ? clusters[i + 1].byte : static_cast<std::uint32_t>(text.size());
  }
  /// Bytes [begin, end) of `text` as a place in a source file; clipped to the run that holds `begin`.
  [[nodiscard]] Span span(std::uint32_t begin, std::uint32_t end) const;
};

}  // namespace banxin::text
