// The embedded font of a face: its subset and the values of its PDF objects (ISO 32000-1, 9.6–9.10; ISO 19005-2,
// 6.2.11): a Type 0 font with one CIDFont, encoding Identity-H or Identity-V.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/diagnostic.hpp"
#include "font/face.hpp"
#include "pdf/font/cid.hpp"
#include "pdf/font/usage.hpp"

namespace banxin::pdf {

/// Which key of the descriptor holds the program (table 126).
enum class FontFileKind {
  cff,       ///< /FontFile3, /Subtype /CIDFontType0C; the CIDFont is a /CIDFontType0
  truetype,  ///< /FontFile2 with /Length1; the CIDFont is a /CIDFontType2
};

/// /FontDescriptor (table 122), glyph space: 1000 units per em.
struct FontDescriptorValues {
  int flags = 0;
  double italic_angle = 0;
  double ascent = 0, descent = 0, cap_height = 0, stem_v = 0;
  double x_min = 0, y_min = 0, x_max = 0, y_max = 0;
};

struct FontProgram {
  std::string base_font;  ///< "ABCDEF+PostScriptName", of the CIDFont and the descriptor
  FontFileKind kind = FontFileKind::cff;
  std::string program;  ///< not compressed; its size is /Length1 of a FontFile2
  CidSystem system;
  std::string
      cid_to_gid;  ///< bytes of the /CIDToGIDMap stream of a CIDFontType2; empty for a CIDFontType0, which has none
  int default_width = 1000;      ///< /DW
  std::string widths;            ///< the array /W with brackets; empty: no such key
  std::string vertical_default;  ///< the array /DW2, only if `vertical`
  std::string vertical_widths;   ///< the array /W2; empty: no such key
  FontDescriptorValues descriptor;
  std::string to_unicode;  ///< the /ToUnicode CMap, not compressed; keyed by CID

  /// /BaseFont of the Type 0 font (9.7.6.1).
  [[nodiscard]] std::string type0_name(bool vertical) const;
};

struct FontRequest {
  std::vector<GlyphUse> glyphs;  ///< ascending by glyph id, each once
  bool vertical = false;         ///< some text is vertical
  Span span = {};                ///< of the first text, for diagnostics
};

/// Makes the subset of a face. Equal requests give equal bytes; thread-safe. If the license bits forbid it or it fails,
/// an error is reported and `program` of the result is empty.
FontProgram make_font_program(const font::Face& face, const CidMap& cids, const FontRequest& request,
                              Diagnostics& diagnostics);

/// Does OS/2 fsType allow a subset to be embedded? (OpenType, OS/2 table: restricted license, no subsetting, bitmaps
/// only.)
bool may_embed(const font::Face& face);

/// The advance of a glyph in /W: 1/1000 em, rounded to 1/1000 of that. Content streams must position by it.
double pdf_width(const font::Face& face, std::uint16_t glyph);
/// The advance of a glyph down a vertical line in /W2, 1/1000 em: two em for a vertical ——.
double pdf_vertical_advance(const font::Face& face, std::uint16_t glyph);

}  // namespace banxin::pdf
