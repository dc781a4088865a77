// Which glyphs of a face a document shows, and the text that each stands for: what font embedding starts from.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace banxin::pdf {

/// A glyph that is shown and its text, UTF-8. Empty text: the glyph stands for nothing of its own (the second glyph of
/// a cluster).
struct GlyphUse {
  std::uint16_t glyph = 0;
  std::string text;
  bool operator==(const GlyphUse&) const = default;
};

/// Collects the glyphs of one face. A font's ToUnicode gives a glyph one text only, so the first text noted stays, and
/// the writer wraps a glyph that stands for another one in /ActualText (ISO 32000-1, 14.9.4). Not thread-safe.
class FontUsage {
 public:
  /// True if the glyph's text in the font is `text`; false if it stands for something else already.
  bool note(std::uint16_t glyph, std::string_view text);
  /// Takes in what another part of the document uses; its texts give way to the ones here.
  void merge(const FontUsage& other);
  /// What the font will say of a glyph; empty if it was not noted.
  [[nodiscard]] std::string text(std::uint16_t glyph) const;
  /// Ascending by glyph.
  [[nodiscard]] std::vector<GlyphUse> glyphs() const;
  [[nodiscard]] bool empty() const { return slots_.empty(); }

 private:
  // By glyph id, grown to the highest: 0 = not noted; with the top bit, up to three bytes of text held in place, which
  // is any character of the BMP; else the number + 1 of a longer text.
  std::vector<std::uint32_t> slots_;
  std::vector<std::string> texts_;
};

}  // namespace banxin::pdf
