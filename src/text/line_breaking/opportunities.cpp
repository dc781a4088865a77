#include "text/line_breaking/opportunities.hpp"

#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

#include "text/line_breaking/addresses.hpp"

namespace banxin::text {
namespace {

using C = CharacterClass;

struct CloseIterator {
  void operator()(UBreakIterator* p) const { ubrk_close(p); }
};
using Iterator = std::unique_ptr<UBreakIterator, CloseIterator>;

Iterator open_iterator(UBreakIteratorType type) {
  UErrorCode status = U_ZERO_ERROR;
  // English locale: the unchanged rules of UAX #14 and #29; all tailoring is in this folder.
  Iterator it{ubrk_open(type, "en", nullptr, 0, &status)};
  if (U_FAILURE(status)) throw std::runtime_error(std::string{"ICU has no break rules: "} + u_errorName(status));
  return it;
}

/// Iterators are costly to open and not thread-safe: one per thread.
UBreakIterator* line_iterator() {
  thread_local const Iterator it = open_iterator(UBRK_LINE);
  return it.get();
}
UBreakIterator* cluster_iterator() {
  thread_local const Iterator it = open_iterator(UBRK_CHARACTER);
  return it.get();
}

/// + or # at the end of a name: C++, C#, but not +1.
bool is_name_suffix(const Characters& t, std::size_t i) {
  if (t.code[i] != '+' && t.code[i] != '#') return false;
  while (i > 0 && (t.code[i] == '+' || t.code[i] == '#')) --i;
  return (t.code[i] | 0x20) >= 'a' && (t.code[i] | 0x20) <= 'z';
}

/// $ € ± …: stays with the number that follows, or else with the one before (50€).
bool is_number_sign(const Characters& t, std::size_t i) {
  if (t.character_class[i] == C::fullwidth_prefix) return t.code[i] != 0xFF0D;
  if (t.character_class[i] != C::other) return false;
  return t.code[i] == '+' || t.code[i] == 0xB1 || u_charType(static_cast<UChar32>(t.code[i])) == U_CURRENCY_SYMBOL;
}
bool is_sign_after(const Characters& t, std::size_t i) {
  return is_number_sign(t, i) && i > 0 && is_digit(t.character_class[i - 1]) && !is_digit(t.class_at(i + 1));
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
    case C::fullwidth_suffix: return true;
    case C::interpunct:  // between letters it is part of a word (l·l)
      return true;
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

/// Prohibitions that UAX #14 lacks or that differ in Chinese: is a break between i and i + 1 forbidden?
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

/// Fills an em box; no rule looks further than its neighbor.
bool is_simple(C c) { return is_full_width(c) || c == C::ideographic_space; }

/// The character that ICU sees in place of `i`.
char32_t substitute(const Characters& t, std::size_t i, Language language) {
  const char32_t code = t.code[i];
  switch (t.character_class[i]) {
    case C::opener: return 0x300C;
    case C::comma:
    case C::stop:
    case C::exclamation:
    case C::closer: return 0xFF01;  // class EX, since LB25 forbids a break between the mark and a sign: 元、|£200
    case C::dash: return 0x2014;
    case C::fullwidth_prefix: return is_sign_after(t, i) ? U'%' : code;
    case C::other:
      if (is_name_suffix(t, i)) return U'a';
      return is_sign_after(t, i) ? U'%' : code;
    case C::fullwidth_digit: return code - 0xFF10 + '0';
    case C::ellipsis: return 0x2014;  // class B2: no break inside a pair, breaks on both sides
    case C::interpunct: {
      const bool in_word = i > 0 && is_alphabetic(t.character_class[i - 1]) && is_alphabetic(t.class_at(i + 1));
      return in_word ? U'a' : char32_t{0x30FB};
    }
    case C::tilde: return 0x30FB;
    case C::letter: return code == 0x2019 ? char32_t{0x2BC} : code;
    case C::hangul: return language == Language::ko ? U'a' : code;  // Korean breaks at spaces
    case C::ideograph: return language == Language::ko ? U'a' : code;
    default: return code;
  }
}

void append_utf16(std::u16string& out, char32_t code) {
  if (code > 0xFFFF) {
    out += static_cast<char16_t>(U16_LEAD(code));
    out += static_cast<char16_t>(U16_TRAIL(code));
  } else {
    out += static_cast<char16_t>(code);
  }
}

/// Runs ICU's iterator over the characters [begin, end) and calls `at(i)` for each boundary before character i.
template <class Substitute, class At>
void boundaries(UBreakIterator* iterator, std::size_t begin, std::size_t end, Substitute substitute_for, At at) {
  thread_local std::u16string utf16;
  thread_local std::vector<std::size_t> character_of;
  utf16.clear();
  character_of.clear();
  for (std::size_t i = begin; i < end; ++i) {
    append_utf16(utf16, substitute_for(i));
    character_of.resize(utf16.size(), i);
  }
  UErrorCode status = U_ZERO_ERROR;
  ubrk_setText(iterator, utf16.data(), static_cast<std::int32_t>(utf16.size()), &status);
  if (U_FAILURE(status)) throw std::runtime_error(std::string{"ICU cannot read the text: "} + u_errorName(status));
  for (std::int32_t p = ubrk_first(iterator); p != UBRK_DONE; p = ubrk_next(iterator)) {
    if (p > 0 && static_cast<std::size_t>(p) < utf16.size()) {
      at(character_of[static_cast<std::size_t>(p)], ubrk_getRuleStatus(iterator));
    }
  }
}

/// Stretches that need ICU, each with one simple character of context on both sides: calls `window(begin, end)`.
template <class Window>
void each_window(const Characters& t, Window window) {
  const std::size_t n = t.size();
  for (std::size_t i = 0; i < n;) {
    if (is_simple(t.character_class[i])) {
      ++i;
      continue;
    }
    std::size_t end = i;
    // One simple character between two stretches belongs to both: join them rather than start ICU twice.
    while (end < n && !(is_simple(t.character_class[end]) && (end + 1 >= n || is_simple(t.character_class[end + 1])))) {
      ++end;
    }
    window(i == 0 ? 0 : i - 1, std::min(end + 1, n));
    i = end + 1;
  }
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

void tailor(const Characters& t, std::size_t i, Language language, LineBreakLevel level, Break& after) {
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

}  // namespace

void find_opportunities(const Characters& t, Language language, LineBreakLevel level, std::vector<Break>& out) {
  const std::size_t n = t.size();
  out.assign(n, Break::none);
  if (n < 2) return;
  if (language == Language::ko) {  // one window: Han and Hangul are treated as letters
    boundaries(
        line_iterator(), 0, n, [&](std::size_t i) { return substitute(t, i, language); },
        [&](std::size_t i, std::int32_t) { out[i - 1] = Break::allowed; });
    for (std::size_t i = 0; i + 1 < n; ++i) {
      if (t.character_class[i] == C::forced_break) out[i] = Break::forced;
      tailor(t, i, language, level, out[i]);
    }
  } else {
    for (std::size_t i = 0; i + 1 < n; ++i) {
      const C a = t.character_class[i], b = t.character_class[i + 1];
      if (!is_simple(a) || !is_simple(b)) continue;
      if (a == C::ideograph && b == C::ideograph)
        out[i] = Break::allowed;
      else if (!is_prohibited(t, i, level))
        out[i] = Break::allowed;
    }
    each_window(t, [&](std::size_t begin, std::size_t end) {
      const auto code_of = [&](std::size_t i) { return substitute(t, i, language); };
      for (std::size_t i = begin; i + 1 < end; ++i) out[i] = Break::none;
      boundaries(line_iterator(), begin, end, code_of,
                 [&](std::size_t i, std::int32_t) { out[i - 1] = Break::allowed; });
      for (std::size_t i = begin; i + 1 < end; ++i) {
        if (t.character_class[i] == C::forced_break) {
          const bool crlf = t.code[i] == '\r' && t.code[i + 1] == '\n';
          out[i] = crlf ? Break::none : Break::forced;
        }
        tailor(t, i, language, level, out[i]);
        if (t.code[i] == 0xAD && out[i] == Break::allowed) out[i] = Break::hyphen;
      }
    });
  }
  find_address_breaks(t, level, out);
}

void find_clusters(const Characters& t, std::vector<std::uint8_t>& starts) {
  starts.assign(t.size(), 1);
  each_window(t, [&](std::size_t begin, std::size_t end) {
    std::fill(starts.begin() + static_cast<std::ptrdiff_t>(begin) + 1,
              starts.begin() + static_cast<std::ptrdiff_t>(end), std::uint8_t{0});
    boundaries(
        cluster_iterator(), begin, end, [&](std::size_t i) { return t.code[i]; },
        [&](std::size_t i, std::int32_t) { starts[i] = 1; });
  });
}

}  // namespace banxin::text
