#include "data/plot_data.hpp"

#include <catch2/catch.hpp>

#include "table/loaded.hpp"

using namespace banxin;
using namespace banxin::data;
using Position = model::Plot::Position;

namespace {

const std::string sales =
    "  sales:\n    columns: { 销量: { type: number, unit: 万辆 } }\n    rows:\n"
    "      - [月份, 地区, 销量, 增速]\n      - [2023-01, 东, 40, -6%]\n      - [2023-01, 西, 12, 3%]\n"
    "      - [2023-02, 东, 52, 56%]\n      - [2023-02, 西, -, 4%]\n";

Loaded with(const std::string& chart) { return Loaded(sales, {}, "body:\n  - chart: " + chart + "\n"); }

const model::Chart& chart_of(const Loaded& loaded) {
  return std::get<model::ChartBlock>(loaded.bound.document.sections[0].body[0].kind).chart;
}

}  // namespace

TEST_CASE("a column's type decides how a mark places it") {
  const Loaded line = with("{ mark: line, alt: x, data: sales, x: 月份, y: 销量, color: 地区 }");
  REQUIRE(chart_of(line).plot);
  CHECK(chart_of(line).plot->position == Position::time);
  CHECK(chart_of(line).unit == "万辆");
  const Loaded bar = with("{ mark: bar, alt: x, data: sales, x: 月份, y: 销量, color: 地区 }");
  CHECK(chart_of(bar).plot->position == Position::band);
  const Loaded point = with("{ mark: point, alt: x, data: sales, x: 销量, y: 增速 }");
  CHECK(chart_of(point).plot->position == Position::number);
  const Loaded turned = with("{ mark: bar, alt: x, data: sales, y: 地区, x: { field: 销量, aggregate: sum } }");
  CHECK(chart_of(turned).plot->horizontal);
}

TEST_CASE("a color makes a series of each of its values, and a missing number is a gap") {
  const Loaded loaded = with("{ mark: line, alt: x, data: sales, x: 月份, y: 销量, color: 地区 }");
  const model::Chart& chart = chart_of(loaded);
  REQUIRE(chart.series.size() == 2);
  CHECK(chart.series[0].data.size() == 2);
  CHECK(chart.series[1].name.value == "西");
  CHECK(chart.series[1].data.size() == 1);
  CHECK(chart.series[1].gaps.size() == 1);
}

TEST_CASE("rows with the same place are aggregated") {
  const Loaded loaded = with("{ mark: bar, alt: x, data: sales, x: 地区, y: { field: 增速, aggregate: mean } }");
  const model::Chart& chart = chart_of(loaded);
  REQUIRE(chart.series.size() == 1);
  CHECK(chart.series[0].data[0].value.value == Approx(25));
  CHECK(chart.series[0].data[1].value.value == Approx(3.5));
  CHECK(chart.unit == "%");
}

TEST_CASE("layers have axes of their own, and columns small multiples") {
  const Loaded dual = with(
      "{ alt: x, data: sales, x: 月份, column: 地区, layers: [{ mark: bar, y: 销量 }, { mark: line, y: 增速 }], "
      "resolve: { y: independent } }");
  const model::Chart& chart = chart_of(dual);
  REQUIRE(chart.plot->layers.size() == 2);
  CHECK_FALSE(chart.plot->layers[0].right);
  CHECK(chart.plot->layers[1].right);
  CHECK(chart.plot->layers[1].unit == "%");
  CHECK(chart.plot->facets == std::vector<std::string>{"东", "西"});
}

TEST_CASE("a design stands for a mark, and rows may be in the chart") {
  const Loaded loaded = with("{ kind: grouped, alt: x, x: 项, y: 额, data: [{ 项: 甲, 额: 3 }, { 项: 乙, 额: 4 }] }");
  const model::Chart& chart = chart_of(loaded);
  CHECK(chart.mark == "bar");
  CHECK(chart.plot->layers[0].grouped);
  REQUIRE(chart.series.size() == 1);
  CHECK(chart.series[0].data[1].value.value == 4);
}

TEST_CASE("a channel of the wrong type is an error") {
  const Loaded loaded = with("{ mark: bar, alt: x, data: sales, x: 月份, y: 地区 }");
  REQUIRE(loaded.messages().size() == 1);
  CHECK(loaded.messages()[0].find("the column “地区” cannot be quantitative") != std::string::npos);
}
