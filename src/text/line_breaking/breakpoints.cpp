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

/// Walks the clusters once and keeps the running sums.
class Scanner {
 public:
  Scanner(const ShapedText& shaped, std::vector<Breakpoint>& breakpoints)
      : s_(shaped), trims_(shaped.style.trim_punctuation), breakpoints_(breakpoints) {}

  void run() {
    breakpoints_.push_back({});
    breakpoints_.back().from = start_of_line(0);
    const std::size_t n = s_.clusters.size();
    for (std::size_t i = 0; i < n; ++i) {
      add_cluster(i);
      if (s_.clusters[i].after != Break::none || i + 1 == n) add_breakpoint(i);
    }
    if (n == 0) breakpoints_.emplace_back().kind = Break::forced;
  }

 private:
  /// The sums at the start of a line with cluster `i`.
  [[nodiscard]] Breakpoint::Sums start_of_line(std::size_t i) const {
    Breakpoint::Sums from = sums_;
    if (i < s_.clusters.size() && s_.clusters[i].has(Cluster::box_space)) {
      const BoxSpace& m = s_.box_spaces[next_space_];
      // An opener at a line's start is half an em wide; an annotation stays inside the measure.
      if ((trims_ && m.bracket) || m.annotated) {
        from.pen += m.space_left - m.trim_left;
        from.squeeze += m.left();
      }
    }
    return from;
  }

  void add_cluster(std::size_t i) {
    const Cluster& c = s_.clusters[i];
    const BoxSpace* const m = c.has(Cluster::box_space) ? &s_.box_spaces[next_space_++] : nullptr;
    sums_.pen += c.advance;
    if (m != nullptr) {
      sums_.squeeze += m->left();
      sums_.pen -= m->trim_left;
    }
    if (c.character_class == C::space) {
      sums_.squeeze += space_squeeze(s_, c);
      sums_.stretch += space_stretch(s_, c);
    }
    if (!is_discardable(c)) end_line_after(i, m);
    if (m != nullptr) {
      sums_.pen -= m->trim_right;
      sums_.squeeze += m->right();
    }
    sums_.pen += tracking(s_, c);
    if (c.has(Cluster::han_latin)) {
      sums_.pen += han_latin_space(s_, c);
      sums_.squeeze += han_latin_squeeze(s_, c);
      sums_.stretch += han_latin_stretch(s_, c);
    } else if (i + 1 < s_.clusters.size() && may_stretch_between(s_, i)) {
      sums_.stretch += s_.em(c) * gap_stretch_thousandths / 1000;
    }
  }

  /// Updates what a line that ends with cluster `i` shows.
  void end_line_after(std::size_t i, const BoxSpace* m) {
    const Cluster& c = s_.clusters[i];
    visible_ = static_cast<std::uint32_t>(i + 1);
    visible_end_ = sums_;
    hangs_ = false;
    if (m != nullptr) {
      const std::int32_t trim_right = trims_ || m->annotated ? m->space_right : m->trim_right;
      visible_end_.pen -= trim_right;
      if (trims_ && m->centered) {
        visible_end_.pen -= m->space_left - m->trim_left;
        visible_end_.squeeze -= m->left();
      }
      if (s_.style.hang_punctuation && may_hang(s_, i, *m)) {
        hangs_ = true;
        visible_end_.pen -= c.advance - m->trim_left - trim_right;
      }
    }
    characters_ += is_han(c.character_class) || is_alphabetic(c.character_class) || c.character_class == C::hangul ||
                   c.character_class == C::fullwidth_digit || c.character_class == C::fullwidth_letter;
  }

  void add_breakpoint(std::size_t i) {
    Breakpoint& breakpoint = breakpoints_.emplace_back();
    breakpoint.next = static_cast<std::uint32_t>(i + 1);
    breakpoint.end = visible_;
    breakpoint.kind = i + 1 == s_.clusters.size() ? Break::forced : s_.clusters[i].after;
    if (breakpoint.kind == Break::hyphen) {
      breakpoint.hyphen = hyphen_width(s_, s_.clusters[breakpoint.end > 0 ? breakpoint.end - 1 : 0]);
    }
    breakpoint.hangs = hangs_;
    breakpoint.characters = characters_;
    breakpoint.before = visible_end_;
    breakpoint.from = start_of_line(i + 1);
  }

  const ShapedText& s_;
  bool trims_;
  std::vector<Breakpoint>& breakpoints_;
  Breakpoint::Sums sums_;         ///< before the next cluster
  Breakpoint::Sums visible_end_;  ///< up to the last cluster that is not discarded
  std::uint32_t visible_ = 0, characters_ = 0;
  bool hangs_ = false;
  std::size_t next_space_ = 0;  ///< the next entry of `box_spaces`
};

}  // namespace

void find_breakpoints(const ShapedText& shaped, std::vector<Breakpoint>& breakpoints) {
  breakpoints.clear();
  Scanner(shaped, breakpoints).run();
}

}  // namespace banxin::text
