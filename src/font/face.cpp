#include "font/face.hpp"

#include <hb-ot.h>

#include <algorithm>
#include <array>
#include <atomic>

#include "font/cff.hpp"
#include "font/font_file.hpp"
#include "font/sfnt.hpp"

namespace banxin::font {
namespace {

struct Pen {
  graphics::Path path;
  Length size;
  int units_per_em = 1000;
  [[nodiscard]] Point at(float x, float y) const {
    return {size * (static_cast<double>(x) / units_per_em), size * (-static_cast<double>(y) / units_per_em)};
  }
};

Pen& pen_of(void* data) { return *static_cast<Pen*>(data); }

/// The callbacks are the same for all faces: created once, then immutable.
hb_draw_funcs_t* draw_functions() {
  static hb_draw_funcs_t* const functions = [] {
    hb_draw_funcs_t* made = hb_draw_funcs_create();
    hb_draw_funcs_set_move_to_func(
        made,
        [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x, float y, void*) {
          pen_of(data).path.move_to(pen_of(data).at(x, y));
        },
        nullptr, nullptr);
    hb_draw_funcs_set_line_to_func(
        made,
        [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x, float y, void*) {
          pen_of(data).path.line_to(pen_of(data).at(x, y));
        },
        nullptr, nullptr);
    // Without a callback for quadratic curves HarfBuzz converts them to cubic ones.
    hb_draw_funcs_set_cubic_to_func(
        made,
        [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x1, float y1, float x2, float y2, float x, float y,
           void*) {
          pen_of(data).path.cubic_to(pen_of(data).at(x1, y1), pen_of(data).at(x2, y2), pen_of(data).at(x, y));
        },
        nullptr, nullptr);
    hb_draw_funcs_set_close_path_func(
        made, [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, void*) { pen_of(data).path.close(); }, nullptr,
        nullptr);
    hb_draw_funcs_make_immutable(made);
    return made;
  }();
  return functions;
}

}  // namespace

/// Caches for `glyph` and `advance`, which are called for every character.
struct Face::Cache {
  /// By BMP character: 0 = not looked up yet, `none` = no glyph (no font has a glyph 0xFFFF: numGlyphs is 16 bits
  /// wide). A race writes the same value twice.
  static constexpr std::uint16_t none = 0xffff;
  std::array<std::atomic<std::uint16_t>, 0x10000> glyphs{};
  Table hmtx;
  unsigned metric_count;  ///< glyphs from here on have the last one's advance (OpenType hmtx)
  explicit Cache(hb_face_t* face) : hmtx(face, HB_TAG('h', 'm', 't', 'x')), metric_count(0) {
    const Table hhea(face, HB_TAG('h', 'h', 'e', 'a'));
    metric_count = std::min<unsigned>(hhea.u16(34), static_cast<unsigned>(hmtx.size() / 4));
  }
};

Face::Face(std::string path, unsigned index, hb_face_t* face)
    : path_(std::move(path)), index_(index), face_(face), cache_(std::make_unique<Cache>(face)) {
  hb_face_make_immutable(face_);
  font_ = hb_font_create(face_);
  metrics_.units_per_em = static_cast<int>(hb_face_get_upem(face_));
  hb_font_set_scale(font_, metrics_.units_per_em, metrics_.units_per_em);
  hb_font_make_immutable(font_);
  glyph_count_ = hb_face_get_glyph_count(face_);
  postscript_name_ = english_name(face_, HB_OT_NAME_ID_POSTSCRIPT_NAME);
  family_name_ = english_name(face_, HB_OT_NAME_ID_TYPOGRAPHIC_FAMILY);
  if (family_name_.empty()) family_name_ = english_name(face_, HB_OT_NAME_ID_FONT_FAMILY);
  const Table cff(face_, HB_TAG('C', 'F', 'F', ' '));
  if (!cff.empty()) outlines_ = CffNames(cff).cid_keyed() ? Outlines::cff_cid : Outlines::cff_name;
  read_metrics();
}

Face::~Face() {
  hb_font_destroy(font_);
  hb_face_destroy(face_);
}

void Face::read_metrics() {
  const Table os2(face_, HB_TAG('O', 'S', '/', '2'));
  const Table hhea(face_, HB_TAG('h', 'h', 'e', 'a'));
  const Table post(face_, HB_TAG('p', 'o', 's', 't'));
  const Table head(face_, HB_TAG('h', 'e', 'a', 'd'));
  metrics_.ascender = hhea.i16(4);
  metrics_.descender = hhea.i16(6);
  weight_ = (head.u16(44) & 1) != 0 ? 700 : 400;
  italic_ = (head.u16(44) & 2) != 0;
  if (os2.size() >= 72) {
    weight_ = os2.u16(4);
    fs_type_ = os2.u16(8);
    italic_ = (os2.u16(62) & 1) != 0;
    metrics_.ascender = os2.i16(68);
    metrics_.descender = os2.i16(70);
  }
  if (os2.u16(0) >= 2 && os2.size() >= 90) {
    metrics_.x_height = os2.i16(86);
    metrics_.cap_height = os2.i16(88);
  } else {  // older tables lack the values: measure the letters
    metrics_.x_height = glyph_bounds(glyph(U'x')).y_max;
    metrics_.cap_height = glyph_bounds(glyph(U'H')).y_max;
  }
  if (post.size() >= 16) {
    italic_angle_ = static_cast<std::int32_t>(post.u32(4)) / 65536.0;
    metrics_.underline_position = post.i16(8);
    metrics_.underline_thickness = post.i16(10);
    fixed_pitch_ = post.u32(12) != 0;
  }
}

std::uint16_t Face::glyph(char32_t character, char32_t variation_selector) const {
  hb_codepoint_t found = 0;
  if (variation_selector != 0) {
    return hb_font_get_variation_glyph(font_, character, variation_selector, &found) ? static_cast<std::uint16_t>(found)
                                                                                     : std::uint16_t{0};
  }
  if (character < cache_->glyphs.size()) {
    auto& slot = cache_->glyphs[character];
    const std::uint16_t known = slot.load(std::memory_order_relaxed);
    if (known != 0) return known == Cache::none ? std::uint16_t{0} : known;
    hb_font_get_nominal_glyph(font_, character, &found);
    slot.store(found == 0 ? Cache::none : static_cast<std::uint16_t>(found), std::memory_order_relaxed);
  } else {
    hb_font_get_nominal_glyph(font_, character, &found);
  }
  return static_cast<std::uint16_t>(found);
}

int Face::advance(std::uint16_t glyph) const {
  if (cache_->metric_count == 0) return 0;
  return cache_->hmtx.u16(4 * std::min<std::size_t>(glyph, cache_->metric_count - 1));
}

Face::Vertical Face::vertical(std::uint16_t glyph) const {
  Vertical result;
  hb_font_get_glyph_v_origin(font_, glyph, &result.origin_x, &result.origin_y);
  result.advance = hb_font_get_glyph_v_advance(font_, glyph);
  return result;
}

Face::Bounds Face::glyph_bounds(std::uint16_t glyph) const {
  hb_glyph_extents_t extents{};
  if (!hb_font_get_glyph_extents(font_, glyph, &extents)) return {};
  return {extents.x_bearing, extents.y_bearing + extents.height, extents.x_bearing + extents.width, extents.y_bearing};
}

graphics::Path Face::outline(std::uint16_t glyph, Length size) const {
  Pen pen{{}, size, metrics_.units_per_em};
  hb_font_get_glyph_shape(font_, glyph, draw_functions(), &pen);
  return std::move(pen.path);
}

}  // namespace banxin::font
