#include <catch2/catch.hpp>

#include <limits>

#include "unit/chart/samples.hpp"

using namespace banxin;
using namespace banxin::chart;

namespace {

struct Found {
  std::string code, text, suggestion;
  Span span;
};

std::vector<Found> found(const model::Chart& chart) {
  Diagnostics diagnostics;
  check(chart, diagnostics);
  std::vector<Found> result;
  for (const Diagnostic& each : diagnostics.all()) {
    result.push_back({std::string(message(each.id).code), each.text, each.suggestion, each.span});
  }
  return result;
}

std::string only_code(const model::Chart& chart) {
  const auto all = found(chart);
  std::string codes;
  for (const Found& each : all) codes += (codes.empty() ? "" : " ") + each.code;
  return codes;
}

}  // namespace

TEST_CASE("charts with sound data pass") {
  for (const auto& [name, chart] : samples::all()) {
    CAPTURE(name);
    CHECK(only_code(chart) == "");
  }
}

TEST_CASE("an unknown kind is named, with the nearest one") {
  const auto all = found(samples::chart("colums", {}));
  REQUIRE(all.size() == 1);
  CHECK(all[0].code == "B520");
  CHECK(all[0].suggestion == "write `columns`");
}

TEST_CASE("values that cannot be drawn are reported where they stand") {
  auto chart = samples::ages();
  chart.series[1].data[2].value = {-3, Span{4, 100, 102}};
  auto all = found(chart);
  REQUIRE(all.size() == 1);
  CHECK(all[0].code == "B523");
  CHECK(all[0].span == Span{4, 100, 102});
  CHECK(all[0].text == "a chart of kind facing cannot show the negative value \u22123 of “25-30岁”");
  chart = samples::industries();
  chart.series[0].data[1].value = {std::numeric_limits<double>::quiet_NaN(), {}};
  chart.series[0].data[1].span = Span{2, 7, 9};
  all = found(chart);
  REQUIRE(all.size() == 1);
  CHECK(all[0].code == "B522");
  CHECK(all[0].span == Span{2, 7, 9});
}

TEST_CASE("missing and superfluous series") {
  CHECK(only_code(samples::chart("bars", {})) == "B521");
  CHECK(only_code(samples::chart("landscape", {})) == "B521");
  CHECK(only_code(samples::chart("facing", {samples::series("a", {{"甲", 1}})})) == "B524");
  CHECK(only_code(samples::chart("bars", {samples::series("a", {{"甲", 1}}), samples::series("b", {{"甲", 1}})})) ==
        "B524");
  CHECK(only_code(samples::chart("bars", {samples::series("a", {})})) == "B521");
}

TEST_CASE("facing series must list the same classes") {
  auto chart = samples::ages();
  chart.series[1].data[1].label = {"30-36岁", Span{1, 2, 3}};
  const auto all = found(chart);
  REQUIRE(all.size() == 1);
  CHECK(all[0].code == "B525");
  CHECK(all[0].span == Span{1, 2, 3});
  CHECK(all[0].suggestion == "write “30-35岁” here");
}

TEST_CASE("shares add up to 100, give or take rounding") {
  auto chart = samples::education();
  CHECK(only_code(chart) == "");
  chart.series[0].data[0].value.value += 0.1;
  CHECK(only_code(chart) == "");
  chart.series[0].data[0].value.value += 2;
  CHECK(only_code(chart) == "B527");
}

TEST_CASE("names that the chart does not have") {
  auto chart = samples::heat();
  samples::event(chart, "2022-13", "不存在");
  CHECK(only_code(chart) == "B528");
  chart = samples::industries();
  samples::highlight(chart, "人工知能");
  const auto all = found(chart);
  REQUIRE(all.size() == 1);
  CHECK(all[0].code == "B529");
  chart = samples::industries();
  chart.series[0].data[1].label.value = "纯互联网";
  CHECK(only_code(chart) == "B526");
  chart = samples::industries();
  chart.icon.value = "bar";
  REQUIRE(found(chart).size() == 1);
  CHECK(found(chart)[0].suggestion == "write `bars`");
}

TEST_CASE("scales, growth and gathering that make no sense") {
  auto chart = samples::industries();
  chart.minimum = 10;
  chart.maximum = 5;
  chart.series[0].data.resize(0);
  chart.series[0] = samples::series("", {{"人工智能", 3}});
  CHECK(only_code(chart) == "B530");
  chart.minimum.reset();
  chart.maximum = 2;
  CHECK(only_code(chart) == "B531");
  chart = samples::growth();
  chart.series[0].data[0].value.value = 12;
  CHECK(only_code(chart) == "B534");
  chart = samples::industries();
  chart.top = 0;
  chart.other = "其他";
  CHECK(only_code(chart) == "B535");
  chart.top = 3;
  chart.other.clear();
  CHECK(only_code(chart) == "B537");
  chart = samples::products();
  chart.groups[0].items.push_back(chart.groups[0].items[0]);
  CHECK(only_code(chart) == "B536");
}

TEST_CASE("values below the scale are named as those beyond it are") {
  auto chart = samples::industries();
  chart.minimum = 5;
  chart.series[0].data[1].value = {3, Span{4, 10, 11}};
  const auto all = found(chart);
  REQUIRE_FALSE(all.empty());
  CHECK(all[0].code == "B538");
  CHECK(all[0].span == Span{4, 10, 11});
  CHECK(all[0].text.find("the value 3 of “") == 0);
  CHECK(all[0].text.find("is less than 5, the start of the scale") != std::string::npos);
}
