#include "text/line_breaking/phrase_breaks.hpp"

#include <unicode/ubrk.h>
#include <unicode/utf16.h>

#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

namespace banxin::text {
namespace {

using C = CharacterClass;

constexpr std::uint8_t pause = 0, dash_pause = 5, space = 10, phrase = 15, word = 30, bound = 70, inside = 100;

struct CloseIterator {
  void operator()(UBreakIterator* p) const { ubrk_close(p); }
};

UBreakIterator* word_iterator() {
  thread_local const std::unique_ptr<UBreakIterator, CloseIterator> it = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<UBreakIterator, CloseIterator> made{ubrk_open(UBRK_WORD, "zh", nullptr, 0, &status)};
    if (U_FAILURE(status)) throw std::runtime_error(std::string{"ICU has no word rules: "} + u_errorName(status));
    return made;
  }();
  return it.get();
}

/// The cost of the word boundary after character `i`.
std::uint8_t rate_words(const Characters& t, std::size_t i) {
  // Particles that belong to the word before.
  static constexpr std::u32string_view enclitics = U"的地得了着过们吗呢吧啊之者性化等上下中里内外后前时间";
  // Words that start the next phrase.
  static constexpr std::u32string_view phrase_openers = U"和与及或但而并在从对为被把将向由于以最更不";
  // Words of two characters that start a predicate.
  static constexpr std::u32string_view predicates =
      U"超过达到高达接近不足超出位居位列成为占比领跑领先紧随持续快速迅速不断同比环比均为仅次尤其其中以及并且但是"
      U"已经正在可以能够需要应当或将即将重塑带来引发推动助力迎来步入进入走向跃居遥遥爆发成为更多更受最受";
  const char32_t before = t.code[i], after = t.code[i + 1];
  if (enclitics.find(after) != enclitics.npos) return bound;
  if (phrase_openers.find(before) != phrase_openers.npos) return bound;
  if (phrase_openers.find(after) != phrase_openers.npos || before == U'的' || before == U'了') return phrase;
  if (i + 2 < t.size()) {
    const std::u32string_view two{t.code.data() + i + 1, 2};
    for (std::size_t k = 0; k + 1 < predicates.size(); k += 2) {
      if (predicates.substr(k, 2) == two) return phrase;
    }
  }
  // 2023年, 5月: a number stays with its counter word.
  if (is_digit(t.character_class[i])) return bound;
  if (is_alphabetic(t.character_class[i + 1])) return word + 10;
  return word;
}

}  // namespace

void rate_phrase_breaks(const Characters& t, std::vector<std::uint8_t>& cost) {
  const std::size_t n = t.size();
  cost.assign(n, inside);
  if (n == 0) return;
  std::u16string utf16;
  std::vector<std::size_t> character_of;
  for (std::size_t i = 0; i < n; ++i) {
    const char32_t c = t.code[i];
    if (c > 0xFFFF) utf16 += static_cast<char16_t>(U16_LEAD(c));
    utf16 += c > 0xFFFF ? static_cast<char16_t>(U16_TRAIL(c)) : static_cast<char16_t>(c);
    character_of.resize(utf16.size(), i);
  }
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator* const it = word_iterator();
  ubrk_setText(it, utf16.data(), static_cast<std::int32_t>(utf16.size()), &status);
  if (U_FAILURE(status)) throw std::runtime_error(std::string{"ICU cannot read the text: "} + u_errorName(status));
  for (std::int32_t p = ubrk_first(it); p != UBRK_DONE; p = ubrk_next(it)) {
    if (p <= 0 || static_cast<std::size_t>(p) >= utf16.size()) continue;
    const std::size_t i = character_of[static_cast<std::size_t>(p)] - 1;
    const C c = t.character_class[i];
    if (is_pause(c) || c == C::closer)
      cost[i] = pause;
    else if (c == C::dash || c == C::ellipsis || t.character_class[i + 1] == C::opener)
      cost[i] = dash_pause;
    else if (c == C::space || c == C::ideographic_space)
      cost[i] = space;
    else
      cost[i] = rate_words(t, i);
  }
  for (std::size_t i = 0; i + 1 < n; ++i) {
    if (is_pause(t.character_class[i]) && t.code[i] == 0x3001) cost[i] = space;  // 、 separates less than ，
  }
}

}  // namespace banxin::text
