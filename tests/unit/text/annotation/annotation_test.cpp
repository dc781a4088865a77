#include <catch2/catch.hpp>

#include <algorithm>

#include "text/paragraph.hpp"
#include "unit/text/library.hpp"

using namespace banxin;
using namespace banxin::text;
using graphics::GlyphRun;
using graphics::Shape;

namespace {

constexpr Length em = Length::pt(10);

Run run(const std::string& text) {
  Run r;
  r.text = text;
  r.style.size = em;
  return r;
}

std::vector<Line> set(std::vector<Run> runs, double width, ParagraphStyle style = {}) {
  Diagnostics d;
  style.em = em;
  const Paragraph p = Paragraph::prepare(std::move(runs), style, test::library(), d);
  auto lines = p.lines(em * width, d);
  CHECK(d.all().empty());
  return lines;
}

std::vector<const GlyphRun*> glyph_runs(const Line& line) {
  std::vector<const GlyphRun*> out;
  for (const auto& item : line.items) {
    if (const auto* r = std::get_if<GlyphRun>(&item.what)) out.push_back(r);
  }
  return out;
}

std::vector<const Shape*> shapes(const Line& line) {
  std::vector<const Shape*> out;
  for (const auto& item : line.items) {
    if (const auto* s = std::get_if<Shape>(&item.what)) out.push_back(s);
  }
  return out;
}

ParagraphStyle vertical(Language language = Language::zh_hant) {
  ParagraphStyle style;
  style.mode = WritingMode::vertical;
  style.language = language;
  return style;
}

double ems(Length l) { return l / em; }
double ems(std::int32_t units) { return Length::units(units) / em; }

}  // namespace

TEST_CASE("emphasis dots are under characters, not under punctuation") {
  Run r = run("甲乙，丙");
  r.style.emphasis = EmphasisMark::dot;
  const auto lines = set({r}, 20);
  const auto dots = shapes(lines[0]);
  REQUIRE(dots.size() == 1);
  CHECK(dots[0]->path.bounds().y > Length::pt(1.2));
  CHECK(ems(dots[0]->path.bounds().left()) == Approx(0.42).margin(0.01));
  CHECK(ems(dots[0]->path.bounds().right()) == Approx(3.58).margin(0.01));
  CHECK(lines[0].descent > Length::pt(1.2));
}

TEST_CASE("emphasized letters among Han are italic without dots, their punctuation stays Chinese") {
  Run r = run("甲“ab”乙");
  r.style.emphasis = EmphasisMark::dot;
  r.style.font.italic = true;
  const auto lines = set({r}, 20);
  const auto runs = glyph_runs(lines[0]);
  REQUIRE(runs.size() == 3);
  CHECK(runs[1]->text == "ab");
  CHECK(test::library().face(runs[1]->face).italic());
  CHECK(runs[0]->face == runs[2]->face);
  const auto dots = shapes(lines[0]);
  REQUIRE(dots.size() == 1);
  CHECK(std::count(dots[0]->path.verbs.begin(), dots[0]->path.verbs.end(), graphics::Path::Verb::move) == 2);
}

TEST_CASE("neighboring proper nouns keep separate lines; the line is inside the dots") {
  Run a = run("北京"), b = run("上海");
  a.style.sideline = b.style.sideline = Sideline::proper_noun;
  a.style.emphasis = EmphasisMark::dot;
  const auto lines = set({a, b}, 20);
  const auto drawn = shapes(lines[0]);
  REQUIRE(drawn.size() == 3);
  CHECK(drawn[0]->path.bounds().right() < em * 2);
  CHECK(drawn[2]->path.bounds().left() > em * 2);
  CHECK(drawn[1]->path.bounds().top() > drawn[0]->path.bounds().bottom());
}

TEST_CASE("pinyin is above its base and keeps a quarter em between syllables") {
  Run r = run("装床");
  r.ruby = "zhuāng chuáng";
  r.ruby_node = 9;
  const auto lines = set({run("一"), r, run("二")}, 20);
  const auto runs = glyph_runs(lines[0]);
  REQUIRE(runs.size() == 5);
  CHECK(runs[3]->text == "zhuāng");
  CHECK(runs[3]->size == em * 0.5);
  CHECK(runs[3]->origin.y < -(em * 0.88));
  CHECK(runs[2]->reading_break_after);
  CHECK(lines[0].items[3].node == 9);
  CHECK(lines[0].ascent > em * 1.3);
  const double first_end = ems(runs[3]->origin.x) + ems(runs[3]->glyphs.back().x) + 0.5 * 0.6;
  CHECK(ems(runs[4]->origin.x) - first_end > 0.1);
  CHECK(lines[0].width > em * 4);
}

TEST_CASE("bopomofo is on the right of its base") {
  Run r = run("繽紛");
  r.ruby = "ㄅㄧㄣ ㄈㄣˊ";
  const auto lines = set({run("英"), r, run("。")}, 20, [] {
    ParagraphStyle s;
    s.language = Language::zh_hant;
    return s;
  }());
  CHECK(ems(lines[0].width) == Approx(1 + 1.5 * 2 + 0.5).margin(0.001));
  const auto runs = glyph_runs(lines[0]);
  REQUIRE(runs.size() == 3 + 6);
  CHECK(ems(runs[3]->size) == Approx(0.3));
  CHECK(runs[3]->origin.x > em * 2);
  CHECK(runs[4]->origin.y > runs[3]->origin.y);
}

TEST_CASE("an inline note is folded into two small lines, and may continue on the next line") {
  Run note = run("東晉孝武帝年號凡二十一");
  note.inline_note = true;
  auto lines = set({run("太元"), note, run("中武陵人")}, 30);
  REQUIRE(lines.size() == 1);
  CHECK(ems(lines[0].width) == Approx(2 + 3 + 4));
  auto runs = glyph_runs(lines[0]);
  REQUIRE(runs.size() == 4);
  CHECK(runs[1]->text == "東晉孝武帝年");
  CHECK(runs[2]->text == "號凡二十一");
  CHECK(runs[1]->origin.x == runs[2]->origin.x);
  CHECK(runs[1]->origin.y < runs[2]->origin.y);
  CHECK(runs[1]->size == em * 0.5);
  lines = set({run("太元"), note, run("中武陵人也")}, 4);
  REQUIRE(lines.size() == 3);
  CHECK(lines[0].width == em * 4);
  runs = glyph_runs(lines[0]);
  CHECK(runs[1]->text == "東晉孝武");
  CHECK(runs[2]->text == "帝年號凡");
}

TEST_CASE("no mark starts the second line of an inline note") {
  Run note = run("東晉孝武帝年號，凡二十一年");
  note.inline_note = true;
  const auto lines = set({run("太元"), note, run("中")}, 30);
  const auto runs = glyph_runs(lines[0]);
  REQUIRE(runs.size() == 4);
  CHECK(runs[1]->text == "東晉孝武帝年號，");
  CHECK(runs[2]->text == "凡二十一年");
  CHECK(ems(lines[0].width) == Approx(2 + 4 + 1));
}

TEST_CASE("vertical setting: advances run down, marks take their vertical forms") {
  const auto lines = set({run("桃花源，記。")}, 20, vertical());
  const auto runs = glyph_runs(lines[0]);
  REQUIRE(runs.size() == 1);
  CHECK(runs[0]->mode == WritingMode::vertical);
  CHECK(runs[0]->text == "桃花源，記。");
  CHECK(runs[0]->glyphs[2].x == 0);
  CHECK(ems(runs[0]->glyphs[2].y) == Approx(2));
  CHECK(ems(lines[0].width) == Approx(5.5));
  CHECK(lines[0].ascent == em / 2);
  CHECK(lines[0].descent == em / 2);
}

TEST_CASE("vertical setting: corner brackets for quotation marks, the extracted text is unchanged") {
  const auto quotes = set({run("云“不足”也")}, 20, vertical());
  const auto corners = set({run("云『不足』也")}, 20, vertical());
  CHECK(glyph_runs(quotes[0])[0]->text == "云“不足”也");
  CHECK(glyph_runs(quotes[0])[0]->glyphs[1].id == glyph_runs(corners[0])[0]->glyphs[1].id);
  CHECK(quotes[0].width == corners[0].width);
}

TEST_CASE("vertical setting: short numbers fit one em, long ones and words are sideways") {
  const auto lines = set({run("月26日365天2023年Unicode字")}, 40, vertical());
  const auto runs = glyph_runs(lines[0]);
  std::vector<std::string> texts;
  for (const auto* r : runs) texts.push_back(r->text);
  REQUIRE(texts == std::vector<std::string>{"月", "26", "日", "365", "天", "2023", "年", "Unicode", "字"});
  CHECK(runs[1]->mode == WritingMode::horizontal);
  CHECK(runs[1]->rotation == 0);
  REQUIRE(runs[1]->glyphs.size() == 2);
  CHECK(runs[1]->glyphs[1].cluster == 1);
  CHECK(ems(runs[2]->origin.y) == Approx(2));
  CHECK(ems(runs[1]->origin.x) + ems(runs[1]->glyphs[0].x) == Approx(-0.5).margin(0.02));
  // Three digits are scaled once, as a whole, to one em.
  const font::Face& face = test::library().face(runs[3]->face);
  int width = 0;
  for (const char digit : {'3', '6', '5'}) width += face.advance(face.glyph(static_cast<char32_t>(digit)));
  CHECK(ems(runs[3]->size) == Approx(face.metrics().units_per_em / double(width)).margin(0.002));
  CHECK(runs[5]->rotation == 90);
  CHECK(ems(runs[5]->origin.x) == Approx(-0.38));
  CHECK(ems(runs[5]->origin.y) == Approx(5.25));
}

TEST_CASE("vertical setting: dots on the right, lines on the left, ruby on the right") {
  Run a = run("陶淵明"), b = run("不知有"), c = run("纔");
  a.style.sideline = Sideline::proper_noun;
  b.style.emphasis = EmphasisMark::dot;
  c.ruby = "ㄘㄞˊ";
  const auto lines = set({a, b, c}, 20, vertical());
  CHECK(ems(lines[0].width) == Approx(7));
  const auto drawn = shapes(lines[0]);
  REQUIRE(drawn.size() == 2);
  CHECK(drawn[0]->path.bounds().right() < -(em * 0.5));
  CHECK(drawn[1]->path.bounds().left() > em * 0.5);
  CHECK(drawn[1]->path.bounds().height > em * 2);
  const auto runs = glyph_runs(lines[0]);
  CHECK(runs.back()->origin.x > em * 0.5);
}

TEST_CASE("vertical setting keeps the prohibitions and fills its measure") {
  Diagnostics d;
  const std::string text = "忽逢桃花林，夾岸數百步，中無雜樹，芳草鮮美，落英繽紛。漁人甚異之。";
  for (int width = 6; width < 20; ++width) {
    for (const Line& line : set({run(text)}, width, vertical())) {
      const std::string start = text.substr(line.begin, 3);
      CHECK(start != "，");
      CHECK(start != "。");
      if (!line.last) CHECK(line.width == line.measure);
    }
  }
}
