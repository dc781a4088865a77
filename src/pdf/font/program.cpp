#include "pdf/font/program.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <string_view>

#include "pdf/font/descriptor.hpp"
#include "pdf/font/subset.hpp"
#include "pdf/font/to_unicode.hpp"
#include "pdf/font/widths.hpp"

namespace banxin::pdf {
namespace {

/// 1000/em, rounded as `append_number` will print it.
double in_glyph_space(const font::Face& face, int units) {
  return std::round(units * 1e6 / face.metrics().units_per_em) / 1e3;
}

/// Six capitals from the program's bytes (9.6.4): the same subset has the same tag in every run. FNV-1a, 64 bits.
std::string subset_tag(std::string_view program) {
  std::uint64_t hash = 0xcbf29ce484222325;
  for (const char c : program) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
  std::string tag(6, 'A');
  for (char& letter : tag) {
    letter = static_cast<char>('A' + hash % 26);
    hash /= 26;
  }
  return tag;
}

/// Removes what a PostScript name must not contain: it is printable ASCII without delimiters (OpenType, name id 6).
std::string plain_name(const font::Face& face) {
  std::string name;
  for (const char c : face.postscript_name()) {
    const bool plain =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
    if (plain) name += c;
  }
  return name.empty() ? "Font" : name;
}

void set_widths(FontProgram& font, const font::Face& face, const CidMap& cids, const FontRequest& request) {
  std::vector<CidWidth> widths;
  std::vector<CidVertical> verticals;
  constexpr double usual_advance = -1000;
  const double usual_origin = in_glyph_space(face, face.metrics().ascender);
  for (const GlyphUse& use : request.glyphs) {
    const std::uint16_t cid = cids.cid(use.glyph);
    const double width = pdf_width(face, use.glyph);
    widths.push_back({cid, width});
    if (!request.vertical) continue;
    const font::Face::Vertical vertical = face.vertical(use.glyph);
    const CidVertical entry{cid, in_glyph_space(face, vertical.advance), in_glyph_space(face, vertical.origin_x),
                            in_glyph_space(face, vertical.origin_y)};
    // The default puts the origin at half the width (9.7.4.3).
    if (entry.advance != usual_advance || entry.origin_y != usual_origin ||
        std::abs(entry.origin_x - width / 2) > 0.5) {
      verticals.push_back(entry);
    }
  }
  const auto by_cid = [](const auto& a, const auto& b) { return a.cid < b.cid; };
  std::sort(widths.begin(), widths.end(), by_cid);
  std::sort(verticals.begin(), verticals.end(), by_cid);
  font.widths = width_array(widths, font.default_width);
  if (!request.vertical) return;
  font.vertical_default = vertical_default_array(usual_origin, usual_advance);
  font.vertical_widths = vertical_width_array(verticals);
}

/// A ToUnicode text that ISO 19005-2, 6.2.11.7.2 allows: not U+0000, U+FEFF or U+FFFE, and not empty. A glyph without
/// text gets a zero-width space.
std::string mapped_text(std::string text) {
  for (const std::string_view forbidden :
       {std::string_view("\0", 1), std::string_view("\ufeff"), std::string_view("\ufffe")}) {
    for (std::size_t at = 0; (at = text.find(forbidden, at)) != std::string::npos;) text.erase(at, forbidden.size());
  }
  return text.empty() ? "\u200b" : text;
}

std::string unicode_map(const CidMap& cids, const FontRequest& request) {
  std::vector<CodeText> codes;
  for (const GlyphUse& use : request.glyphs) {
    if (use.glyph != 0) codes.push_back({cids.cid(use.glyph), mapped_text(use.text)});  // .notdef has no text
  }
  std::sort(codes.begin(), codes.end(), [](const CodeText& a, const CodeText& b) { return a.code < b.code; });
  return to_unicode_cmap(codes);
}

}  // namespace

std::string FontProgram::type0_name(bool vertical) const {
  if (kind == FontFileKind::truetype) return base_font;
  return base_font + (vertical ? "-Identity-V" : "-Identity-H");
}

bool may_embed(const font::Face& face) {
  constexpr unsigned usage = 0x000e, restricted = 0x0002, no_subsetting = 0x0100, bitmaps_only = 0x0200;
  // Where an older font sets several usage bits, the least restrictive counts (OS/2 before version 3).
  return (face.license_bits() & usage) != restricted && (face.license_bits() & (no_subsetting | bitmaps_only)) == 0;
}

double pdf_width(const font::Face& face, std::uint16_t glyph) { return in_glyph_space(face, face.advance(glyph)); }
double pdf_vertical_advance(const font::Face& face, std::uint16_t glyph) {
  return -in_glyph_space(face, face.vertical(glyph).advance);
}

FontProgram make_font_program(const font::Face& face, const CidMap& cids, const FontRequest& request,
                              Diagnostics& diagnostics) {
  FontProgram font;
  if (!may_embed(face)) {
    char bits[8];
    std::snprintf(bits, sizeof bits, "0x%04X", face.license_bits() & 0xffff);
    diagnostics.report(MessageId::font_embedding_forbidden, request.span, {face.postscript_name(), bits});
    return font;
  }
  std::vector<std::uint16_t> glyphs;
  for (const GlyphUse& use : request.glyphs) glyphs.push_back(use.glyph);
  FontSubset subset = subset_face(face, glyphs);
  if (subset.program.empty()) {
    diagnostics.report(MessageId::font_subset_failed, request.span, {face.postscript_name(), "its tables are damaged"});
    return font;
  }
  font.kind = face.outlines() == font::Outlines::truetype ? FontFileKind::truetype : FontFileKind::cff;
  font.program = std::move(subset.program);
  font.base_font = subset_tag(font.program) + "+" + plain_name(face);
  font.system = cids.system();
  for (const std::uint16_t id : subset.new_ids) {
    font.cid_to_gid += static_cast<char>(id >> 8);
    font.cid_to_gid += static_cast<char>(id & 0xff);
  }
  set_widths(font, face, cids, request);
  font.descriptor = describe(face);
  font.to_unicode = unicode_map(cids, request);
  return font;
}

}  // namespace banxin::pdf
