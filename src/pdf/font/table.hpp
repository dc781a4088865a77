// The fonts of a document for content streams: code, width and text of every shown glyph.
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

/// One glyph of a face in the PDF.
struct FontGlyph {
  std::uint16_t code = 0;       ///< CID
  double width = 0;             ///< /W, 1/1000 em
  double vertical_advance = 0;  ///< /W2, down a vertical line, 1/1000 em
  std::string text;             ///< ToUnicode
};

struct FontEntry {
  const font::Face* face = nullptr;
  CidMap cids;
  std::vector<GlyphUse> uses;        ///< ascending by glyph id
  std::vector<std::uint16_t> slots;  ///< by glyph id: index into `glyphs`
  std::vector<FontGlyph> glyphs;
  bool horizontal = false, vertical = false;
  Span span;  ///< of its first use in the content

  explicit FontEntry(const font::Face& f) : face(&f), cids(f) {}
  [[nodiscard]] const FontGlyph& glyph(std::uint16_t id) const { return glyphs[slots[id]]; }
};

/// Immutable, thread-safe.
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
/// characters at the end of a cluster (line ends) are omitted. `out` is overwritten; views into `run.text`.
void cluster_texts(const graphics::GlyphRun& run, std::vector<std::string_view>& out);

}  // namespace banxin::pdf
