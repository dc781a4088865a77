// Numbers in columns.
#include <catch2/catch.hpp>

#include "unit/page/printed.hpp"

using namespace banxin;
using namespace banxin::page::test;

namespace {

/// Where a glyph of the printed table starts, by its text's byte.
double pen_of(const Printed& printed, const std::string& text, const std::string& mark) {
  for (const graphics::Item& item : printed.document.pages.at(0).items) {
    const auto* run = std::get_if<graphics::GlyphRun>(&item.what);
    if (run == nullptr || run->text.find(text) == std::string::npos) continue;
    for (const graphics::Glyph& glyph : run->glyphs) {
      if (run->text.compare(glyph.cluster, mark.size(), mark) == 0)
        return (run->origin.x + Length::units(glyph.x)).to_pt();
    }
  }
  return -1;
}

}  // namespace

TEST_CASE("a column of numbers is aligned on the decimal, whatever follows it and whatever stands before") {
  const Printed printed =
      print(small_page() +
            "  - table:\n      header: [项, 值]\n      align: [start, decimal]\n      rows:\n"
            "        - [甲, \"1.5\"]\n        - [乙, \"\u221212.25%\"]\n        - [丙, \"1234.567万\"]\n"
            "        - [丁, \"7.0\"]\n");
  INFO(printed.faults());
  CHECK(printed.diagnostics.all().empty());
  const double point = pen_of(printed, "1.5", ".");
  REQUIRE(point > 0);
  CHECK(pen_of(printed, "12.25", ".") == Approx(point).margin(0.01));
  CHECK(pen_of(printed, "1234.567", ".") == Approx(point).margin(0.01));
  CHECK(pen_of(printed, "7.0", ".") == Approx(point).margin(0.01));
}

TEST_CASE("whole numbers end where the decimals of the others begin") {
  const Printed printed =
      print(small_page() +
            "  - table:\n      align: [decimal]\n      rows:\n        - [\"45\"]\n        - [\"3.25\"]\n"
            "        - [\"128%\"]\n");
  INFO(printed.faults());
  const double point = pen_of(printed, "3.25", ".");
  REQUIRE(point > 0);
  // Figures are of one width: the 5 of 45 and the 8 of 128 have the same distance to the point as the 3.
  const double three = pen_of(printed, "3.25", "3");
  CHECK(pen_of(printed, "45", "5") == Approx(three).margin(0.01));
  CHECK(pen_of(printed, "128", "8") == Approx(three).margin(0.01));
}

TEST_CASE("a row that is deeper than a page goes on overleaf, with nothing lost") {
  const std::string cell = repeated("很长的一格写了又写还没有写完。", 60);
  const Printed printed = print(small_page() + "  - text: 先。\n  - table:\n      header: [头一, 头二]\n      rows:\n" +
                                "        - [短, 短]\n        - [短二, \"" + cell + "\"]\n        - [尾, 尾]\n");
  INFO(printed.faults());
  CHECK(printed.diagnostics.all().empty());
  CHECK(printed.document.pages.size() >= 3);
  std::string long_cell;
  for (const PrintedLine& line : printed.lines()) {
    CHECK(line.y < (160 - 20) / 25.4 * 72);
    if (line.text.find("很长") != std::string::npos || line.text.find("写") != std::string::npos)
      long_cell += line.text;
  }
  CHECK(long_cell == cell);
  CHECK(printed.lines(printed.document.pages.size() - 1).back().text == "尾");
}

TEST_CASE("left and right align the cells of a column as start and end do") {
  const auto places = [](const std::string& align) {
    const Printed printed =
        print(small_page() + "  - table: { align: [" + align + "], rows: [[甲, 乙, 丙], [甲甲甲, 乙乙乙, 丙丙丙]] }\n");
    INFO(printed.faults());
    REQUIRE(printed.diagnostics.all().empty());
    std::vector<double> result;
    for (const PrintedLine& line : printed.lines(0)) result.push_back(line.x);
    return result;
  };
  CHECK(places("left, right, center") == places("start, end, center"));
  CHECK(places("left, right, center") != places("left, left, center"));
}

TEST_CASE("a header has several rows and cells over several columns, and a footer ends the table") {
  const Printed printed =
      print(small_page() +
            "  - table:\n      header:\n        - [{ text: 地区, rows: 2 }, { text: 出口, span: 2 }]\n"
            "        - [数量, 金额]\n      rows: [[东, 1, 2], [西, 3, 4]]\n      footer: [合计, 4, 6]\n");
  INFO(printed.faults());
  CHECK(printed.diagnostics.all().empty());
  const auto& tree = printed.document.tree;
  int spanning = 0, feet = 0;
  for (graphics::NodeId id = 1; id < tree.size(); ++id) {
    if (tree[id].role == semantics::Role::table_header && tree[id].column_span == 2) ++spanning;
    if (tree[id].role == semantics::Role::table_header && tree[id].row_span == 2) ++spanning;
    if (tree[id].role == semantics::Role::table_foot) ++feet;
  }
  CHECK(spanning == 2);
  CHECK(feet == 1);
  double group = 0, below = 0, after = 0;
  for (const PrintedLine& line : printed.lines(0)) {
    if (line.text == "出口") group = line.x;
    if (line.text == "数量") below = line.x;
    if (line.text == "金额") after = line.x;
  }
  CHECK(below == Approx(group));  // the first of its columns, not that of 地区
  CHECK(after > below);
}

TEST_CASE("a footer that does not fit takes the last row with it, below the repeated header") {
  std::string rows;
  for (int i = 1; i <= 17; ++i) rows += "        - [行" + std::to_string(i) + ", 1]\n";
  const Printed printed =
      print(small_page() + "  - table:\n      header: [[{ text: 头, span: 2 }], [甲, 乙]]\n      rows:\n" + rows +
            "      footer: [合计, 17]\n");
  INFO(printed.faults());
  REQUIRE(printed.document.pages.size() == 2);
  const std::string last = printed.text(1);
  CHECK(last.find("头") != std::string::npos);
  CHECK(last.find("行17") != std::string::npos);
  CHECK(last.find("合计") != std::string::npos);
}
