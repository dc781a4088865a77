// Collects the glyphs of a face that a document shows, with their texts. The first step of font embedding; program.hpp
// is the next.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace banxin::pdf {

/// A shown glyph and its text, UTF-8. Empty text: the second or a later glyph of a cluster.
struct GlyphUse {
  std::uint16_t glyph = 0;
  std::string text;
  bool operator==(const GlyphUse&) const = default;
};

/// Collects the glyphs of one face. ToUnicode gives a glyph only one text, so the first one is kept, and the
/// writer wraps the glyph in /ActualText where its text differs (ISO 32000-1, 14.9.4). Not thread-safe.
class FontUsage {
 public:
  /// True if the glyph's text in the font is `text`; false if it already has another text.
  bool note(std::uint16_t glyph, std::string_view text);
  /// Adds the glyphs of another part of the document; texts here take precedence.
  void merge(const FontUsage& other);
  /// The text of a glyph in the font; empty if it is not used.
  [[nodiscard]] std::string text(std::uint16_t glyph) const;
  /// Ascending by glyph.
  [[nodiscard]] std::vector<GlyphUse> glyphs() const;
  [[nodiscard]] bool empty() const { return slots_.empty(); }

 private:
  // By glyph id, up to the highest used: 0 = not used; with the top bit, up to three bytes of text inline, enough for
  // any character of the BMP; else index + 1 into `texts_`.
  std::vector<std::uint32_t> slots_;
  std::vector<std::string> texts_;
};

}  // namespace banxin::pdf
