#include <catch2/catch.hpp>

#include "unit/chart/samples.hpp"

using namespace banxin;
using namespace banxin::chart;

namespace {

std::vector<std::string> labels(const model::Series& series) {
  std::vector<std::string> result;
  for (const model::Datum& datum : series.data) result.push_back(*datum.label);
  return result;
}

}  // namespace

TEST_CASE("sorting is descending and stable") {
  auto chart = samples::chart("bars", {samples::series("", {{"甲", 1}, {"乙", 3}, {"丙", 3}, {"丁", 2}})});
  chart.sort = true;
  CHECK(labels(arrange(chart).series[0]) == std::vector<std::string>{"乙", "丙", "丁", "甲"});
}

TEST_CASE("series with the same classes keep one order, rankings each their own") {
  auto same = samples::chart(
      "facing", {samples::series("a", {{"甲", 1}, {"乙", 3}}), samples::series("b", {{"甲", 9}, {"乙", 2}})});
  same.sort = true;
  CHECK(labels(arrange(same).series[1]) == std::vector<std::string>{"乙", "甲"});
  auto other = samples::chart(
      "ranking", {samples::series("a", {{"甲", 1}, {"乙", 3}}), samples::series("b", {{"丙", 9}, {"乙", 12}})});
  other.sort = true;
  CHECK(labels(arrange(other).series[0]) == std::vector<std::string>{"乙", "甲"});
  CHECK(labels(arrange(other).series[1]) == std::vector<std::string>{"乙", "丙"});
}

TEST_CASE("the rest is gathered, with the weakest provenance and no false decimals") {
  auto chart = samples::chart("bars", {samples::series("", {{"甲", 5}, {"乙", 0.1}, {"丙", 0.2}})});
  for (auto& datum : chart.series[0].data) datum.provenance = model::Provenance::published;
  chart.top = 1;
  chart.other = "其他";
  const auto gathered = arrange(chart).series[0];
  REQUIRE(labels(gathered) == std::vector<std::string>{"甲", "其他"});
  CHECK(*gathered.data[1].value == 0.3);
  CHECK(gathered.data[1].provenance == model::Provenance::derived);
  chart.series[0].data[2].provenance = model::Provenance::reconstructed;
  CHECK(arrange(chart).series[0].data[1].provenance == model::Provenance::reconstructed);
  // A sum with a number that claims nothing claims nothing.
  chart.series[0].data[2].provenance = {};
  CHECK_FALSE(arrange(chart).series[0].data[1].provenance);
  chart.top = 3;
  CHECK(arrange(chart).series[0].data.size() == 3);
  chart.top = 1;
  chart.other.clear();
  CHECK(arrange(chart).series[0].data.size() == 3);
}

TEST_CASE("the table says the unit once and where each number comes from") {
  auto chart = samples::chart("bars", {samples::series("占比", {{"人工智能", 6.45}, {"纯互联网", 28.4}, {"其他", 1}})});
  chart.unit = "%";
  chart.series[0].data[0].provenance = model::Provenance::published;
  chart.series[0].data[1].provenance = model::Provenance::reconstructed;
  chart.series[0].data[2].provenance = model::Provenance::derived;
  CHECK(data_table(chart) ==
        std::vector<std::vector<std::string>>{
            {"项目", "占比（%）"}, {"人工智能", "6.45"}, {"纯互联网", "28.40（示意）"}, {"其他", "1.00（推算）"}});
  CHECK(data_table(chart, Language::en)[2][1] == "28.40 (illustrative)");
}

TEST_CASE("the table of several series has their classes once, and notes and events beside them") {
  auto chart = samples::chart(
      "ranking", {samples::series("热招", {{"甲", 2}, {"乙", 1}}), samples::series("热投", {{"丙", 3}, {"甲", 1}})});
  for (auto& series : chart.series) {
    for (auto& datum : series.data) datum.provenance = model::Provenance::published;
  }
  chart.series[0].data[1].note = "新增";
  samples::event(chart, "乙", "首次上榜");
  CHECK(data_table(chart) == std::vector<std::vector<std::string>>{{"项目", "热招", "热投", "说明"},
                                                                   {"甲", "2", "1", ""},
                                                                   {"乙", "1", "", "新增；首次上榜"},
                                                                   {"丙", "", "3", ""}});
}

TEST_CASE("the table of a map lists every product") {
  const auto table = data_table(samples::products());
  CHECK(table.front() == std::vector<std::string>{"类别", "产品", "说明"});
  CHECK(table.size() == 13);
  CHECK(table[1] == std::vector<std::string>{"对话与文本", "ChatGPT", "OpenAI"});
  const auto cells = data_cells(samples::products());
  CHECK(cells[1][0].rows > 1);  // the group stands over all its products
  CHECK(cells[2][0].rows == 0);
}
