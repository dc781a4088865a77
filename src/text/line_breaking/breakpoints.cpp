#include "text/line_breaking/breakpoints.hpp"

#include "text/justification/stretchable_space.hpp"

namespace banxin::text {
namespace {

using C = CharacterClass;

bool is_discardable(const Cluster& c) {
  return c.character_class == C::space || c.character_class == C::ideographic_space ||
         c.character_class == C::forced_break;
}

std::int32_t hyphen_width(const ShapedText& s, const Cluster& c) {
  const font::Face& face = s.fonts->face(s.glyph_styles[c.glyph_style].face);
  return static_cast<std::int32_t>(face.advance(face.glyph(U'-'), s.run_of(c).style.size).count());
}

bool may_hang(const ShapedText& s, std::size_t i, const BoxSpace& m) {
  const C c = s.clusters[i].character_class;
  if (c != C::comma && c != C::stop) return false;
  const bool run_before = i > 0 && s.clusters[i - 1].has(Cluster::box_space);
  return m.compressible && !run_before;  // not at the end of a sequence of marks
}

}  // namespace

void find_breakpoints(const ShapedText& s, std::vector<Breakpoint>& breakpoints) {
  breakpoints.clear();
  const std::size_t n = s.clusters.size();
  Breakpoint::Sums sums;         // before cluster i
  Breakpoint::Sums visible_end;  // up to the last cluster that is not discarded
  std::uint32_t visible = 0, characters = 0;
  bool hangs = false;
  std::size_t space_index = 0;
  const bool trims = s.style.trim_punctuation;
  const auto start_sums = [&](std::size_t i, std::size_t index) {
    Breakpoint::Sums from = sums;
    if (i < n && s.clusters[i].has(Cluster::box_space)) {
      const BoxSpace& m = s.box_spaces[index];
      // An opener at a line's start is half an em wide; an annotation stays inside the measure.
      if ((trims && m.bracket) || m.annotated) {
        from.pen += m.space_left - m.trim_left;
        from.squeeze += m.left();
      }
    }
    return from;
  };
  breakpoints.push_back({});
  breakpoints.back().from = start_sums(0, 0);
  for (std::size_t i = 0; i < n; ++i) {
    const Cluster& c = s.clusters[i];
    const std::int64_t em = s.em(c);
    const bool discardable = is_discardable(c);
    const BoxSpace* const m = c.has(Cluster::box_space) ? &s.box_spaces[space_index++] : nullptr;
    if (m != nullptr) {
      sums.squeeze += m->left();
      sums.pen += c.advance - m->trim_left;
    } else {
      sums.pen += c.advance;
    }
    if (c.character_class == C::space) {
      sums.squeeze += space_squeeze(s, c);
      sums.stretch += space_stretch(s, c);
    }
    if (!discardable) {
      visible = static_cast<std::uint32_t>(i + 1);
      visible_end = sums;
      hangs = false;
      if (m != nullptr) {
        const std::int32_t trim_right = trims || m->annotated ? m->space_right : m->trim_right;
        visible_end.pen -= trim_right;
        if (trims && m->centered) {
          visible_end.pen -= m->space_left - m->trim_left;
          visible_end.squeeze -= m->left();
        }
        if (s.style.hang_punctuation && may_hang(s, i, *m)) {
          hangs = true;
          visible_end.pen -= c.advance - m->trim_left - trim_right;
        }
      }
      characters += is_han(c.character_class) || is_alphabetic(c.character_class) || c.character_class == C::hangul ||
                    c.character_class == C::fullwidth_digit || c.character_class == C::fullwidth_letter;
    }
    if (m != nullptr) {
      sums.pen -= m->trim_right;
      sums.squeeze += m->right();
    }
    sums.pen += tracking(s, c);
    if (c.has(Cluster::han_latin)) {
      sums.pen += han_latin_space(s, c);
      sums.squeeze += han_latin_squeeze(s, c);
      sums.stretch += han_latin_stretch(s, c);
    } else if (i + 1 < n && may_stretch_between(s, i)) {
      sums.stretch += em * gap_stretch_thousandths / 1000;
    }
    if (c.after == Break::none && i + 1 < n) continue;
    Breakpoint& breakpoint = breakpoints.emplace_back();
    breakpoint.next = static_cast<std::uint32_t>(i + 1);
    breakpoint.end = visible;
    breakpoint.kind = i + 1 == n ? Break::forced : c.after;
    if (breakpoint.kind == Break::hyphen)
      breakpoint.hyphen = hyphen_width(s, s.clusters[breakpoint.end > 0 ? breakpoint.end - 1 : 0]);
    breakpoint.hangs = hangs;
    breakpoint.characters = characters;
    breakpoint.before = visible_end;
    breakpoint.from = start_sums(i + 1, space_index);
  }
  if (n == 0) {
    Breakpoint& breakpoint = breakpoints.emplace_back();
    breakpoint.kind = Break::forced;
  }
}

}  // namespace banxin::text
