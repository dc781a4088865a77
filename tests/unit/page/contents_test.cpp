// The table of contents as it is printed.
#include <catch2/catch.hpp>

#include "unit/page/printed.hpp"

using namespace banxin;
using namespace banxin::page::test;

namespace {

const std::string title = "一个长到一行里放不下于是要在意思断开的地方转到下一行的标题";

std::string report(const std::string& writing) {
  return small_page().substr(0, small_page().find("body:")) + "sections:\n  - writing: " + writing +
         "\n    body:\n      - heading: 目录\n      - contents: { depth: 2 }\n  - title: " + title +
         "\n    contents: true\n    writing: " + writing +
         "\n    body:\n      - heading: 其一\n      - text: 文。\n  - title: 短\n    contents: true\n    body:\n" +
         "      - text: 文。\n";
}

}  // namespace

TEST_CASE("a title that is too long for its line is split, and the page stands on its last line") {
  const Printed printed = print(report("horizontal"));
  INFO(printed.faults());
  REQUIRE(printed.document.pages.size() == 3);
  const auto lines = printed.lines(0);
  std::vector<PrintedLine> listed;
  for (const PrintedLine& line : lines) {
    if (line.text != "目录") listed.push_back(line);
  }
  // Two lines of the title, its page, the headline, its page, the second title and its page.
  REQUIRE(listed.size() == 7);
  CHECK(listed[0].text + listed[1].text == title);
  CHECK(listed[0].text.size() >= title.size() / 3);  // even lines
  CHECK(listed[1].text.size() >= title.size() / 3);
  CHECK(listed[2].text == "2");
  CHECK(listed[2].y == Approx(listed[1].y));
  CHECK(listed[3].text == "其一");
  CHECK(listed[3].x > listed[0].x);  // set in
  const double right = (120 - 20) / 25.4 * 72;
  for (const PrintedLine& line : listed) CHECK(line.right < right);
  for (const std::size_t number : {2U, 4U, 6U}) CHECK(listed[number].right > right - 10);
}

TEST_CASE("the heading above a contents list is not in it") {
  const Printed printed = print(report("horizontal"));
  const std::string text = printed.text(0);
  CHECK(text.find("目录") == text.rfind("目录"));
}

TEST_CASE("in vertical setting contents run down, from right to left") {
  const Printed printed = print(report("vertical"));
  INFO(printed.faults());
  CHECK(printed.diagnostics.all().empty());
  double last = 1e9;
  for (const graphics::Item& item : printed.document.pages[0].items) {
    const auto* run = std::get_if<graphics::GlyphRun>(&item.what);
    if (run == nullptr) continue;
    CAPTURE(run->text);
    if (run->text.find_first_of("0123456789") == std::string::npos) CHECK(run->mode == WritingMode::vertical);
    CHECK(run->origin.x.to_pt() <= last + 6);
    last = run->origin.x.to_pt();
  }
}

TEST_CASE("in vertical setting a chart stands upright within the page, and the text goes on to its left") {
  const std::string sample =
      small_page().substr(0, small_page().find("body:")) +
      "sections:\n  - writing: vertical\n    body:\n      - text: 先。\n      - chart: { kind: bars, "
      "title: 图名, unit: 人, provenance: published, data: [{ 甲: 3 }, { 乙: 2 }] }\n"
      "      - text: 后。\n";
  const Printed printed = print(sample);
  INFO(printed.faults());
  CHECK(printed.diagnostics.all().empty());
  REQUIRE(printed.document.pages.size() == 2);  // square: as wide as the page, so the text after it is on the next page
  const double left = 20 / 25.4 * 72, top = left, right = 100 / 25.4 * 72, bottom = 140 / 25.4 * 72;
  bool found = false;
  for (const PrintedLine& line : printed.lines(0)) {
    CAPTURE(line.text, line.x, line.y);
    CHECK(line.x >= left - 0.01);
    CHECK(line.right <= right);
    CHECK(line.y >= top - 0.01);
    CHECK(line.y <= bottom);
    found |= line.text == "图名";
  }
  CHECK(found);
}
