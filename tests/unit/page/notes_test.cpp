// Notes at the foot: they continue on the next page, are below one rule, and never overlap the text or leave the page.
#include <catch2/catch.hpp>

#include "unit/page/printed.hpp"

using namespace banxin;
using namespace banxin::page::test;

namespace {

constexpr double page_foot = 160 / 25.4 * 72 - 20 / 25.4 * 72;  // of the small page's type area

const std::string prose = "正文说明这里要有一段文字行行相接版心之内不留空白。";

/// The lines of a page whose type is of the notes' size (7.875 pt in `plain`).
std::vector<PrintedLine> notes_of(const Printed& printed, std::size_t page) {
  std::vector<PrintedLine> result;
  for (const PrintedLine& line : printed.lines(page)) {
    if (line.size < 9) result.push_back(line);
  }
  return result;
}

void check_inside(const Printed& printed) {
  for (const PrintedLine& line : printed.lines()) {
    CAPTURE(line.page, line.text, line.y);
    CHECK(line.y < page_foot);
  }
  for (std::size_t page = 0; page < printed.document.pages.size(); ++page) {
    double lowest_text = 0, highest_note = 1e9;
    for (const PrintedLine& line : printed.lines(page)) {
      if (line.size > 9) lowest_text = std::max(lowest_text, line.y);
    }
    for (const PrintedLine& line : notes_of(printed, page)) {
      if (line.x < 60) highest_note = std::min(highest_note, line.y);
    }
    CAPTURE(page);
    CHECK(lowest_text < highest_note);
  }
}

}  // namespace

TEST_CASE("a note that does not fit goes on at the foot of the next page, at least two lines on each") {
  const std::string note = repeated("注文很长长到一页的脚下放不下。", 32);
  const Printed printed = print(small_page() + "  - text: " + repeated(prose, 20) + "\n  - text: 有注[^" + note +
                                "^]的一段。" + repeated(prose, 3) + "\n  - text: " + repeated(prose, 20) + "\n");
  INFO(printed.faults());
  CHECK(printed.diagnostics.all().empty());
  REQUIRE(printed.document.pages.size() >= 3);
  check_inside(printed);
  std::string all;
  std::size_t pages = 0;
  for (std::size_t page = 0; page < printed.document.pages.size(); ++page) {
    const auto notes = notes_of(printed, page);
    // The mark in the text is small as well.
    const auto lines = std::count_if(notes.begin(), notes.end(), [](const PrintedLine& l) { return l.text != "1"; });
    if (lines == 0) continue;
    ++pages;
    CHECK(lines >= 2);
    for (const PrintedLine& line : notes) all += line.text;
  }
  CHECK(pages == 2);
  CHECK(all.find(note) != std::string::npos);
}

TEST_CASE("notes longer than a page take as many feet as they need, and then pages of their own") {
  const std::string note = repeated("注文很长长到一页的脚下放不下。", 150);
  const Printed printed = print(small_page() + "  - text: 有注[^" + note + "^]的一段。" + repeated(prose, 3) + "\n");
  INFO(printed.faults());
  CHECK(printed.diagnostics.all().empty());
  check_inside(printed);
  std::string all;
  for (const PrintedLine& line : printed.lines()) {
    if (line.size < 9) all += line.text;
  }
  CHECK(all.find(note) != std::string::npos);
}

TEST_CASE("a note goes on above the notes of its new page") {
  const std::string note = repeated("注文很长长到一页的脚下放不下。", 32);
  const Printed printed = print(small_page() + "  - text: " + repeated(prose, 20) + "\n  - text: 有注[^" + note +
                                "^]的一段。" + repeated(prose, 3) + "\n  - text: 又有一注[^短注。^]。\n");
  INFO(printed.faults());
  const std::string last = printed.text(printed.document.pages.size() - 1);
  CHECK(last.find("放不下。2 短注。") != std::string::npos);
}

TEST_CASE("a rule stands above the notes of a page, once; as long as the measure where a note goes on") {
  auto rules = [](const page::Page& page) {
    std::vector<double> widths;
    for (const graphics::Item& item : page.items) {
      if (const auto* shape = std::get_if<graphics::Shape>(&item.what)) {
        widths.push_back(shape->path.bounds().width.to_pt());
      }
    }
    return widths;
  };
  const Printed two = print(small_page() + "  - text: 一[^甲注。^]二[^乙注。^]。\n");
  REQUIRE(two.document.pages.size() == 1);
  REQUIRE(rules(two.document.pages[0]).size() == 1);
  CHECK(rules(two.document.pages[0])[0] == Approx(105));  // 10 em

  const std::string note = repeated("注文很长长到一页的脚下放不下。", 60);
  const Printed split = print(small_page() + "  - text: " + repeated(prose, 10) + "一[^" + note + "^]二。\n");
  REQUIRE(split.document.pages.size() >= 2);
  REQUIRE(rules(split.document.pages[1]).size() == 1);
  CHECK(rules(split.document.pages[1])[0] == Approx(226.77).margin(0.01));
}

TEST_CASE("equal notes take space once") {
  const std::string chart = "  - chart: { kind: bars, provenance: reconstructed, data: [{ 甲: 3 }, { 乙: 2 }] }\n";
  const Printed charts = print(small_page() + chart + chart);
  REQUIRE(charts.document.pages.size() == 1);
  const std::string text = charts.text(0);
  CHECK(text.find("示意") != std::string::npos);
  CHECK(text.find("示意") == text.rfind("示意"));

  const std::string note = "  - note: 数据来自公开资料。\n";
  const std::string body = "  - text: " + repeated(prose, 30) + "\n";
  const Printed one = print(small_page() + note + body), two = print(small_page() + note + note + body);
  REQUIRE(one.document.pages.size() == 2);
  CHECK(one.text(0) == two.text(0));
}

TEST_CASE("notes are numbered as they are printed: a table's caption first, and a note on a note behind that note") {
  const Printed printed = print(small_page() +
                                "  - table: {header: ['头[^头注^]'], rows: [['格[^格注^]']], caption: '题[^题注^]'}\n"
                                "  - text: '字[^外[^里注^]后^]外[^二注^]'\n");
  INFO(printed.faults());
  CHECK(printed.diagnostics.all().empty());
  std::string all;
  for (const PrintedLine& line : notes_of(printed, 0)) all += line.text + "|";
  CAPTURE(all);
  std::size_t at = 0;
  for (const char* note : {"1 题注", "2 头注", "3 格注", "4 外", "5 里注", "6 二注"}) {
    const std::size_t found = all.find(note);
    CHECK(found != std::string::npos);
    CHECK(found >= at);
    at = found;
  }
}

TEST_CASE("what grows beside or below a noted text is drawn whole: neither text nor chart is lost") {
  const std::string note = "[^" + repeated("长长的一条注写得够长才好折行。", 3) + "^]";
  const std::string chart = "{ chart: { kind: columns, title: 图的题目, data: { 甲: 4, 乙: 2, 丙: 3 } } }";
  for (const char* kind : {"row", "box"}) {
    CAPTURE(kind);
    const Printed printed = print(small_page() + "  - " + kind + ": [ { text: \"头一句" + note + "尾声完。\" }, " +
                                  chart + " ]\n  - text: " + repeated(prose, 40) + "\n");
    INFO(printed.faults());
    CHECK(printed.diagnostics.all().empty());
    for (const char* text : {"头一句", "尾声完。", "图的题目", "丙"}) {
      CAPTURE(text);
      CHECK(printed.text().find(text) != std::string::npos);
    }
  }
}
