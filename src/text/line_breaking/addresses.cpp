#include "text/line_breaking/addresses.hpp"

#include <string_view>

namespace banxin::text {
namespace {

using C = CharacterClass;

bool is_address_character(char32_t c) { return c > ' ' && c < 0x7F && c != '<' && c != '>' && c != '"'; }

bool is_address(std::u32string_view s) {
  if (s.find(U"://") != s.npos || s.substr(0, 4) == U"www.") return true;
  const auto at = s.find(U'@');
  return at != s.npos && at > 0 && s.find(U'.', at) != s.npos;
}

bool is_word(char32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

}  // namespace

void find_address_breaks(const Characters& t, LineBreakLevel level, std::vector<Break>& out) {
  const std::size_t n = t.size();
  for (std::size_t i = 0; i < n;) {
    if (!is_alphabetic(t.character_class[i]) || t.code[i] > 0x7F) {
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < n && is_address_character(t.code[end])) ++end;
    if (end - i >= 6 && is_address({t.code.data() + i, end - i})) {
      for (std::size_t k = i; k + 1 < end; ++k) {
        const char32_t a = t.code[k], b = t.code[k + 1];
        out[k] = Break::none;
        const bool before_mark =
            b == '.' || b == '?' || b == '&' || b == '=' || b == '#' || b == '%' || b == '_' || b == '~' || b == '@';
        // A mark at the address's end ends the sentence.
        if (before_mark && k > i && is_word(a) && k + 2 < end && is_word(t.code[k + 2])) out[k] = Break::allowed;
        if (a == '/' && is_word(b)) out[k] = level == LineBreakLevel::basic ? Break::allowed : Break::costly;
        if (a == '-' && is_word(b)) out[k] = Break::costly;
      }
    }
    i = end > i ? end : i + 1;
  }
}

}  // namespace banxin::text
