// Rows over pages: nothing is lost, and what is too deep for any page is named.
#include <catch2/catch.hpp>

#include "unit/page/printed.hpp"

using namespace banxin;
using namespace banxin::page::test;

namespace {

const std::string prose = "正文说明这里要有一段文字行行相接版心之内不留空白。";
constexpr double page_foot = (160 - 20) / 25.4 * 72;

std::string column(const Printed& printed, bool second) {
  std::string result;
  for (const PrintedLine& line : printed.lines()) {
    if ((line.x > 120 / 25.4 * 72 / 2) == second) result += line.text;
  }
  return result;
}

}  // namespace

TEST_CASE("a row goes on side by side on the next page, with nothing lost") {
  const std::string left = repeated(prose, 20), right = repeated("右边的一栏也长。", 50);
  const Printed printed = print(small_page("styles: { body: { indent: 0em } }\n") + "  - row:\n      - text: " + left +
                                "\n      - text: " + right + "\n  - text: 在后。\n");
  INFO(printed.faults());
  CHECK(printed.diagnostics.all().empty());
  CHECK(printed.document.pages.size() >= 2);
  CHECK(column(printed, false).find(left) != std::string::npos);
  CHECK(column(printed, true).find(right) != std::string::npos);
  for (const PrintedLine& line : printed.lines()) CHECK(line.y < page_foot);
  const auto last = printed.lines(printed.document.pages.size() - 1);
  CHECK(last.back().text == "在后。");
}

TEST_CASE("a row whose cells cannot be split moves to the next page") {
  const std::string chart = "{ kind: bars, data: [{ 甲: 3 }, { 乙: 2 }, { 丙: 2 }, { 丁: 1 }] }";
  const Printed printed = print(small_page() + "  - text: " + repeated(prose, 13) +
                                "\n  - row:\n      - chart: " + chart + "\n      - chart: " + chart + "\n");
  INFO(printed.faults());
  CHECK(printed.diagnostics.all().empty());
  REQUIRE(printed.document.pages.size() == 2);
  CHECK(printed.text(0).find("甲") == std::string::npos);
  CHECK(printed.text(1).find("甲") != std::string::npos);
}

TEST_CASE("what is too deep for a page is named by its own line") {
  const std::string many = [] {
    std::string data;
    for (int i = 0; i < 40; ++i) data += (i > 0 ? ", " : "") + std::string("{ 名") + std::to_string(i) + ": 3 }";
    return data;
  }();
  const Printed printed = print(small_page() + "  - text: 先。\n  - box:\n      - text: 盒中。\n      - row:\n" +
                                "          - text: 左。\n          - chart: { kind: bars, data: [" + many + "] }\n");
  INFO(printed.faults());
  CHECK(printed.faults().find("B602 11:") != std::string::npos);
}

TEST_CASE("rows within rows and columns within columns are laid out in no time") {
  std::string rows, boxes, indent = "  ";
  for (int i = 0; i < 28; ++i) {
    rows += indent + "- row:\n";
    boxes += indent + "- box:\n";
    indent += "  ";
  }
  rows += indent + "- text: 深\n";
  const Printed deep = print(small_page() + rows);
  INFO(deep.faults());
  CHECK(deep.text() == "深");

  std::string columns = "  ";
  std::string nested;
  for (int i = 0; i < 14; ++i) {
    nested +=
        columns + "- columns: 2\n" + columns + "  style: body\n" + columns + "  box:\n" + columns + "    - text: 甲\n";
    columns += "    ";
  }
  nested += columns + "- text: 深\n";
  const Printed balanced = print(small_page("styles: { body: { column_gap: 0pt } }\n") + nested);
  CHECK(balanced.text().find("深") != std::string::npos);
}

TEST_CASE("a page break within a row is passed over, and said so") {
  const Printed printed = print(small_page() +
                                "  - row:\n      - text: 左。\n      - box:\n          - text: 右。\n"
                                "          - page: \"\"\n          - text: 再右。\n");
  CHECK(printed.document.pages.size() == 1);
  CHECK(printed.faults() ==
        "B605 10: a page cannot end within a row, so this page break is ignored | put it before or after the row\n");
}
