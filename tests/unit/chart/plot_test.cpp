#include <catch2/catch.hpp>

#include "chart/plot/prepared.hpp"
#include "chart/plot/time_axis.hpp"
#include "chart/plot/value_scale.hpp"
#include "unit/chart/samples.hpp"

using namespace banxin;
using namespace banxin::chart;
using namespace banxin::chart::plot;

namespace {

model::Chart bars(const std::string& stack, std::vector<model::Series> series) {
  model::Chart chart = samples::chart("plot", std::move(series));
  for (model::Series& one : chart.series) one.key = *one.name;
  chart.plot.emplace().layers.emplace_back();
  chart.plot->layers[0].mark = "bar";
  chart.plot->layers[0].stack = stack;
  return chart;
}

}  // namespace

TEST_CASE("bars are stacked from zero, upwards and downwards") {
  const auto chart =
      bars("zero", {samples::series("a", {{"x", 3}, {"y", -1}}), samples::series("b", {{"x", 4}, {"y", -2}})});
  const Prepared plot = prepare(chart, 5);
  CHECK(plot.strips[1].pieces[0].low == 3);
  CHECK(plot.strips[1].pieces[0].high == 7);
  CHECK(plot.strips[1].pieces[1].high == -3);
  CHECK(plot.scales[0].low <= -3);
  CHECK(plot.scales[0].high >= 7);
}

TEST_CASE("a normalized stack is 100 high") {
  const auto chart = bars("normalize", {samples::series("a", {{"x", 1}}), samples::series("b", {{"x", 3}})});
  const Prepared plot = prepare(chart, 5);
  CHECK(plot.strips[0].pieces[0].high == Approx(25));
  CHECK(plot.strips[1].pieces[0].high == Approx(100));
  CHECK(plot.scales[0].high == 100);
}

TEST_CASE("scales of numbers") {
  const ValueScale log = value_scale(ScaleType::log, 3, 4000, 5, true);
  CHECK(log.low == Approx(1));
  CHECK(log.high == Approx(10000));
  CHECK(log.share(100) == Approx(0.5));
  CHECK(value_scale(ScaleType::sqrt, 0, 100, 5, true).share(25) == Approx(0.5));
  const ValueScale symlog = value_scale(ScaleType::symlog, -100, 100, 5, true);
  CHECK(symlog.share(0) == Approx(0.5));
  CHECK(symlog.ticks.size() == 7);
}

TEST_CASE("ticks print in the language's units") {
  CHECK(tick_format({0, 1000000}, Language::zh_hans).print(1000000) == "100万");
  CHECK(tick_format({0, 1000000}, Language::en).print(1000000) == "1,000,000");
  CHECK(tick_format({0, 2e9}, Language::zh_hant).print(2e9) == "20億");
  CHECK(tick_format({0, 0.5}, Language::zh_hans).print(0) == "0.0");
}

TEST_CASE("ticks of time by month and year") {
  const double january = 19358, december = 19692;  // 2023-01-01, 2023-12-01
  const auto months = time_ticks(january, december, 28, 12, Language::zh_hans);
  REQUIRE(months.size() == 12);
  CHECK(months[0].label == "2023年1月");
  CHECK(months[1].label == "2月");
  const auto quarters = time_ticks(january, december, 28, 5, Language::en);
  REQUIRE(quarters.size() == 4);
  CHECK(quarters[1].label == "Apr");
  const auto years = time_ticks(january - 3652, december, 365, 6, Language::en);
  CHECK(years.back().label == "2022");
}
