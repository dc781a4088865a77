#include "text/justification/glue.hpp"

#include <algorithm>

namespace banxin::text {
namespace {

using C = CharacterClass;

/// Index of the character at a byte.
std::size_t character_at(const Characters& t, std::uint32_t byte) {
  return static_cast<std::size_t>(std::lower_bound(t.byte.begin(), t.byte.end(), byte) - t.byte.begin());
}

std::int32_t of_em(std::int64_t em, int thousandths) { return static_cast<std::int32_t>(em * thousandths / 1000); }

bool may_have_shape(C c) { return c >= C::opener && c <= C::fullwidth_solidus; }

class Glue {
 public:
  Glue(const Characters& text, Setting& setting) : t_(text), s_(setting) {}

  void run() {
    for (std::size_t i = 0; i < s_.clusters.size(); ++i) {
      Cluster& c = s_.clusters[i];
      if (may_have_shape(c.character_class)) add_mark(i, c);
      if (i > 0) space_between(s_.clusters[i - 1], c);
    }
    if (!s_.style.trim_punctuation) return;
    stack_exclamations();
    compress_pairs();
  }

 private:
  void add_mark(std::size_t index, Cluster& c) {
    if (s_.looks[c.look].level % 2 == 1 || s_.run_of(c).inline_note) return;
    const char32_t code = t_.code[character_at(t_, c.byte)];
    const MarkShape shape = mark_shape(c.character_class, code, s_.style.language, s_.style.mode);
    const std::int64_t em = s_.em(c);
    Mark m;
    m.cluster = static_cast<std::uint32_t>(index);
    m.bracket = is_bracket(c.character_class);
    m.adjacent = shape.mark;
    if (shape.width != 0) {
      const std::int32_t excess = c.advance - of_em(em, shape.width);
      m.cut_left = m.white_left = excess / 2;
      m.cut_right = m.white_right = excess - excess / 2;
    } else if (c.advance * 10 >= em * 9) {  // a proportional mark has no box to take white from
      m.white_left = of_em(em, shape.left);
      m.white_right = of_em(em, shape.right);
    }
    m.centerd =
        is_pause(c.character_class) && m.white_left > 0 && m.white_right > 0 && s_.style.language == Language::zh_hant;
    if (!shape.mark && m.cut_left == 0 && m.cut_right == 0) return;
    if (!s_.style.trim_punctuation && shape.width == 0) m.white_left = m.white_right = 0;
    c.flags |= Cluster::mark;
    s_.marks.push_back(m);
  }

  /// Han beside a letter or digit; nothing where the editor typed a space, since then they are not neighbors.
  void space_between(Cluster& a, const Cluster& b) {
    if (s_.style.han_latin_space <= 0 || s_.style.language == Language::ko) return;
    const bool han_latin = (is_han(a.character_class) && is_alphabetic(b.character_class)) ||
                           (is_alphabetic(a.character_class) && is_han(b.character_class));
    if (!han_latin) return;
    const Run& left = s_.run_of(a);
    const Run& right = s_.run_of(b);
    if (left.note_mark || right.note_mark || left.inline_note || right.inline_note) return;
    if (left.style.baseline_shift != right.style.baseline_shift) return;
    a.flags |= Cluster::han_latin;
  }

  /// Stacked ！ and ？: two share one em, three take two (GB/T 15834-2011, 4.2.3.3 and 4.3.3.3).
  void stack_exclamations() {
    auto& marks = s_.marks;
    for (std::size_t i = 0; i < marks.size();) {
      std::size_t end = i + 1;
      if (is_exclamation(marks[i]) && marks[i].white_right > 0) {
        while (end < marks.size() && marks[end].cluster == marks[end - 1].cluster + 1 && is_exclamation(marks[end]) &&
               marks[end].white_right > 0) {
          ++end;
        }
      }
      if (const auto count = static_cast<int>(end - i); count >= 2) {
        for (std::size_t k = i; k < end; ++k) {
          const Cluster& c = s_.clusters[marks[k].cluster];
          marks[k].cut_right = static_cast<std::int32_t>(c.advance - s_.em(c) * ((count + 1) / 2) / count);
        }
      }
      i = end;
    }
  }

  [[nodiscard]] bool is_exclamation(const Mark& m) const {
    return s_.clusters[m.cluster].character_class == C::exclamation;
  }

  /// Two marks of which one is a bracket give up half an em of the white between them.
  void compress_pairs() {
    auto& marks = s_.marks;
    for (std::size_t i = 1; i < marks.size(); ++i) {
      Mark& a = marks[i - 1];
      Mark& b = marks[i];
      if (b.cluster != a.cluster + 1 || !a.adjacent || !b.adjacent || !(a.bracket || b.bracket)) continue;
      const std::int32_t right = a.white_right - a.cut_right, left = b.white_left - b.cut_left;
      const std::int64_t em = std::min(s_.em(s_.clusters[a.cluster]), s_.em(s_.clusters[b.cluster]));
      const std::int32_t half = of_em(em, 500);
      // The bracket gives first: it shall hug what it encloses.
      std::int32_t from_right = a.bracket ? std::min(right, half) : 0;
      const std::int32_t from_left = std::min(left, half - from_right);
      if (!a.bracket) from_right = std::min(right, half - from_left);
      a.cut_right += from_right;
      b.cut_left += from_left;
      // A stop in the middle of its box (zh-Hant) gives the rest on its other side: 。」 takes 1.5 em too.
      const std::int32_t rest = half - from_left - from_right;
      if (rest > 0 && !a.bracket && a.white_left > 0 && right > 0) {
        a.cut_left += std::min(rest, a.white_left - a.cut_left);
      }
    }
  }

  const Characters& t_;
  Setting& s_;
};

}  // namespace

void find_glue(const Characters& text, Setting& setting) { Glue(text, setting).run(); }

}  // namespace banxin::text
