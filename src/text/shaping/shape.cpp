#include "text/shaping/shape.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <optional>

#include <fmt/format.h>

#include "font/coverage.hpp"
#include "text/characters/scripts.hpp"
#include "text/shaping/face_selector.hpp"
#include "text/shaping/hb_objects.hpp"
#include "text/shaping/untouched.hpp"

namespace banxin::text {
namespace {

using C = CharacterClass;

hb_buffer_t* buffer() {
  thread_local const HbBuffer own{hb_buffer_create()};
  hb_buffer_clear_contents(own.get());
  return own.get();
}

std::string utf8(char32_t c) {
  std::string out;
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0 | (c >> 6));
    out += static_cast<char>(0x80 | (c & 63));
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0 | (c >> 12));
    out += static_cast<char>(0x80 | ((c >> 6) & 63));
    out += static_cast<char>(0x80 | (c & 63));
  } else {
    out += static_cast<char>(0xF0 | (c >> 18));
    out += static_cast<char>(0x80 | ((c >> 12) & 63));
    out += static_cast<char>(0x80 | ((c >> 6) & 63));
    out += static_cast<char>(0x80 | (c & 63));
  }
  return out;
}

/// Controls are not shown; HarfBuzz would show a box.
bool is_control(char32_t code) {
  return code != '\t' && !font::needs_glyph(code) && u_charType(static_cast<UChar32>(code)) == U_CONTROL_CHAR;
}

class Shaper {
 public:
  Shaper(const Characters& text, const CharacterFacts& facts, ShapedText& shaped, Diagnostics& diagnostics)
      : t_(text), facts_(facts), s_(shaped), diagnostics_(diagnostics) {}

  void run() {
    s_.clusters.reserve(t_.size());
    std::size_t begin = 0;
    for (std::size_t r = 0; r < s_.runs.size(); ++r) {
      const std::uint32_t end_byte =
          r + 1 < s_.runs.size() ? s_.run_starts[r + 1] : static_cast<std::uint32_t>(s_.text.size());
      std::size_t end = begin;
      if (r + 1 == s_.runs.size())
        end = t_.size();
      else
        end =
            static_cast<std::size_t>(std::lower_bound(t_.byte.begin(), t_.byte.end() - 1, end_byte) - t_.byte.begin());
      // A cluster that starts in this run stays whole even if its combining mark is in the next run.
      while (end < t_.size() && end > begin && facts_.cluster_starts[end] == 0) ++end;
      if (end > begin) shape_run(static_cast<std::uint32_t>(r), begin, end);
      begin = end;
    }
    for (std::size_t i = 0; i < s_.clusters.size(); ++i) {
      Cluster& c = s_.clusters[i];
      if (!facts_.break_costs.empty()) {
        const std::size_t next = i + 1 < s_.clusters.size() ? s_.clusters[i + 1].byte : t_.size();
        c.break_cost = facts_.break_costs[next - 1];
      }
      c.byte = t_.byte[c.byte];
    }
  }

 private:
  void shape_run(std::uint32_t run, std::size_t begin, std::size_t end) {
    run_ = run;
    style_ = &s_.runs[run].style;
    const std::vector<font::FaceId>& chain = s_.fonts->chain(style_->font);
    if (chain.empty()) {
      for (std::size_t i = begin; i < end; ++i) push_missing(i);
      return;
    }
    faces_.emplace(t_, facts_, *s_.fonts, chain);
    han_face_ = faces_->han_face();
    const font::Face& face = s_.fonts->face(han_face_);
    const UntouchedGlyphs& untouched = UntouchedGlyphs::of(face, style_->font.language, s_.style.mode);
    const int em = face.metrics().units_per_em;
    scale_ = s_.runs[run].inline_note ? 500 : 1000;
    const std::uint32_t plain = glyph_style({run, han_face_, 0, Orientation::upright, scale_});
    const std::int64_t size = s_.size(s_.glyph_styles[plain]).count();
    const bool simple_run = facts_.levels.empty();
    for (std::size_t i = begin; i < end;) {
      std::size_t k = i;
      if (simple_run) {
        for (; k < end; ++k) {
          const std::uint16_t glyph = quick_glyph(k, end, face, untouched);
          if (glyph == 0) break;
          const int advance = face.advance(glyph);
          Cluster& cluster = s_.clusters.emplace_back();
          cluster.byte = static_cast<std::uint32_t>(k);
          cluster.advance = static_cast<std::int32_t>(advance == em ? size : size * advance / em);
          cluster.glyph = glyph;
          cluster.glyph_style = plain;
          cluster.character_class = t_.character_class[k];
          cluster.after = facts_.after[k];
          cluster.flags = Cluster::single;
        }
        if (k == end) break;
      }
      // From here to the next character that the loop above takes.
      i = k++;
      while (k < end && (facts_.cluster_starts[k] == 0 || !simple_run || quick_glyph(k, end, face, untouched) == 0))
        ++k;
      shape_stretch(i, k);
      i = k;
    }
  }

  /// The glyph of a character that needs no shaping; 0 if it does.
  [[nodiscard]] std::uint16_t quick_glyph(std::size_t k, std::size_t end, const font::Face& face,
                                          const UntouchedGlyphs& untouched) const {
    const C c = t_.character_class[k];
    if (!is_full_width(c) || (k + 1 < end && facts_.cluster_starts[k + 1] == 0)) return 0;
    if (c == C::fullwidth_digit && style_->numerals != Numerals::font_default) return 0;
    const std::uint16_t glyph = face.glyph(t_.code[k]);
    if (glyph == 0 || !untouched.contains(glyph)) return 0;
    if (!facts_.orientations.empty()) {  // marks need vertical forms, other boxes their vertical advance
      const int em = face.metrics().units_per_em;
      if (!is_han(c) || face.advance(glyph) != em || face.vertical(glyph).advance != -em) return 0;
    }
    return glyph;
  }

  std::uint32_t glyph_style(const GlyphStyle& wanted) {
    for (std::size_t i = s_.glyph_styles.size(); i-- > 0 && s_.glyph_styles[i].run == wanted.run;) {
      if (s_.glyph_styles[i] == wanted) return static_cast<std::uint32_t>(i);
    }
    s_.glyph_styles.push_back(wanted);
    return static_cast<std::uint32_t>(s_.glyph_styles.size() - 1);
  }

  [[nodiscard]] std::uint8_t level(std::size_t i) const { return facts_.levels.empty() ? 0 : facts_.levels[i]; }

  [[nodiscard]] Orientation orientation(std::size_t i) const {
    return facts_.orientations.empty() ? Orientation::upright : facts_.orientations[i];
  }

  /// Splits [begin, end) of the current run into items of one face, script and level, and shapes each.
  void shape_stretch(std::size_t begin, std::size_t end) {
    std::size_t item = begin;
    font::FaceId item_face = 0;
    UScriptCode item_script = USCRIPT_COMMON;
    const auto flush = [&](std::size_t to) {
      if (to > item) shape_item(item, to, item_face, item_script);
      item = to;
    };
    for (std::size_t i = begin; i < end;) {
      std::size_t next = i + 1;
      while (next < end && facts_.cluster_starts[next] == 0) ++next;
      const C c = t_.character_class[i];
      if (c == C::forced_break || (next == i + 1 && is_control(t_.code[i]))) {
        flush(i);
        push_empty(i, next);
        item = i = next;
        item_script = USCRIPT_COMMON;
        continue;
      }
      const UScriptCode script = script_of(t_.code[i], c);
      // Spaces and digits stay in the face of the words around them.
      const bool stays = i > item && (!font::needs_glyph(t_.code[i]) ||
                                      (script == USCRIPT_COMMON && next == i + 1 &&
                                       s_.fonts->face(item_face).glyph(shown_character(t_, facts_, i)) != 0));
      const font::FaceId face = stays ? item_face : faces_->select(i, next);
      const bool same = i > item && face == item_face && level(i) == level(item) &&
                        (orientation(i) == orientation(item) || orientation(i) == Orientation::joined) &&
                        orientation(i) != Orientation::combined &&
                        (script == USCRIPT_COMMON || item_script == USCRIPT_COMMON || script == item_script);
      if (!same) {
        flush(i);
        item_face = face;
        item_script = USCRIPT_COMMON;
      }
      if (script != USCRIPT_COMMON) item_script = script;
      i = next;
    }
    flush(end);
  }

  void fill(hb_buffer_t* buffer, std::size_t begin, std::size_t end) const {
    static_assert(sizeof(char32_t) == sizeof(std::uint32_t));
    if (!style_->capitals && facts_.orientations.empty()) {
      const auto* codes = reinterpret_cast<const std::uint32_t*>(t_.code.data());
      hb_buffer_add_utf32(buffer, codes, static_cast<int>(t_.size()), static_cast<unsigned>(begin),
                          static_cast<int>(end - begin));
      return;
    }
    for (std::size_t i = begin; i < end; ++i) {
      std::array<char32_t, 3> upper{};
      const std::size_t count = style_->capitals ? to_capitals(shown_character(t_, facts_, i), upper)
                                                 : (upper[0] = shown_character(t_, facts_, i), 1);
      for (std::size_t k = 0; k < count; ++k) hb_buffer_add(buffer, upper[k], static_cast<unsigned>(i));
    }
    hb_buffer_set_content_type(buffer, HB_BUFFER_CONTENT_TYPE_UNICODE);
  }

  void features(std::size_t begin, std::size_t end, UScriptCode script, std::vector<hb_feature_t>& out) const {
    const auto all = [&](hb_tag_t tag, unsigned value) {
      out.push_back({tag, value, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END});
    };
    // Full-width characters keep their em boxes; kerning is for letters.
    if (is_east_asian(script)) all(HB_TAG('k', 'e', 'r', 'n'), 0);
    if (style_->tracking != Length{}) {  // no ligatures in letter-spaced text
      for (const hb_tag_t tag : {HB_TAG('l', 'i', 'g', 'a'), HB_TAG('c', 'l', 'i', 'g')}) all(tag, 0);
    }
    if (style_->numerals == Numerals::tabular) all(HB_TAG('t', 'n', 'u', 'm'), 1);
    if (style_->numerals == Numerals::proportional) all(HB_TAG('p', 'n', 'u', 'm'), 1);
    for (std::size_t i = begin; i < end; ++i) {  // proportional quotes, dashes and ellipses in Western text
      const char32_t c = t_.code[i];
      if ((c >= 0x2018 && c <= 0x201D) || c == 0x2014 || c == 0x2026) {
        if (!is_full_width(t_.character_class[i])) {
          out.push_back({HB_TAG('p', 'w', 'i', 'd'), 1, static_cast<unsigned>(i), static_cast<unsigned>(i + 1)});
        }
      }
    }
  }

  void shape_item(std::size_t begin, std::size_t end, font::FaceId face_id, UScriptCode script) {
    const font::Face& face = s_.fonts->face(face_id);
    const bool rtl = level(begin) % 2 == 1;
    const bool upright = !facts_.orientations.empty() && orientation(begin) == Orientation::upright;
    if (script == USCRIPT_COMMON) {
      script = is_full_width(t_.character_class[begin]) ? USCRIPT_HAN : USCRIPT_LATIN;
    }
    hb_buffer_t* const shaped = buffer();
    fill(shaped, begin, end);
    hb_buffer_set_script(shaped, to_hb(script));
    hb_buffer_set_direction(shaped, upright ? HB_DIRECTION_TTB : rtl ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
    hb_buffer_set_language(shaped, to_hb(style_->font.language));
    features_.clear();
    features(begin, end, script, features_);
    const bool combined = orientation(begin) == Orientation::combined;
    // Two half-width digits fill the em. Three are the font's usual digits made smaller: half-width ones would be
    // narrowed twice.
    if (combined && end - begin <= 2)
      features_.push_back({HB_TAG('h', 'w', 'i', 'd'), 1, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END});
    hb_shape(face.hb_font(), shaped, features_.data(), static_cast<unsigned>(features_.size()));
    unsigned count = 0;
    const hb_glyph_info_t* const infos = hb_buffer_get_glyph_infos(shaped, &count);
    const hb_glyph_position_t* const positions = hb_buffer_get_glyph_positions(shaped, nullptr);
    if (combined) {
      push_combined(infos, positions, count, begin, end, face_id);
      return;
    }
    const std::uint32_t item_style = glyph_style({run_, face_id, level(begin), orientation(begin), scale_});
    const Scale scale{s_.size(s_.glyph_styles[item_style]).count(), face.metrics().units_per_em,
                      upright ? &face : nullptr};
    // Groups of one cluster value, in logical order.
    const bool backwards = rtl && !upright;
    unsigned from = backwards ? count : 0;
    while (backwards ? from > 0 : from < count) {
      unsigned first = from, last = from;
      if (backwards) {
        for (first = from - 1; first > 0 && infos[first - 1].cluster == infos[from - 1].cluster;) --first;
        from = first;
      } else {
        for (last = from + 1; last < count && infos[last].cluster == infos[first].cluster;) ++last;
        from = last;
      }
      const std::size_t character = infos[first].cluster;
      const std::size_t next =
          backwards ? (from > 0 ? infos[from - 1].cluster : end) : (from < count ? infos[from].cluster : end);
      push_group(infos + first, positions + first, last - first, character, next, scale, item_style);
    }
  }

  struct Scale {
    std::int64_t size;
    int em;
    const font::Face* upright;  ///< set in vertical lines, where HarfBuzz counts from the horizontal origin
    [[nodiscard]] std::int32_t operator()(int units) const { return static_cast<std::int32_t>(size * units / em); }
    [[nodiscard]] std::int32_t advance(const hb_glyph_position_t& p) const {
      return upright != nullptr ? -(*this)(p.y_advance) : (*this)(p.x_advance);
    }
    /// The offset of the glyph along the line and across it.
    [[nodiscard]] std::pair<std::int32_t, std::int32_t> offset(const hb_glyph_info_t& glyph,
                                                               const hb_glyph_position_t& p) const {
      if (upright == nullptr) return {(*this)(p.x_offset), -(*this)(p.y_offset)};
      const font::Face::Vertical v = upright->vertical(static_cast<std::uint16_t>(glyph.codepoint));
      return {-(*this)(p.y_offset + v.origin_y), (*this)(p.x_offset + v.origin_x)};
    }
  };

  /// A short number side by side in one em of a vertical line, scaled down if it is wider.
  void push_combined(const hb_glyph_info_t* infos, const hb_glyph_position_t* positions, unsigned count,
                     std::size_t begin, std::size_t end, font::FaceId face_id) {
    const int em = s_.fonts->face(face_id).metrics().units_per_em;
    int width = 0;
    for (unsigned k = 0; k < count; ++k) width += positions[k].x_advance;
    const int scale = width > em ? 1000 * em / width : 1000;
    const auto own = static_cast<std::uint16_t>(scale * scale_ / 1000);
    Cluster& c = s_.clusters.emplace_back();
    c.byte = static_cast<std::uint32_t>(begin);
    c.glyph_style = glyph_style({run_, face_id, level(begin), Orientation::combined, own});
    c.character_class = C::ideograph;  // it fills its box: no space next to Han
    c.after = facts_.after[end - 1];
    const std::int64_t size = s_.size(s_.glyph_styles[c.glyph_style]).count();
    c.advance = static_cast<std::int32_t>(style_->size.count() * scale_ / 1000);
    c.glyph = static_cast<std::uint32_t>(s_.glyphs.size());
    auto pen = static_cast<std::int32_t>(-size * width / em / 2);
    for (unsigned k = 0; k < count; ++k) {  // here x runs across the column
      s_.glyphs.push_back(
          {static_cast<std::uint16_t>(infos[k].codepoint), static_cast<std::uint16_t>(count - k - 1), pen, 0});
      pen += static_cast<std::int32_t>(size * positions[k].x_advance / em);
      if (infos[k].codepoint == 0) report_missing(begin, end);
    }
  }

  void push_group(const hb_glyph_info_t* infos, const hb_glyph_position_t* positions, unsigned count,
                  std::size_t character, std::size_t next, const Scale& scale, std::uint32_t item_style) {
    Cluster& c = s_.clusters.emplace_back();
    c.byte = static_cast<std::uint32_t>(character);
    c.glyph_style = item_style;
    c.character_class = t_.character_class[character];
    c.after = facts_.after[next - 1];
    bool missing = false;
    if (count == 1 && scale.offset(infos[0], positions[0]) == std::pair<std::int32_t, std::int32_t>{}) {
      c.advance = scale.advance(positions[0]);
      c.glyph = infos[0].codepoint;
      c.flags = Cluster::single;
      missing = infos[0].codepoint == 0;
    } else {
      c.glyph = static_cast<std::uint32_t>(s_.glyphs.size());
      for (unsigned k = 0; k < count; ++k) {
        ShapedGlyph g;
        g.id = static_cast<std::uint16_t>(infos[k].codepoint);
        g.rest = static_cast<std::uint16_t>(std::min(count - k - 1, 0xffffU));
        const auto [along, across] = scale.offset(infos[k], positions[k]);
        g.x = c.advance + along;
        g.y = across;
        s_.glyphs.push_back(g);
        c.advance += scale.advance(positions[k]);
        missing = missing || g.id == 0;
      }
    }
    if (missing) report_missing(character, next);
  }

  void push_empty(std::size_t i, std::size_t next) {
    Cluster& c = s_.clusters.emplace_back();
    c.byte = static_cast<std::uint32_t>(i);
    c.glyph_style = glyph_style({run_, han_face_, level(i), Orientation::upright, scale_});
    c.character_class = t_.character_class[i];
    c.after = facts_.after[next - 1];
    c.flags = Cluster::empty;
  }

  /// No font: empty em boxes.
  void push_missing(std::size_t i) {
    Cluster& c = s_.clusters.emplace_back();
    c.byte = static_cast<std::uint32_t>(i);
    c.advance = static_cast<std::int32_t>(style_->size.count());
    c.glyph_style = glyph_style({run_, 0, level(i), Orientation::upright, scale_});
    c.character_class = t_.character_class[i];
    c.after = facts_.after[i];
    c.flags = Cluster::empty;
    report_missing(i, i + 1);
  }

  void report_missing(std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      const char32_t code = t_.code[i];
      if (!font::needs_glyph(code) || std::find(reported_.begin(), reported_.end(), code) != reported_.end()) continue;
      reported_.push_back(code);
      diagnostics_.report(MessageId::glyph_missing, s_.span(t_.byte[i], t_.byte[i + 1]),
                          {utf8(code), fmt::format("U+{:04X}", static_cast<std::uint32_t>(code))});
      return;
    }
  }

  const Characters& t_;
  const CharacterFacts& facts_;
  ShapedText& s_;
  Diagnostics& diagnostics_;
  std::uint32_t run_ = 0;
  const TextStyle* style_ = nullptr;
  std::optional<FaceSelector> faces_;  ///< of the current run
  font::FaceId han_face_ = 0;
  std::uint16_t scale_ = 1000;
  std::vector<hb_feature_t> features_;
  std::vector<char32_t> reported_;
};

}  // namespace

void shape(const Characters& text, const CharacterFacts& facts, ShapedText& shaped, Diagnostics& diagnostics) {
  Shaper(text, facts, shaped, diagnostics).run();
}

}  // namespace banxin::text
