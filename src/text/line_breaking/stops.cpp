#include "text/line_breaking/stops.hpp"

#include "text/justification/stretchable_space.hpp"

namespace banxin::text {
namespace {

using C = CharacterClass;

bool is_eaten(const Cluster& c) {
  return c.character_class == C::space || c.character_class == C::ideographic_space ||
         c.character_class == C::forced_break;
}

std::int32_t hyphen_width(const Setting& s, const Cluster& c) {
  const font::Face& face = s.fonts->face(s.looks[c.look].face);
  return static_cast<std::int32_t>(face.advance(face.glyph(U'-'), s.run_of(c).style.size).count());
}

bool may_hang(const Setting& s, std::size_t i, const Mark& m) {
  const C c = s.clusters[i].character_class;
  if (c != C::comma && c != C::stop) return false;
  const bool run_before = i > 0 && s.clusters[i - 1].has(Cluster::mark);
  return m.adjacent && !run_before;  // never out of a run of marks
}

}  // namespace

void find_stops(const Setting& s, std::vector<Stop>& stops) {
  stops.clear();
  const std::size_t n = s.clusters.size();
  Stop::Sums sums;         // before cluster i
  Stop::Sums visible_end;  // up to the last cluster that is not eaten
  std::uint32_t visible = 0, solid = 0;
  bool hangs = false;
  std::size_t mark = 0;
  const bool trims = s.style.trim_punctuation;
  const auto start_sums = [&](std::size_t i, std::size_t mark_at) {
    Stop::Sums from = sums;
    if (i < n && s.clusters[i].has(Cluster::mark)) {
      const Mark& m = s.marks[mark_at];
      // An opener at a line's start is half an em wide; an annotation does not stand out of the measure.
      if ((trims && m.bracket) || m.annotated) {
        from.pen += m.white_left - m.cut_left;
        from.squeeze += m.left();
      }
    }
    return from;
  };
  stops.push_back({});
  stops.back().from = start_sums(0, 0);
  for (std::size_t i = 0; i < n; ++i) {
    const Cluster& c = s.clusters[i];
    const std::int64_t em = s.em(c);
    const bool eaten = is_eaten(c);
    const Mark* const m = c.has(Cluster::mark) ? &s.marks[mark++] : nullptr;
    if (m != nullptr) {
      sums.squeeze += m->left();
      sums.pen += c.advance - m->cut_left;
    } else {
      sums.pen += c.advance;
    }
    if (c.character_class == C::space) {
      sums.squeeze += space_squeeze(s, c);
      sums.stretch += space_stretch(s, c);
    }
    if (!eaten) {
      visible = static_cast<std::uint32_t>(i + 1);
      visible_end = sums;
      hangs = false;
      if (m != nullptr) {
        const std::int32_t cut_right = trims || m->annotated ? m->white_right : m->cut_right;
        visible_end.pen -= cut_right;
        if (trims && m->centerd) {
          visible_end.pen -= m->white_left - m->cut_left;
          visible_end.squeeze -= m->left();
        }
        if (s.style.hang_punctuation && may_hang(s, i, *m)) {
          hangs = true;
          visible_end.pen -= c.advance - m->cut_left - cut_right;
        }
      }
      solid += is_han(c.character_class) || is_alphabetic(c.character_class) || c.character_class == C::hangul ||
               c.character_class == C::fullwidth_digit || c.character_class == C::fullwidth_letter;
    }
    if (m != nullptr) {
      sums.pen -= m->cut_right;
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
    Stop& stop = stops.emplace_back();
    stop.next = static_cast<std::uint32_t>(i + 1);
    stop.end = visible;
    stop.kind = i + 1 == n ? Break::forced : c.after;
    if (stop.kind == Break::hyphen) stop.hyphen = hyphen_width(s, s.clusters[stop.end > 0 ? stop.end - 1 : 0]);
    stop.hangs = hangs;
    stop.solid = solid;
    stop.before = visible_end;
    stop.from = start_sums(i + 1, mark);
  }
  if (n == 0) {
    Stop& stop = stops.emplace_back();
    stop.kind = Break::forced;
  }
}

}  // namespace banxin::text
