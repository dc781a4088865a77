#include "core/language.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace banxin {

namespace {

constexpr std::array<std::pair<Language, std::string_view>, 5> tags = {{{Language::zh_hans, "zh-Hans"},
                                                                        {Language::zh_hant, "zh-Hant"},
                                                                        {Language::ja, "ja"},
                                                                        {Language::ko, "ko"},
                                                                        {Language::en, "en"}}};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string lower(std::string_view text) {
  std::string result(text);
  std::ranges::transform(result, result.begin(), [](char c) { return lower(c); });
  return result;
}

// Case has no meaning in a language tag (RFC 5646, section 2.1.1).
bool same(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, [](char x, char y) { return lower(x) == lower(y); });
}

bool is_letter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool letters(std::string_view text) { return std::ranges::all_of(text, is_letter); }
bool digits(std::string_view text) { return std::ranges::all_of(text, is_digit); }

bool is_script(std::string_view subtag) { return subtag.size() == 4 && letters(subtag); }
bool is_region(std::string_view subtag) {
  return (subtag.size() == 2 && letters(subtag)) || (subtag.size() == 3 && digits(subtag));
}
bool is_variant(std::string_view subtag) {
  return subtag.size() >= 5 || (subtag.size() == 4 && is_digit(subtag.front()));
}

std::vector<std::string_view> split(std::string_view tag) {
  std::vector<std::string_view> subtags;
  while (true) {
    const std::size_t hyphen = std::min(tag.find('-'), tag.size());
    subtags.push_back(tag.substr(0, hyphen));
    if (hyphen == tag.size()) return subtags;
    tag.remove_prefix(hyphen + 1);
  }
}

/// Skips subtags of `least` to 8 characters from `at` on; false if there is none.
bool skip_tail(const std::vector<std::string_view>& subtags, std::size_t& at, std::size_t least) {
  const std::size_t first = at;
  while (at < subtags.size() && subtags[at].size() >= least) ++at;
  return at > first;
}

/// The subtags that select rules: language, extended language, script, region. `end` is the index after them.
struct Subtags {
  std::string_view language, extended, script, region;
  std::size_t end = 0;
};

Subtags main_subtags(const std::vector<std::string_view>& subtags) {
  Subtags result;
  std::size_t at = 0;
  result.language = subtags[at++];
  if (result.language.size() <= 3) {
    for (int extended = 0; extended < 3 && at < subtags.size() && subtags[at].size() == 3 && letters(subtags[at]);
         ++extended) {
      if (result.extended.empty()) result.extended = subtags[at];
      ++at;
    }
  }
  if (at < subtags.size() && is_script(subtags[at])) result.script = subtags[at++];
  if (at < subtags.size() && is_region(subtags[at])) result.region = subtags[at++];
  result.end = at;
  return result;
}

std::optional<Language> chinese(const Subtags& subtags) {
  if (same(subtags.script, "Hans")) return Language::zh_hans;
  if (same(subtags.script, "Hant")) return Language::zh_hant;
  if (!subtags.script.empty() && !same(subtags.script, "Hani")) return std::nullopt;
  const bool cantonese = same(subtags.language, "yue") || same(subtags.extended, "yue");
  if (subtags.region.empty()) return cantonese ? Language::zh_hant : Language::zh_hans;
  const bool traditional = std::ranges::any_of(std::array{"TW", "HK", "MO"},
                                               [&](const char* region) { return same(subtags.region, region); });
  return traditional ? Language::zh_hant : Language::zh_hans;
}

}  // namespace

std::string_view tag(Language language) {
  for (const auto& [value, name] : tags) {
    if (value == language) return name;
  }
  return {};
}

std::optional<Language> language_from_tag(std::string_view tag) {
  for (const auto& [value, name] : tags) {
    if (same(name, tag)) return value;
  }
  return std::nullopt;
}

bool is_well_formed_tag(std::string_view tag) {
  const std::vector<std::string_view> subtags = split(tag);
  for (const std::string_view subtag : subtags) {
    if (subtag.empty() || subtag.size() > 8) return false;
    if (!std::ranges::all_of(subtag, [](char c) { return is_letter(c) || is_digit(c); })) return false;
  }
  std::size_t at = 0;
  if (!same(subtags[0], "x")) {
    if (subtags[0].size() < 2 || !letters(subtags[0])) return false;
    at = main_subtags(subtags).end;
    while (at < subtags.size() && is_variant(subtags[at])) ++at;
    while (at < subtags.size() && subtags[at].size() == 1 && !same(subtags[at], "x")) {
      if (!skip_tail(subtags, ++at, 2)) return false;
    }
  }
  if (at < subtags.size() && same(subtags[at], "x") && !skip_tail(subtags, ++at, 1)) return false;
  return at == subtags.size();
}

std::optional<Language> language_of_tag(std::string_view tag) {
  const std::vector<std::string_view> parts = split(tag);
  const Subtags subtags = main_subtags(parts);
  auto script_in = [&](std::initializer_list<std::string_view> scripts) {
    return subtags.script.empty() ||
           std::ranges::any_of(scripts, [&](std::string_view script) { return same(subtags.script, script); });
  };
  auto language_in = [&](std::initializer_list<std::string_view> names) {
    return std::ranges::any_of(names, [&](std::string_view name) { return same(subtags.language, name); });
  };
  if (language_in({"zh", "cmn", "yue"})) return chinese(subtags);
  if (language_in({"ja", "jpn"}) && script_in({"Jpan", "Hira", "Kana", "Hrkt"})) return Language::ja;
  if (language_in({"ko", "kor"}) && script_in({"Kore", "Hang"})) return Language::ko;
  if (language_in({"en", "eng"}) && script_in({"Latn"})) return Language::en;
  return std::nullopt;
}

std::string suggested_tag(std::string_view text) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 17> others = {{{"cn", "zh-CN"},
                                                                                            {"chs", "zh-Hans"},
                                                                                            {"cht", "zh-Hant"},
                                                                                            {"tw", "zh-TW"},
                                                                                            {"hk", "zh-HK"},
                                                                                            {"chinese", "zh-Hans"},
                                                                                            {"simplified", "zh-Hans"},
                                                                                            {"traditional", "zh-Hant"},
                                                                                            {"jp", "ja"},
                                                                                            {"japanese", "ja"},
                                                                                            {"kr", "ko"},
                                                                                            {"korean", "ko"},
                                                                                            {"uk", "en-GB"},
                                                                                            {"us", "en-US"},
                                                                                            {"english", "en"},
                                                                                            {"中文", "zh-Hans"},
                                                                                            {"chi", "zh-Hans"}}};
  std::string hyphenated = lower(text);
  // POSIX locales: zh_CN.UTF-8.
  hyphenated = hyphenated.substr(0, hyphenated.find('.'));
  std::ranges::replace(hyphenated, '_', '-');
  if (hyphenated.starts_with("jp-")) hyphenated.replace(0, 2, "ja");
  if (hyphenated.starts_with("kr-")) hyphenated.replace(0, 2, "ko");
  for (const auto& [name, meant] : others) {
    if (hyphenated == name) return std::string(meant);
  }
  if (same(hyphenated, text) || !is_well_formed_tag(hyphenated) || !language_of_tag(hyphenated)) return {};
  // The usual case of scripts and regions: zh-Hant-HK.
  std::string result;
  for (const std::string_view subtag : split(hyphenated)) {
    std::string part(subtag);
    if (!result.empty() && is_script(subtag) && part[0] >= 'a') part[0] = static_cast<char>(part[0] - 'a' + 'A');
    if (!result.empty() && is_region(subtag)) {
      std::ranges::transform(part, part.begin(),
                             [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    }
    result += (result.empty() ? "" : "-") + part;
  }
  return result;
}

}  // namespace banxin
