#include "text/line_breaking/prohibitions.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <string_view>

namespace banxin::text {
namespace {

using C = CharacterClass;

/// $ € ± …: stays with the number that follows, or else with the one before (50€).
bool is_number_sign(const Characters& t, std::size_t i) {
  if (t.character_class[i] == C::fullwidth_prefix) return t.code[i] != 0xFF0D;
  if (t.character_class[i] != C::other) return false;
  return t.code[i] == '+' || t.code[i] == 0xB1 || u_charType(static_cast<UChar32>(t.code[i])) == U_CURRENCY_SYMBOL;
}
/// １９９９－１２－３１: does the － at `i` belong to a date?
bool is_date_hyphen(const Characters& t, std::size_t i) {
  const auto digits = [&](std::size_t from, std::size_t to) {
    for (std::size_t k = from; k < to; ++k) {
      if (t.class_at(k) != C::fullwidth_digit) return false;
    }
    return true;
  };
  const auto code_at = [&](std::size_t k) { return k < t.size() ? t.code[k] : char32_t{}; };
  // A year before the first sign, two digits between the two.
  const auto first = [&](std::size_t k) {
    return k >= 4 && digits(k - 4, k) && digits(k + 1, k + 3) && code_at(k + 3) == 0xFF0D && digits(k + 4, k + 6);
  };
  return first(i) || (i >= 7 && code_at(i - 3) == 0xFF0D && first(i - 3));
}

/// Marks that never start a line, at any level.
bool is_nonstarter(const Characters& t, std::size_t i, LineBreakLevel level) {
  switch (t.character_class[i]) {
    case C::closer:
    case C::comma:
    case C::colon:
    case C::stop:
    case C::exclamation:
    case C::short_connector:
    case C::tilde:
    case C::fullwidth_solidus:
    case C::solidus:
    case C::iteration:
    case C::fullwidth_suffix:
    case C::interpunct: return true;  // between letters it is part of a word (l·l)
    case C::small_kana: return level != LineBreakLevel::basic;
    case C::dash: {  // one dash connects; two are a pause and may start a line below `strict`
      if (level == LineBreakLevel::strict) return true;
      const bool two = t.code[i] == 0x2E3A || t.code[i] == 0x2E3B || t.class_at(i + 1) == C::dash ||
                       (i > 0 && t.character_class[i - 1] == C::dash);
      return !two;
    }
    case C::ellipsis: return level == LineBreakLevel::strict;
    case C::fullwidth_prefix:  // － connects (第１－２章) unless it is a number's sign
      return t.code[i] == 0xFF0D && !(is_digit(t.class_at(i + 1)) && i > 0 && !is_digit(t.character_class[i - 1]));
    case C::letter: return t.code[i] == 0x2019 && t.class_at(i + 1) == C::letter;  // an apostrophe: 甲’s
    case C::other: return t.code[i] == '-' || t.code[i] == 0x2010 || is_name_suffix(t, i);
    default: return false;
  }
}

/// A full-width comma, stop or colon inside a number of full-width digits: １，０００ · １．５ · １０：３０.
bool is_number_separator(const Characters& t, std::size_t mark) {
  if (mark == 0 || t.character_class[mark - 1] != C::fullwidth_digit) return false;
  if (t.class_at(mark + 1) != C::fullwidth_digit) return false;
  if (t.code[mark] == 0xFF0E || t.code[mark] == 0xFF1A) return true;
  if (t.code[mark] != 0xFF0C) return false;
  return t.class_at(mark + 2) == C::fullwidth_digit && t.class_at(mark + 3) == C::fullwidth_digit &&
         t.class_at(mark + 4) != C::fullwidth_digit;
}

/// ¹ ² [3] * † directly after a word: a reference mark typed into the text.
bool is_typed_note_mark(const Characters& t, std::size_t i) {
  const char32_t c = t.code[i];
  if (c == 0xB9 || c == 0xB2 || c == 0xB3 || (c >= 0x2070 && c <= 0x2079) || c == '*' || c == 0x2020 || c == 0x2021) {
    return true;
  }
  if (c != '[' && c != 0x3014) return false;
  std::size_t k = i + 1;
  while (is_digit(t.class_at(k)) && k < i + 4) ++k;
  return k > i + 1 && k < t.size() && (t.code[k] == ']' || t.code[k] == 0x3015);
}

/// A hyphen with fewer than three letters on one side (DALL-E, e-mail) is part of a short word.
bool is_tight_hyphen(const Characters& t, std::size_t i) {
  const char32_t c = t.code[i];
  if ((c != '-' && c != 0x2010) || i == 0 || i + 1 >= t.size()) return false;
  if (!is_alphabetic(t.character_class[i - 1]) || !is_alphabetic(t.character_class[i + 1])) return false;
  std::size_t before = 0, after = 0;
  while (before < 3 && before < i && is_alphabetic(t.character_class[i - 1 - before])) ++before;
  while (after < 3 && is_alphabetic(t.class_at(i + 1 + after))) ++after;
  return before < 3 || after < 3;
}

/// A sign, number or word that belongs to the number before it across a space: 25 ℃, 5 km.
bool is_unit_after(const Characters& t, std::size_t i) {
  if (t.class_at(i) == C::fullwidth_suffix || t.code[i] == '%' || t.code[i] == 0xB0) return true;
  static constexpr std::u32string_view units[] = {
      U"m",  U"mm",  U"cm",  U"dm",  U"km",   U"nm",   U"μm",  U"g",  U"kg", U"mg",  U"t",   U"s",   U"ms",
      U"ns", U"min", U"h",   U"Hz",  U"kHz",  U"MHz",  U"GHz", U"W",  U"kW", U"MW",  U"GW",  U"kWh", U"V",
      U"kV", U"mV",  U"A",   U"mA",  U"mAh",  U"J",    U"kJ",  U"N",  U"Pa", U"kPa", U"MPa", U"L",   U"mL",
      U"ml", U"mol", U"K",   U"dB",  U"B",    U"KB",   U"kB",  U"MB", U"GB", U"TB",  U"PB",  U"pt",  U"px",
      U"em", U"dpi", U"bit", U"bps", U"Mbps", U"Gbps", U"cd",  U"lm", U"lx", U"Ω"};
  std::size_t end = i;
  while (end < t.size() && t.character_class[end] == C::letter) ++end;
  if (end == i || end - i > 4 || t.class_at(end) == C::digit) return false;
  const std::u32string_view word{t.code.data() + i, end - i};
  return std::find(std::begin(units), std::end(units), word) != std::end(units);
}

}  // namespace

bool is_name_suffix(const Characters& t, std::size_t i) {
  if (t.code[i] != '+' && t.code[i] != '#') return false;
  while (i > 0 && (t.code[i] == '+' || t.code[i] == '#')) --i;
  return (t.code[i] | 0x20) >= 'a' && (t.code[i] | 0x20) <= 'z';
}

bool is_sign_after(const Characters& t, std::size_t i) {
  return is_number_sign(t, i) && i > 0 && is_digit(t.character_class[i - 1]) && !is_digit(t.class_at(i + 1));
}

bool is_prohibited(const Characters& t, std::size_t i, LineBreakLevel level) {
  const C a = t.character_class[i], b = t.character_class[i + 1];
  if (is_nonstarter(t, i + 1, level)) return true;
  if (a != C::space && a != C::ideographic_space && is_typed_note_mark(t, i + 1)) return true;
  if (b == C::fullwidth_prefix && is_sign_after(t, i + 1)) return true;
  switch (a) {
    case C::opener: return true;
    case C::fullwidth_prefix:  // a full-width sign is one only before a number
      if (t.code[i] == 0xFF0D) {
        return is_digit(b) && (i == 0 || !is_digit(t.character_class[i - 1]) || is_date_hyphen(t, i));
      }
      if (is_sign_after(t, i)) return false;
      return t.code[i] == 0xFF0B ? is_digit(b) : b != C::space;
    case C::closer:
      if (t.code[i + 1] == '%') return true;
      break;
    case C::fullwidth_digit:
      if (b == C::fullwidth_digit) return true;
      break;
    case C::fullwidth_letter:
      if (b == C::fullwidth_letter) return true;
      break;
    case C::dash:
      if (b == C::dash) return true;
      break;
    case C::ellipsis:
      if (b == C::ellipsis) return true;
      break;
    case C::solidus:
    case C::fullwidth_solidus:
      if (level != LineBreakLevel::basic) return true;  // GB/T 15834, 5.1.9
      break;
    case C::ideographic_space: {  // after an opening bracket it allows no break either
      std::size_t k = i;
      while (k > 0 && t.character_class[k] == C::ideographic_space) --k;
      if (t.character_class[k] == C::opener) return true;
      break;
    }
    case C::comma:
    case C::colon:
    case C::stop:
      if (is_number_separator(t, i)) return true;
      break;
    default: break;
  }
  return b == C::ideographic_space;
}

void apply_prohibitions(const Characters& t, std::size_t i, Language language, LineBreakLevel level, Break& after) {
  if (after == Break::forced || after == Break::none) return;
  if (is_prohibited(t, i, level)) {
    after = Break::none;
    return;
  }
  if (language != Language::en && is_tight_hyphen(t, i)) after = Break::costly;
  if (t.character_class[i] == C::space && i > 0 && i + 1 < t.size() && t.code[i] == ' ') {
    const C before = t.character_class[i - 1];
    if (is_digit(before) && is_unit_after(t, i + 1)) after = Break::none;
    if (is_number_sign(t, i - 1) && t.code[i - 1] != '+' && is_digit(t.character_class[i + 1])) after = Break::none;
    if (t.code[i - 1] == 0x2116 && is_digit(t.character_class[i + 1])) after = Break::none;
  }
}

}  // namespace banxin::text
