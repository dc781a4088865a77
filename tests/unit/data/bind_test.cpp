#include "data/bind.hpp"

#include <catch2/catch.hpp>

#include "model/read_document.hpp"

using namespace banxin;
using namespace banxin::data;

namespace {

struct Joined {
  std::shared_ptr<source::MemoryFiles> memory = std::make_shared<source::MemoryFiles>();
  source::SourceFiles files{memory};
  Diagnostics diagnostics;
  model::Document document;
  explicit Joined(const std::string& block, const std::string& csv) {
    memory->put("report.yaml", "title: 甲\nbody:\n  - " + block + "\n");
    memory->put("a.csv", csv);
    auto read = model::read_document(files, "report.yaml", diagnostics);
    REQUIRE(read);
    document = bind(std::move(*read), files, diagnostics).document;
  }
  [[nodiscard]] const model::Chart& chart() const {
    return std::get<model::ChartBlock>(document.sections[0].body[0].kind).chart;
  }
  [[nodiscard]] std::string faults() const {
    std::string out;
    for (const Diagnostic& one : diagnostics.all()) {
      const source::SourceFile& file = files.file(one.span.file);
      const source::Position at = file.position(one.span.begin);
      out += file.path() + ":" + std::to_string(at.line) + ":" + std::to_string(at.column) + " " + one.text + " / " +
             one.suggestion + "\n";
    }
    return out;
  }
};

const std::string bars = "chart: { kind: bars, provenance: published, data_file: a.csv }";

}  // namespace

TEST_CASE("rows become data, with their places") {
  const Joined it(bars,
                  "\xEF\xBB\xBFlabel,value,provenance,note\r\n\"甲,“乙”\"\"\",28.36,,注\r\n\r\n 丙 , +3 ,derived,\r\n");
  CHECK(it.faults().empty());
  REQUIRE(it.chart().series.size() == 1);
  const auto& data = it.chart().series[0].data;
  REQUIRE(data.size() == 2);
  CHECK(data[0].label.value == "甲,“乙”\"");
  CHECK(it.files.text(data[0].label.span) == "\"甲,“乙”\"\"\"");
  CHECK(data[0].value.value == 28.36);
  CHECK(data[0].provenance == model::Provenance::published);
  CHECK(data[0].note == "注");
  CHECK(data[1].label.value == "丙");
  CHECK(it.files.text(data[1].value.span) == "+3");
  CHECK(data[1].provenance == model::Provenance::derived);
}

TEST_CASE("a number's provenance is its own, else the chart's, else the report's, else none") {
  const auto provenances = [](const std::string& head, const std::string& chart) {
    auto memory = std::make_shared<source::MemoryFiles>();
    source::SourceFiles files{memory};
    Diagnostics diagnostics;
    memory->put("report.yaml", "title: 甲\n" + head + "body:\n  - chart: { kind: bars, " + chart + " }\n");
    memory->put("a.csv", "label,value,provenance\n甲,1,derived\n乙,2,\n");
    auto read = model::read_document(files, "report.yaml", diagnostics);
    REQUIRE(read);
    const model::Document document = bind(std::move(*read), files, diagnostics).document;
    CHECK(diagnostics.all().empty());
    const model::Chart& bound = std::get<model::ChartBlock>(document.sections[0].body[0].kind).chart;
    std::string out = bound.provenance ? std::string(name(*bound.provenance)) : "-";
    for (const model::Datum& datum : bound.series.at(0).data) {
      out += " " + (datum.provenance ? std::string(name(*datum.provenance)) : "-");
    }
    return out;
  };
  CHECK(provenances("", "data: { 甲: 1 }") == "- -");
  CHECK(provenances("provenance: reconstructed\n", "data: { 甲: 1 }") == "reconstructed reconstructed");
  CHECK(provenances("provenance: reconstructed\n", "provenance: published, data: { 甲: 1 }") == "published published");
  CHECK(provenances("provenance: reconstructed\n", "data_file: a.csv") == "reconstructed derived reconstructed");
  CHECK(provenances("", "data_file: a.csv") == "- derived -");
}

TEST_CASE("a series column parts the data, in the order of first rows") {
  const Joined it("row: [{ box: [{ chart: { kind: ranking, data_file: a.csv } }] }]",
                  "series,label,value\n乙,a,1\n甲,b,2\n乙,c,3\n");
  CHECK(it.faults().empty());
  const auto& row = std::get<model::Row>(it.document.sections[0].body[0].kind);
  const auto& box = std::get<model::Box>(row.cells[0].kind);
  const model::Chart& chart = std::get<model::ChartBlock>(box.body[0].kind).chart;
  REQUIRE(chart.series.size() == 2);
  CHECK(chart.series[0].name.value == "乙");
  CHECK(chart.series[0].data.size() == 2);
  CHECK(chart.series[1].data[0].label.value == "b");
}

TEST_CASE("a table takes its header from the file") {
  const Joined it("table: { data_file: a.csv }", "甲,乙\n**一**,\"二\n三\"\n,x\n");
  CHECK(it.faults().empty());
  const auto& table = std::get<model::Table>(it.document.sections[0].body[0].kind);
  CHECK(table.header[1].plain() == "乙");
  REQUIRE(table.rows.size() == 2);
  CHECK(table.rows[0][0].plain() == "**一**");
  CHECK(table.rows[0][1].plain() == "二 三");
  CHECK(table.rows[1][0].empty());
  const model::InlineRun& run = table.rows[0][1].runs[0];
  CHECK(it.files.text(run.source.at(0, 3)) == "二");
}

TEST_CASE("errors in a data file name row and column") {
  CHECK(Joined(bars, "label,valeu\n甲,1\n").faults() ==
        "a.csv:1:7 unknown column `valeu` in a data file / did you mean `value`?\n");
  CHECK(Joined(bars, "label;value\n甲;1\n").faults().empty());
  CHECK(Joined(bars, "label,note\n甲,1\n").faults() == "a.csv:1:1 missing column `value` in the data file / \n");
  CHECK(Joined(bars, "label,value,value\n甲,1,2\n").faults() == "a.csv:1:13 duplicate column `value` / \n");
  CHECK(Joined(bars, "label,value\n甲,1\n乙,十二%\n,3\n").faults() ==
        "a.csv:3:3 row 3, column `value`: “十二%” is not a number / write a number, such as "
        "1,234.5 or 12.5%\n"
        "a.csv:4:1 row 4 has no label / \n");
  CHECK(Joined(bars, "label,value\n甲,1,2\n乙\n").faults() ==
        "a.csv:2:1 row 2 has 3 fields, but the first row has 2 / put text with delimiters in quotation marks\n"
        "a.csv:3:1 row 3 has 1 field, but the first row has 2 / \n");
  CHECK(Joined(bars, "label,value,provenance\n甲,1,publishd\n").faults() ==
        "a.csv:2:5 row 2: “publishd” is not a provenance / did you mean `published`?\n");
  CHECK(Joined(bars, "label,value\n\"甲,1\n").faults() ==
        "a.csv:2:1 this quotation mark is never closed / close it, or write it twice if it is part of "
        "the text\n");
  CHECK(Joined(bars, "label,value\n\"甲\"乙,1\n").faults() ==
        "a.csv:2:4 text after the closing quotation mark in row 2, column 1 / put the whole field in quotation "
        "marks, and write quotation marks inside twice\n");
  CHECK(Joined(bars, "label,value\n").faults() ==
        "a.csv:1:1 the data file has no rows / write the names of the columns in the first row and the data below\n");
  CHECK(Joined(bars, "label,value\n\xFF\xFF,1\n").faults() ==
        "a.csv:2:1 the file is not UTF-8 text: the byte FF is not part of a character / save the table as “CSV "
        "UTF-8”\n");
  CHECK(Joined("chart: { kind: bars, data_file: b.csv }", "").faults() ==
        "report.yaml:3:37 cannot find the file `b.csv` / did you mean `a.csv`?\n");
  CHECK(Joined("chart: { kind: bars, data_file: ../b.csv }", "").faults() ==
        "report.yaml:3:37 the file `../b.csv` is outside the folders that this report may read / use the path of a "
        "file in the report's folder\n");
}

TEST_CASE("a data file cut or changed anywhere never does more than report") {
  const std::string whole = "label,value,series\r\n\"甲\"\"乙\",1.5,a\r\n丙,-2,\"b\r\nc\"\n";
  for (std::size_t at = 0; at < whole.size(); ++at) {
    (void)Joined(bars, whole.substr(0, at));
    for (const char c : std::string_view(",\"\n\r x\xE4")) {
      std::string changed = whole;
      changed[at] = c;
      (void)Joined(bars, changed);
    }
  }
  SUCCEED();
}
