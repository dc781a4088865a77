#include "text/shaping/vertical.hpp"

#include <unicode/uchar.h>

namespace banxin::text {
namespace {

using C = CharacterClass;

Orientation orientation_of(char32_t code, C c) {
  switch (c) {
    case C::ideograph:
    case C::kana:
    case C::small_kana:
    case C::hangul: return Orientation::upright;
    case C::letter:
    case C::digit:
    case C::solidus:
    case C::space: break;
    // Full-width marks have vertical glyphs; a short dash is drawn along the line.
    case C::short_connector: return Orientation::sideways;
    default:
      if (is_full_width(c)) return Orientation::upright;
      break;
  }
  const auto orientation =
      static_cast<UVerticalOrientation>(u_getIntPropertyValue(static_cast<UChar32>(code), UCHAR_VERTICAL_ORIENTATION));
  return orientation == U_VO_UPRIGHT || orientation == U_VO_TRANSFORMED_UPRIGHT ? Orientation::upright
                                                                                : Orientation::sideways;
}

/// Does the character make digits part of a longer word or number, which is set sideways?
bool continues_number(const Characters& t, std::size_t i) {
  if (i >= t.size()) return false;
  const C c = t.character_class[i];
  if (c == C::letter || c == C::solidus) return true;
  const char32_t code = t.code[i];
  return c == C::other && code < 0x80 && code != '(' && code != ')';
}

}  // namespace

void find_orientations(const Characters& t, std::vector<Orientation>& orientations) {
  const std::size_t n = t.size();
  orientations.resize(n);
  for (std::size_t i = 0; i < n; ++i) orientations[i] = orientation_of(t.code[i], t.character_class[i]);
  for (std::size_t i = 0; i < n;) {
    if (t.character_class[i] != C::digit || t.code[i] > '9') {
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < n && t.character_class[end] == C::digit && t.code[end] <= '9') ++end;
    const bool alone = !continues_number(t, end) && !(i > 0 && continues_number(t, i - 1));
    if (alone && end - i <= 3) {
      orientations[i] = Orientation::combined;
      for (std::size_t k = i + 1; k < end; ++k) orientations[k] = Orientation::joined;
    }
    i = end;
  }
}

char32_t vertical_form(char32_t code, CharacterClass c) {
  if (!is_bracket(c)) return code;
  switch (code) {
    case 0x201C: return 0x300E;
    case 0x201D: return 0x300F;
    case 0x2018: return 0x300C;
    case 0x2019: return 0x300D;
    default: return code;
  }
}

}  // namespace banxin::text
