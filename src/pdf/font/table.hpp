// The fonts of a document as content streams need them: codes, widths and texts of every glyph that is shown.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "font/library.hpp"
#include "page/paged_document.hpp"
#include "pdf/content/resources.hpp"
#include "pdf/font/cid.hpp"
#include "pdf/font/usage.hpp"

namespace banxin::pdf {

/// One glyph of a face as the PDF knows it.
struct FontGlyph {
  std::uint16_t code = 0;  ///< CID
  double width = 0;        ///< /W, 1/1000 em
  double drop = 0;         ///< /W2, how far the pen sinks in a vertical line, 1/1000 em
  std::string text;        ///< ToUnicode
};

struct FontEntry {
  const font::Face* face = nullptr;
  CidMap cids;
  std::vector<GlyphUse> uses;        ///< ascending by glyph id
  std::vector<std::uint16_t> slots;  ///< by glyph id: index into `glyphs`
  std::vector<FontGlyph> glyphs;
  bool horizontal = false, vertical = false;
  Span place;  ///< where the content first uses it

  explicit FontEntry(const font::Face& f) : face(&f), cids(f) {}
  [[nodiscard]] const FontGlyph& glyph(std::uint16_t id) const { return glyphs[slots[id]]; }
};

/// Immutable once made; thread-safe.
class FontTable {
 public:
  /// Reads all pages, with up to `threads` threads; the result does not depend on their number.
  FontTable(const page::PagedDocument& document, const font::Library& fonts, unsigned threads);
  [[nodiscard]] const FontEntry& operator[](graphics::FaceId face) const { return entries_.at(face); }
  [[nodiscard]] const std::map<graphics::FaceId, FontEntry>& entries() const { return entries_; }

 private:
  std::map<graphics::FaceId, FontEntry> entries_;
};

/// The source text of each glyph of a run: a cluster's first glyph has all of its text, the others none. Control
/// characters at the end of a cluster (line ends) are left out. `out` is overwritten; views into `run.text`.
void cluster_texts(const graphics::GlyphRun& run, std::vector<std::string_view>& out);

}  // namespace banxin::pdf
