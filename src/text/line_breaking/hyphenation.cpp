#include "text/line_breaking/hyphenation.hpp"

#include <hyphen.h>

#include <cstdlib>
#include <memory>
#include <string>

namespace banxin::text {
namespace {

struct FreeDictionary {
  void operator()(HyphenDict* p) const { hnj_hyphen_free(p); }
};

/// Loaded once; look-up does not change it.
HyphenDict* english() {
  static const std::unique_ptr<HyphenDict, FreeDictionary> dictionary{
      hnj_hyphen_load("/usr/share/hyphen/hyph_en_US.dic")};
  return dictionary.get();
}

constexpr bool is_lower(char32_t c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_upper(char32_t c) { return c >= 'A' && c <= 'Z'; }

}  // namespace

void hyphenate(const Characters& t, std::size_t least, std::vector<Break>& out) {
  HyphenDict* dictionary = nullptr;
  std::string word, marks;
  for (std::size_t i = 0; i < t.size();) {
    if (!is_alphabetic(t.character_class[i])) {
      ++i;
      continue;
    }
    std::size_t end = i, letters = 0;
    bool plain = true;
    for (; end < t.size() && is_alphabetic(t.character_class[end]); ++end) {
      const char32_t c = t.code[end];
      plain = plain && (is_lower(c) || (end == i && is_upper(c)));
      ++letters;
    }
    // Inside an address a hyphen would be read as part of it.
    const char32_t before = i > 0 ? t.code[i - 1] : U' ', after = end < t.size() ? t.code[end] : U' ';
    const auto addresses = [](char32_t c) { return c == '/' || c == '@' || c == '_' || c == '-' || c == 0xAD; };
    plain = plain && letters >= least && letters < 64 && !addresses(before) && !addresses(after) &&
            !(before == '.' && i > 1 && is_alphabetic(t.character_class[i - 2])) &&
            !(after == '.' && is_alphabetic(t.class_at(end + 1)));
    if (plain && (dictionary = english()) != nullptr) {
      word.clear();
      for (std::size_t k = i; k < end; ++k) word += static_cast<char>(is_upper(t.code[k]) ? t.code[k] + 32 : t.code[k]);
      marks.assign(word.size() + 5, '\0');
      char** replacements = nullptr;
      int* positions = nullptr;
      int* cuts = nullptr;
      const int failed = hnj_hyphen_hyphenate2(dictionary, word.c_str(), static_cast<int>(word.size()), marks.data(),
                                               nullptr, &replacements, &positions, &cuts);
      for (std::size_t k = 1; failed == 0 && k + 2 < word.size(); ++k) {
        if ((marks[k] & 1) != 0 && out[i + k] == Break::none) out[i + k] = Break::hyphen;
      }
      if (replacements != nullptr) {
        for (std::size_t k = 0; k < word.size(); ++k) std::free(replacements[k]);
      }
      std::free(replacements);
      std::free(positions);
      std::free(cuts);
    }
    i = end;
  }
}

}  // namespace banxin::text
