#include "text/line_breaking/opportunities.hpp"

#include <unicode/ubrk.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <memory>
#include <stdexcept>
#include <string>

#include "text/line_breaking/addresses.hpp"
#include "text/line_breaking/prohibitions.hpp"

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
    case C::fullwidth_prefix: return is_sign_after(t, i) ? U'%' : code;
    case C::other:
      if (is_name_suffix(t, i)) return U'a';
      return is_sign_after(t, i) ? U'%' : code;
    case C::fullwidth_digit: return code - 0xFF10 + '0';
    case C::dash:
    case C::ellipsis: return 0x2014;  // class B2: no break inside a pair, breaks on both sides
    case C::interpunct: {
      const bool in_word = i > 0 && is_alphabetic(t.character_class[i - 1]) && is_alphabetic(t.class_at(i + 1));
      return in_word ? U'a' : char32_t{0x30FB};
    }
    case C::tilde: return 0x30FB;
    case C::letter: return code == 0x2019 ? char32_t{0x2BC} : code;
    case C::hangul:
    case C::ideograph: return language == Language::ko ? U'a' : code;  // Korean breaks at spaces
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
      apply_prohibitions(t, i, language, level, out[i]);
    }
  } else {
    for (std::size_t i = 0; i + 1 < n; ++i) {
      const C a = t.character_class[i], b = t.character_class[i + 1];
      if (!is_simple(a) || !is_simple(b)) continue;
      if ((a == C::ideograph && b == C::ideograph) || !is_prohibited(t, i, level)) out[i] = Break::allowed;
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
        apply_prohibitions(t, i, language, level, out[i]);
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
