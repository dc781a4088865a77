#include "data/table_rows.hpp"

#include <catch2/catch.hpp>

#include "table/loaded.hpp"

using namespace banxin;
using namespace banxin::data;

namespace {

const std::string exports =
    "  exports:\n    columns: { 数量: { type: number, unit: 万辆 }, 占比: percent }\n    rows:\n"
    "      - { 地区: 东, 数量: 1234.56, 占比: 12.34% }\n      - { 地区: 西, 数量: -, 占比: 5% }\n";

Loaded with(const std::string& table) { return Loaded(exports, {}, "body:\n  - table: " + table + "\n"); }

/// "地区 数量（万辆） | 东 1,235 | …", with the alignments.
std::string printed(const Loaded& loaded) {
  const auto& table = std::get<model::Table>(loaded.bound.document.sections[0].body[0].kind);
  std::string out;
  const auto row = [&](const std::vector<model::InlineText>& cells) {
    for (const model::InlineText& cell : cells) out += (out.empty() ? "" : " ") + cell.plain();
  };
  row(table.header);
  for (const auto& cells : table.rows) {
    out += " |";
    row(cells);
  }
  out += " /";
  for (const std::string& align : table.align) out += " " + align;
  return out;
}

std::string first_message(const std::string& table) {
  const Loaded loaded = with(table);
  return loaded.messages().empty() ? "" : loaded.messages()[0];
}

}  // namespace

TEST_CASE("a table block prints the rows of a data table") {
  CHECK(printed(with("{ data: exports }")) == "地区 数量（万辆） 占比 | 东 1234.56 12.34% | 西 — 5% / start end end");
  CHECK(printed(with("{ data: exports, columns: [占比, { field: 数量, title: 出口, format: number(0) }] }")) ==
        "占比 出口 | 12.34% 1235 | 5% — / end end");
  CHECK(printed(with("{ data: exports, columns: [地区], header: [区], align: [center] }")) == "区 | 东 | 西 / center");
}

TEST_CASE("the numbers of a table block are known with their cells") {
  const Loaded loaded = with("{ data: exports, columns: [地区, { field: 占比, format: percent(1) }] }");
  REQUIRE(loaded.bound.numbers.size() == 2);
  CHECK(loaded.bound.numbers[0].text == "12.3%");
  CHECK(loaded.bound.numbers[0].expression == "exports[东].占比");
}

TEST_CASE("a table block with a wrong name or format is an error") {
  CHECK(first_message("{ data: export }") == "report.yaml:9:20: unknown table `export`; did you mean `exports`?");
  CHECK(first_message("{ data: exports, columns: [数目] }") ==
        "report.yaml:9:39: unknown column `数目` in the table `exports`; did you mean `数量`?");
  CHECK(first_message("{ data: exports, columns: [{ field: 数量, format: numbr(0) }] }") ==
        "report.yaml:9:60: there is no format “numbr”; did you mean `number`?");
  CHECK(first_message("{ data: exports, columns: [{ field: 数量, format: percent }] }") ==
        "report.yaml:9:60: `percent` cannot print a number in 万辆");
  CHECK(first_message("{ data: exports, rows: [[1]] }") ==
        "report.yaml:9:20: a table takes either `rows` or `data`, not both");
}
