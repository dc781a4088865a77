#include "core/language.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace banxin {

namespace {

constexpr std::array<std::pair<Language, std::string_view>, 5> tags = {{{Language::zh_hans, "zh-Hans"},
                                                                        {Language::zh_hant, "zh-Hant"},
                                                                        {Language::ja, "ja"},
                                                                        {Language::ko, "ko"},
                                                                        {Language::en, "en"}}};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

}  // namespace

std::string_view tag(Language language) {
  for (const auto& [value, name] : tags) {
    if (value == language) return name;
  }
  return {};
}

std::optional<Language> language_from_tag(std::string_view tag) {
  for (const auto& [value, name] : tags) {
    // Case says nothing in a language tag (BCP 47, section 2.1.1).
    if (std::ranges::equal(name, tag, [](char a, char b) { return lower(a) == lower(b); })) return value;
  }
  return std::nullopt;
}

}  // namespace banxin
