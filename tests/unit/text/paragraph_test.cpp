#include <catch2/catch.hpp>

#include "text/label.hpp"
#include "text/paragraph.hpp"
#include "unit/text/library.hpp"

using namespace banxin;
using namespace banxin::text;

namespace {

constexpr Length em = Length::pt(10);

Paragraph prepare(const std::string& text, ParagraphStyle style = {}) {
  Diagnostics d;
  Run run;
  run.text = text;
  run.style.size = em;
  style.em = em;
  return Paragraph::prepare({run}, style, test::library(), d);
}

std::vector<std::string> broken(const std::string& text, double width, ParagraphStyle style = {}) {
  Diagnostics d;
  const Paragraph p = prepare(text, style);
  std::vector<std::string> out;
  for (const Line& line : p.lines(em * width, d)) out.push_back(text.substr(line.begin, line.end - line.begin));
  return out;
}

}  // namespace

TEST_CASE("plain Han text fills its measure") {
  Diagnostics d;
  const Paragraph p = prepare("一二三四五六七八九十一二三四五六七八九十一二");
  const auto lines = p.lines(em * 10, d);
  REQUIRE(lines.size() == 3);
  CHECK(lines[0].width == em * 10);
  CHECK(lines[1].width == em * 10);
  CHECK(lines[2].width == em * 2);
  CHECK(p.natural_width() == em * 22);
  CHECK(p.minimum_width() == em);
  const auto& run = std::get<graphics::GlyphRun>(lines[0].items.at(0).what);
  CHECK(run.text == "一二三四五六七八九十");
  REQUIRE(run.glyphs.size() == 10);
  CHECK(run.glyphs[3].x == 3 * em.count());
  CHECK(run.glyphs[3].cluster == 9);
  CHECK(run.reading_break_after);
}

TEST_CASE("no mark starts a line, the squeezed line is full") {
  CHECK(broken("一二三四五六七八九十。甲乙丙丁", 10) == std::vector<std::string>{"一二三四五六七八九", "十。甲乙丙丁"});
  CHECK(broken("一二，四五六七八九十。甲乙丙丁", 10) == std::vector<std::string>{"一二，四五六七八九十。", "甲乙丙丁"});
}

TEST_CASE("an em that is not a whole number of units fits its measure") {
  // 13 Q are 3.25 mm: 44 of them, each rounded, exceed 143 mm by some units.
  Diagnostics d;
  for (const bool balance : {false, true}) {
    Run run;
    run.style.size = Length::mm(3.25);
    for (int i = 0; i < 88; ++i) run.text += "字";
    ParagraphStyle style;
    style.em = run.style.size;
    style.balance = balance;
    const auto lines = Paragraph::prepare({run}, style, test::library(), d).lines(Length::mm(143), d);
    REQUIRE(lines.size() == 2);
    CHECK(lines[0].end == 44 * 3);
    CHECK_FALSE(lines[0].overfull);
    CHECK(std::abs((lines[0].width - Length::mm(143)).to_pt()) < 0.001);
  }
  CHECK(d.all().empty());
}

TEST_CASE("a label") {
  Diagnostics d;
  TextStyle style;
  style.size = em;
  const Label label = set_label("增长 35%", style, Language::zh_hans, test::library(), d);
  CHECK(label.width > em * 3);
  CHECK(label.items.size() == 1);
  CHECK(label.cap_height == Length::scaled(em, 733, 1000));
}
