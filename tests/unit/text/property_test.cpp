// Invariants of any Chinese text at any measure from 6 to 40 em: nothing lost or reordered, no forbidden start or
// end, each full line exactly as wide as the measure, squeezing within its limits.
#include <catch2/catch.hpp>

#include <map>
#include <random>

#include "text/characters/characters.hpp"
#include "text/paragraph.hpp"
#include "unit/text/library.hpp"

using namespace banxin;
using namespace banxin::text;

namespace {

constexpr Length em = Length::pt(10.5);

const char* const marks[] = {"，", "。", "、", "；", "：", "！", "？", "“", "”",  "‘",  "’",  "（",   "）",   "《",
                             "》", "「", "」", "——", "……", "·",  "～", "–", "／", "【", "】", "！！", "？！", "—"};
const char* const words[] = {
    "AIGC", "ChatGPT", "AI", "35%",  "2023-11-08", "￥100",           "don’t",     "the best", "25℃",          "1,000",
    "ｉ",   "１５",    " ",  "5 km", "α",          "https://a.org/b", "e\xCC\x81", "👍🏽", "葛\U000E0100", "𠀀"};

std::string random_text(std::mt19937& random, std::size_t length) {
  std::string out;
  for (std::size_t i = 0; i < length; ++i) {
    const auto at = static_cast<unsigned>(random() % 100);
    if (at < 18)
      out += marks[random() % std::size(marks)];
    else if (at < 24)
      out += words[random() % std::size(words)];
    else {
      const auto c = static_cast<unsigned>(0x4E00 + random() % 2000);
      out += {static_cast<char>(0xE0 | (c >> 12)), static_cast<char>(0x80 | ((c >> 6) & 63)),
              static_cast<char>(0x80 | (c & 63))};
    }
  }
  return out;
}

std::string extract(const std::vector<Line>& lines) {
  std::string out;
  for (const Line& line : lines) {
    for (const auto& item : line.items) {
      if (const auto* run = std::get_if<graphics::GlyphRun>(&item.what)) out += run->text;
    }
  }
  return out;
}

bool may_not_start(char32_t c) {
  return std::u32string_view{U"。．，、：；！？‼⁇⁈⁉”’」』）》〉】〗〕］｝–～·・‧/／-"}.find(c) !=
         std::u32string_view::npos;
}
bool may_not_end(char32_t c) {
  return std::u32string_view{U"“‘「『（《〈【〖〔［｛/／"}.find(c) != std::u32string_view::npos;
}

/// The right end of the line's glyphs, by their positions.
void check_line(const Line& line, const std::string& text, bool first) {
  Characters all, shown;
  read_characters(text, Language::zh_hans, all);
  read_characters(text.substr(line.begin, line.end - line.begin), Language::zh_hans, shown);
  REQUIRE(shown.size() > 0);
  std::size_t last = shown.size() - 1;
  while (last > 0 && shown.character_class[last] == CharacterClass::space) --last;
  // Quotation marks depend on the whole text: alone on a line they may look Western.
  const auto at =
      static_cast<std::size_t>(std::lower_bound(all.byte.begin(), all.byte.end(), line.begin) - all.byte.begin());
  const auto western = [&](std::size_t i) { return !is_full_width(all.character_class[i]) && all.code[i] > 0x2000; };
  if (!first && !western(at)) CHECK_FALSE(may_not_start(all.code[at]));
  if (!line.last && !western(at + last)) CHECK_FALSE(may_not_end(all.code[at + last]));
  if (!line.last && !line.overfull && line.width != line.measure) {
    // Only a line without stretchable space may stay short.
    UNSCOPED_INFO("short line: " << text.substr(line.begin, line.end - line.begin));
    std::size_t han = 0;
    for (const CharacterClass c : shown.character_class) han += is_han(c) || c == CharacterClass::space;
    CHECK((han < 2 && line.width < line.measure));
  }
  if (line.last && !line.overfull) CHECK(line.width <= line.measure);
  std::int32_t previous = -1000000000;
  for (const auto& item : line.items) {
    const auto& run = std::get<graphics::GlyphRun>(item.what);
    REQUIRE(!run.glyphs.empty());
    std::uint32_t cluster = 0;
    for (const auto& glyph : run.glyphs) {
      CHECK(glyph.cluster >= cluster);
      CHECK(glyph.cluster < run.text.size());
      cluster = glyph.cluster;
    }
    const auto x = static_cast<std::int32_t>(run.origin.x.count());
    CHECK(x >= previous);
    previous = x;
  }
  double squeezed = 0;
  for (const Adjustment& a : line.adjustments) squeezed += std::min(0.0, a.amount / em);
  std::size_t white = 0;
  for (const CharacterClass c : shown.character_class) white += is_pause(c) || is_bracket(c) || is_alphabetic(c);
  CHECK(-squeezed <= 0.5 * static_cast<double>(white) + 1e-6);
}

}  // namespace

TEST_CASE("properties of random Chinese text from 6 to 40 em") {
  std::mt19937 random(20231108);
  ParagraphStyle style;
  style.em = em;
  int full = 0, short_lines = 0;
  for (int round = 0; round < 60; ++round) {
    const std::string text = "中" + random_text(random, 20 + random() % 200);
    Diagnostics d;
    std::vector<Run> runs;
    // Styles change inside sentences, without effect on the checks below.
    std::size_t from = 0;
    Characters characters;
    read_characters(text, Language::zh_hans, characters);
    for (std::size_t i = 1; i <= characters.size(); ++i) {
      if (i < characters.size() && random() % 15 != 0) continue;
      Run run;
      run.text = text.substr(from, characters.byte[i] - from);
      run.style.size = em;
      run.style.font.weight = random() % 2 == 0 ? 400 : 700;
      runs.push_back(run);
      from = characters.byte[i];
    }
    const Paragraph p = Paragraph::prepare(std::move(runs), style, test::library(), d);
    for (const int width : {6, 7, 9, 12, 17, 25, 40}) {
      INFO("measure " << width << " em: " << text);
      const std::vector<Line> lines = p.lines(em * width, d);
      CHECK(extract(lines) == text);
      std::uint32_t end = 0;
      for (const Line& line : lines) {
        CHECK(line.begin == end);
        end = line.end;
        check_line(line, text, line.begin == 0);
        (line.width == line.measure ? full : short_lines) += 1;
      }
      CHECK(end == text.size());
    }
  }
  CHECK(full > 2000);
  CHECK(short_lines < full);
}

TEST_CASE("runs that change style do not change the breaks") {
  std::mt19937 random(5);
  ParagraphStyle style;
  style.em = em;
  for (int round = 0; round < 20; ++round) {
    const std::string text = "中" + random_text(random, 120);
    Diagnostics d;
    Run whole;
    whole.text = text;
    whole.style.size = em;
    Characters characters;
    read_characters(text, Language::zh_hans, characters);
    std::vector<Run> parts;
    for (std::size_t i = 0; i < characters.size(); i += 7) {
      Run run = whole;
      const std::size_t to = std::min(i + 7, characters.size());
      run.text = text.substr(characters.byte[i], characters.byte[to] - characters.byte[i]);
      run.style.color = Color::white();
      run.node = static_cast<NodeId>(i + 1);
      parts.push_back(run);
    }
    const Paragraph one = Paragraph::prepare({whole}, style, test::library(), d);
    const Paragraph many = Paragraph::prepare(std::move(parts), style, test::library(), d);
    // Kerning and ligatures may differ across a change of style; Han and punctuation must not.
    for (const int width : {8, 20}) {
      const auto a = one.lines(em * width, d), b = many.lines(em * width, d);
      CHECK(extract(a) == extract(b));
    }
  }
}

TEST_CASE("text without a legal break overflows with a warning") {
  ParagraphStyle style;
  style.em = em;
  style.hyphenate = false;
  Run run;
  run.text = "一二三Pneumonoultramicroscopicsilicovolcanoconiosis四五";
  run.style.size = em;
  Diagnostics d;
  const Paragraph p = Paragraph::prepare({run}, style, test::library(), d);
  const auto lines = p.lines(em * 8, d);
  CHECK(extract(lines) == run.text);
  REQUIRE(d.all().size() == 1);
  CHECK(d.all()[0].id == MessageId::line_overfull);
  CHECK(lines.size() == 3);
  CHECK(lines[1].overfull);
}

TEST_CASE("unusual texts are kept") {
  ParagraphStyle style;
  style.em = em;
  Diagnostics d;
  const auto set = [&](const std::string& text, double width) {
    Run run;
    run.text = text;
    run.style.size = em;
    const Paragraph p = Paragraph::prepare({run}, style, test::library(), d);
    return p.lines(em * width, d);
  };
  CHECK(set("", 10).size() == 1);
  CHECK(set(" ", 10).size() == 1);
  CHECK(set("\n", 10).size() == 1);
  CHECK(set("一\n二", 10).size() == 2);
  CHECK(set("一\n\n二", 10).size() == 3);
  CHECK(set("一\r\n二", 10).size() == 2);
  CHECK(set("。", 0.1).size() == 1);
  CHECK(set("一二三", 0).size() == 3);
  CHECK(set("“”（）", 1).size() == 2);
  CHECK(extract(set("a\xFFz", 10)) == "a\xEF\xBF\xBDz");
  CHECK(extract(set("\xED\xA0\x80", 10)) == "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
  CHECK(extract(set(std::string(3000, ' '), 10)).empty());
  CHECK(set(std::string(5000, 'x'), 10).size() == 1);
  std::vector<Run> none;
  const Paragraph p = Paragraph::prepare(none, style, test::library(), d);
  CHECK(p.lines(em * 10, d).size() == 1);
}
