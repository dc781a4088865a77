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
  Glue(const Characters& text, ShapedText& shaped) : t_(text), s_(shaped) {}

  void run() {
    for (std::size_t i = 0; i < s_.clusters.size(); ++i) {
      Cluster& c = s_.clusters[i];
      if (may_have_shape(c.character_class)) add_box_space(i, c);
      if (i > 0) space_between(s_.clusters[i - 1], c);
    }
    if (!s_.style.trim_punctuation) return;
    stack_exclamations();
    compress_pairs();
  }

 private:
  void add_box_space(std::size_t index, Cluster& c) {
    if (s_.glyph_styles[c.glyph_style].level % 2 == 1 || s_.run_of(c).inline_note) return;
    const char32_t code = t_.code[character_at(t_, c.byte)];
    const PunctuationBox shape = punctuation_box(c.character_class, code, s_.style.language, s_.style.mode);
    const std::int64_t em = s_.em(c);
    BoxSpace m;
    m.cluster = static_cast<std::uint32_t>(index);
    m.bracket = is_bracket(c.character_class);
    m.compressible = shape.compressible;
    if (shape.width != 0) {
      const std::int32_t excess = c.advance - of_em(em, shape.width);
      m.trim_left = m.space_left = excess / 2;
      m.trim_right = m.space_right = excess - excess / 2;
    } else if (std::int64_t{c.advance} * 10 >= em * 9) {  // a proportional mark has no space in a box
      m.space_left = of_em(em, shape.left);
      m.space_right = of_em(em, shape.right);
    }
    m.centered =
        is_pause(c.character_class) && m.space_left > 0 && m.space_right > 0 && s_.style.language == Language::zh_hant;
    if (!shape.compressible && m.trim_left == 0 && m.trim_right == 0) return;
    if (!s_.style.trim_punctuation && shape.width == 0) m.space_left = m.space_right = 0;
    c.flags |= Cluster::box_space;
    s_.box_spaces.push_back(m);
  }

  /// Between Han and a letter or digit. A typed space makes them no neighbors, so nothing is added then.
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
    auto& box_spaces = s_.box_spaces;
    for (std::size_t i = 0; i < box_spaces.size();) {
      std::size_t end = i + 1;
      if (is_exclamation(box_spaces[i]) && box_spaces[i].space_right > 0) {
        while (end < box_spaces.size() && box_spaces[end].cluster == box_spaces[end - 1].cluster + 1 &&
               is_exclamation(box_spaces[end]) && box_spaces[end].space_right > 0) {
          ++end;
        }
      }
      if (const auto count = static_cast<int>(end - i); count >= 2) {
        for (std::size_t k = i; k < end; ++k) {
          const Cluster& c = s_.clusters[box_spaces[k].cluster];
          box_spaces[k].trim_right = static_cast<std::int32_t>(c.advance - s_.em(c) * ((count + 1) / 2) / count);
        }
      }
      i = end;
    }
  }

  [[nodiscard]] bool is_exclamation(const BoxSpace& m) const {
    return s_.clusters[m.cluster].character_class == C::exclamation;
  }

  /// Trims half an em between two marks of which one is a bracket.
  void compress_pairs() {
    auto& box_spaces = s_.box_spaces;
    for (std::size_t i = 1; i < box_spaces.size(); ++i) {
      BoxSpace& a = box_spaces[i - 1];
      BoxSpace& b = box_spaces[i];
      if (b.cluster != a.cluster + 1 || !a.compressible || !b.compressible || !(a.bracket || b.bracket)) continue;
      const std::int32_t right = a.space_right - a.trim_right, left = b.space_left - b.trim_left;
      const std::int64_t em = std::min(s_.em(s_.clusters[a.cluster]), s_.em(s_.clusters[b.cluster]));
      const std::int32_t half = of_em(em, 500);
      // The bracket is trimmed first, to be close to the text it encloses.
      std::int32_t from_right = a.bracket ? std::min(right, half) : 0;
      const std::int32_t from_left = std::min(left, half - from_right);
      if (!a.bracket) from_right = std::min(right, half - from_left);
      a.trim_right += from_right;
      b.trim_left += from_left;
      // A stop in the middle of its box (zh-Hant) is trimmed on its other side as well: 。」 also takes 1.5 em.
      const std::int32_t rest = half - from_left - from_right;
      if (rest > 0 && !a.bracket && a.space_left > 0 && right > 0) {
        a.trim_left += std::min(rest, a.space_left - a.trim_left);
      }
    }
  }

  const Characters& t_;
  ShapedText& s_;
};

}  // namespace

void find_glue(const Characters& text, ShapedText& shaped) { Glue(text, shaped).run(); }

}  // namespace banxin::text
