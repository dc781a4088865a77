#include "text/shaping/face_selector.hpp"

#include <unicode/uchar.h>

#include "font/coverage.hpp"
#include "text/shaping/hb_objects.hpp"

namespace banxin::text {

FaceSelector::FaceSelector(const Characters& text, const CharacterFacts& facts, const font::Library& fonts,
                           const std::vector<font::FaceId>& chain)
    : t_(text), facts_(facts), fonts_(fonts), chain_(chain), han_face_(chain.front()) {
  for (const font::FaceId id : chain_) {
    if (fonts_.face(id).glyph(U'中') != 0) {
      han_face_ = id;
      break;
    }
  }
}

bool FaceSelector::has(font::FaceId id, std::size_t begin, std::size_t end) const {
  const font::Face& face = fonts_.face(id);
  for (std::size_t i = begin; i < end; ++i) {
    if (font::needs_glyph(t_.code[i]) && face.glyph(shown_character(t_, facts_, i)) == 0) return false;
  }
  return true;
}

/// Does a grapheme cluster hold a combining mark that does not compose with the characters before it?
bool FaceSelector::has_loose_mark(std::size_t begin, std::size_t end) const {
  hb_codepoint_t whole = t_.code[begin];
  for (std::size_t i = begin + 1; i < end; ++i) {
    if (u_getCombiningClass(static_cast<UChar32>(t_.code[i])) == 0) return false;
    if (!hb_unicode_compose(hb_unicode_funcs_get_default(), whole, t_.code[i], &whole)) return true;
  }
  return false;
}

/// Does the face attach the marks of a grapheme cluster to its letter? East Asian fonts often place them next to it.
bool FaceSelector::attaches_marks(const font::Face& face, std::size_t begin, std::size_t end) const {
  const HbBuffer buffer{hb_buffer_create()};
  for (std::size_t i = begin; i < end; ++i) hb_buffer_add(buffer.get(), t_.code[i], 0);
  hb_buffer_set_content_type(buffer.get(), HB_BUFFER_CONTENT_TYPE_UNICODE);
  hb_buffer_guess_segment_properties(buffer.get());
  hb_shape(face.hb_font(), buffer.get(), nullptr, 0);
  unsigned count = 0;
  const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer.get(), &count);
  const hb_glyph_info_t* glyphs = hb_buffer_get_glyph_infos(buffer.get(), &count);
  hb_position_t pen = positions[0].x_advance;
  for (unsigned i = 1; i < count; ++i) {
    hb_glyph_extents_t ink{};
    hb_font_get_glyph_extents(face.hb_font(), glyphs[i].codepoint, &ink);
    if (pen + positions[i].x_offset + ink.x_bearing + ink.width / 2 > positions[0].x_advance) return false;
    pen += positions[i].x_advance;
  }
  return true;
}

font::FaceId FaceSelector::select(std::size_t begin, std::size_t end) const {
  const bool han = is_full_width(t_.character_class[begin]);
  if (!han && has_loose_mark(begin, end)) {
    for (const font::FaceId id : chain_) {
      if (has(id, begin, end) && attaches_marks(fonts_.face(id), begin, end)) return id;
    }
  }
  for (const std::size_t limit : {end, begin + 1}) {
    if (han && has(han_face_, begin, limit)) return han_face_;
    for (const font::FaceId id : chain_) {
      if (has(id, begin, limit)) return id;
    }
    if (end == begin + 1) break;
  }
  return chain_.front();
}

char32_t shown_character(const Characters& text, const CharacterFacts& facts, std::size_t i) {
  if (!facts.orientations.empty()) return vertical_form(text.code[i], text.character_class[i]);
  return text.character_class[i] == CharacterClass::space && text.code[i] == '\t' ? U' ' : text.code[i];
}

}  // namespace banxin::text
