// A face cut down to the glyphs that a document shows, with everything that its PDF objects say of it
// (ISO 32000-1, 9.6–9.10; ISO 19005-2, 6.2.11): a Type 0 font with one CIDFont, encoding Identity-H or Identity-V.
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

/// /FontDescriptor (table 122), glyph space: 1000 units an em.
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
  std::string widths;            ///< the array /W with its brackets; empty: leave the key out
  std::string vertical_default;  ///< the array /DW2, for vertical setting only
  std::string vertical_widths;   ///< the array /W2; empty: leave the key out
  FontDescriptorValues descriptor;
  std::string to_unicode;  ///< the /ToUnicode CMap, not compressed; keyed by CID

  /// /BaseFont of the Type 0 font (9.7.6.1).
  [[nodiscard]] std::string type0_name(bool vertical) const;
};

struct FontRequest {
  std::vector<GlyphUse> glyphs;  ///< ascending by glyph id, each once
  bool vertical = false;         ///< some of it is set vertically
  Span place = {};               ///< of the first text in it, for diagnostics
};

/// Cuts a face. Pure: same request, same bytes; faces may be cut in parallel. Forbidden by the face's license bits or
/// impossible: an error is reported and the result's `program` is empty.
FontProgram make_font_program(const font::Face& face, const CidMap& cids, const FontRequest& request,
                              Diagnostics& diagnostics);

/// Does OS/2 fsType allow a subset to be embedded? (OpenType, OS/2 table: restricted license, no subsetting, bitmaps
/// only.)
bool may_embed(const font::Face& face);

/// A glyph's advance as /W says it: 1/1000 em, rounded to 1/1000 of that. The content stream must reckon with this.
double width_in_pdf(const font::Face& face, std::uint16_t glyph);
/// How far a glyph moves the pen down in vertical setting (/W2), 1/1000 em: two em for a vertical ——.
double drop_in_pdf(const font::Face& face, std::uint16_t glyph);

}  // namespace banxin::pdf
