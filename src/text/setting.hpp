// What `Paragraph::prepare` keeps: shaped clusters with their breaks and the white between them. Compact, since all
// paragraphs of a publication may wait at once; immutable afterwards, so that any thread may break lines from it.
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
  std::int32_t x = 0, y = 0;  ///< Length units from the cluster's origin: along the line; across it, downwards
};

/// What the glyphs of a stretch have in common.
struct Look {
  std::uint32_t run = 0;
  font::FaceId face = 0;
  std::uint8_t level = 0;           ///< bidi embedding level (UAX #9)
  Stance stance = Stance::upright;  ///< in vertical setting
  std::uint16_t scale = 1000;       ///< size, in thousandths of the run's: numbers squeezed into an em, 夹注
  bool operator==(const Look&) const = default;
};

/// A grapheme cluster, or a ligature of several.
struct Cluster {
  std::uint32_t byte = 0;    ///< where it starts in the text
  std::int32_t advance = 0;  ///< as the font has it, Length units
  std::uint32_t glyph = 0;   ///< the glyph itself, or the index of the first ShapedGlyph
  std::uint32_t look = 0;
  CharacterClass character_class = CharacterClass::other;  ///< of its first character
  Break after = Break::none;
  enum Flag : std::uint8_t {
    single = 1,     ///< `glyph` is a glyph id, drawn at the origin
    empty = 2,      ///< nothing is drawn
    mark = 4,       ///< has an entry in `marks`
    han_latin = 8,  ///< the space between Han and Latin follows
    solid = 16,     ///< no space may be added behind it although no rule of its class says so
    unbroken = 32,  ///< joins the next cluster into one that is never parted (a word, a number, a dash)
  };
  std::uint8_t flags = 0;
  std::uint8_t parting = 0;  ///< headlines: how badly the text parts after it, 0 … 100 (inside a word)
  [[nodiscard]] bool has(Flag f) const { return (flags & f) != 0; }
};

/// White inside a cluster's em box, and what compression takes of it. Length units.
struct Mark {
  std::uint32_t cluster = 0;
  std::int32_t white_left = 0, white_right = 0;  ///< all that may be taken
  std::int32_t cut_left = 0, cut_right = 0;      ///< what is taken inside a line before justification; negative adds
  bool bracket = false, adjacent = false;        ///< a bracket; one that counts as an adjacent mark
  bool annotated = false;                        ///< holds room for an annotation: more at a line's edges than inside
  bool centerd = false;  ///< a stop in the middle of its box: gives on both sides at a line's end
  /// What justification may still take on each side.
  [[nodiscard]] std::int32_t left() const { return white_left > cut_left ? white_left - cut_left : 0; }
  [[nodiscard]] std::int32_t right() const { return white_right > cut_right ? white_right - cut_right : 0; }
};

/// An annotation, set, over one cluster or a few that are never parted.
struct Ruby {
  std::uint32_t first = 0, count = 1;  ///< clusters of the base
  graphics::DisplayList items;         ///< relative to (its middle along the line, its own baseline or center line)
  Length width;                        ///< along the line
  Length ascent, descent;              ///< across it
  bool beside = false;                 ///< bopomofo: on the right of its base, relative to the base's (center, middle)
};

struct Setting {
  std::string text;
  std::vector<Run> runs;                  ///< their texts moved into `text`
  std::vector<std::uint32_t> run_starts;  ///< byte offsets into `text`
  ParagraphStyle style;
  const font::Library* fonts = nullptr;
  std::vector<Look> looks;
  std::vector<Cluster> clusters;
  std::vector<ShapedGlyph> glyphs;
  std::vector<Mark> marks;      ///< ascending by cluster
  std::vector<Ruby> rubies;     ///< ascending by cluster
  std::uint8_t base_level = 0;  ///< bidi level of the paragraph

  [[nodiscard]] const Run& run_of(const Cluster& c) const { return runs[looks[c.look].run]; }
  [[nodiscard]] Length size(const Look& look) const {
    return look.scale == 1000 ? runs[look.run].style.size : Length::scaled(runs[look.run].style.size, look.scale, 1000);
  }
  [[nodiscard]] std::int64_t em(const Cluster& c) const { return size(looks[c.look]).count(); }
  [[nodiscard]] bool vertical() const { return style.mode == WritingMode::vertical; }
  /// Byte where cluster `i` ends.
  [[nodiscard]] std::uint32_t end_byte(std::size_t i) const {
    return i + 1 < clusters.size() ? clusters[i + 1].byte : static_cast<std::uint32_t>(text.size());
  }
  /// Bytes [begin, end) of `text` as a place in a source file; clipped to the run that holds `begin`.
  [[nodiscard]] Span span(std::uint32_t begin, std::uint32_t end) const;
};

}  // namespace banxin::text
