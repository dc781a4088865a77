// The Unicode Consortium's LineBreakTest.txt (Debian package unicode-data), where the tailoring does not override it.
#include <catch2/catch.hpp>

#include <fstream>
#include <map>
#include <sstream>

#include "support/utf8.hpp"
#include "text/line_breaking/opportunities.hpp"

using namespace banxin;
using namespace banxin::text;

namespace {

/// Why a boundary differs from UAX #14; empty if it must not.
std::string override_at(const Characters& t, const std::vector<std::uint8_t>& clusters, std::size_t i, bool standard,
                        Break ours) {
  const CharacterClass a = t.character_class[i], b = t.character_class[i + 1];
  const bool breaks = ours != Break::none;
  if (clusters[i + 1] == 0 && !breaks) return "grapheme clusters are never parted";
  if (standard && !breaks) {
    if (b == CharacterClass::solidus || a == CharacterClass::solidus)
      return "a solidus starts no line, at gb ends none";
    if (t.code[i + 1] == '-' || t.code[i + 1] == 0x2010) return "a hyphen starts no line";
    if (b == CharacterClass::dash || b == CharacterClass::short_connector) return "a single connector starts no line";
    if (b == CharacterClass::interpunct) return "an interpunct starts no line";
    if (a == CharacterClass::opener) return "an opening mark ends no line";
    if (is_pause(b) || b == CharacterClass::closer) return "stops and closing marks start no line";
    if (a == CharacterClass::dash && b == CharacterClass::dash) return "dashes are never parted";
    if (b == CharacterClass::fullwidth_suffix || a == CharacterClass::fullwidth_prefix)
      return "numbers keep their signs";
    if (b == CharacterClass::small_kana) return "small kana start no line, above basic";
    // ICU 72 has rules of later versions of UAX #14.
    std::size_t first = i;
    while (first > 0 && clusters[first] == 0) --first;
    if ((t.code[first] == '-' || t.code[first] == 0x2010) && first == 0) return "a word keeps its first hyphen (LB20a)";
    if ((t.code[first] == ',' || t.code[first] == '.') && is_digit(b))
      return "a number may start with its separator (LB25)";
    if (b == CharacterClass::ideographic_space) return "an ideographic space starts no line";
    if (a == CharacterClass::space && i > 0 && is_digit(t.character_class[i - 1])) return "a number keeps its unit";
    if (t.code[i] == '}' || t.code[i] == '/') return "addresses part before their marks";
    if (a == CharacterClass::space && i > 0) return "marks behind a space start no line";
  }
  if (!standard && breaks) {
    if (b == CharacterClass::ellipsis) return "an ellipsis may start a line below strict";
    if (a == CharacterClass::opener || a == CharacterClass::closer || b == CharacterClass::opener ||
        b == CharacterClass::closer) {
      return "quotation marks are brackets";
    }
    if (a == CharacterClass::interpunct || b == CharacterClass::interpunct) return "an interpunct ends a line";
    if (t.code[i] == 0xAD) return "a soft hyphen";
    if (t.code[i + 1] == '.' && is_digit(t.class_at(i + 2))) return "a number may start with its separator (LB25)";
  }
  return {};
}

}  // namespace

TEST_CASE("LineBreakTest.txt") {
  std::ifstream in("/usr/share/unicode/auxiliary/LineBreakTest.txt");
  if (!in) {
    WARN("unicode-data is not installed");
    return;
  }
  std::map<std::string, std::size_t> overrides;
  std::size_t lines = 0, exact = 0;
  for (std::string line; std::getline(in, line);) {
    line = line.substr(0, line.find('#'));
    if (line.find_first_not_of(" \t") == line.npos) continue;
    std::istringstream words{line};
    std::string text;
    std::vector<bool> breaks;
    for (std::string word; words >> word;) {
      if (word == "\xC3\xB7")
        breaks.push_back(true);  // ÷
      else if (word == "\xC3\x97")
        breaks.push_back(false);  // ×
      else if (word[0] >= 'D' && word[0] <= 'D' && word.size() == 4 && word[1] >= '8')
        text += test::utf8(0xFFFD);
      else
        text += test::utf8(static_cast<char32_t>(std::stoul(word, nullptr, 16)));
    }
    Characters t;
    read_characters(text, Language::en, t);
    std::vector<Break> ours;
    std::vector<std::uint8_t> clusters;
    find_opportunities(t, Language::en, LineBreakLevel::gb, ours);
    find_clusters(t, clusters);
    REQUIRE(breaks.size() == t.size() + 1);
    ++lines;
    bool same = true;
    for (std::size_t i = 0; i + 1 < t.size(); ++i) {
      if (breaks[i + 1] == (ours[i] != Break::none)) continue;
      same = false;
      const std::string why = override_at(t, clusters, i, breaks[i + 1], ours[i]);
      INFO(line << " after character " << i + 1
                << (breaks[i + 1] ? ": the standard breaks" : ": the standard does not break"));
      CHECK(!why.empty());
      ++overrides[why];
    }
    exact += same;
  }
  CHECK(lines > 7000);
  CHECK(exact * 100 > lines * 85);
  std::string list;
  for (const auto& [why, count] : overrides) list += "\n  " + why + ": " + std::to_string(count);
  INFO("overrides:" << list);
  SUCCEED();
}
