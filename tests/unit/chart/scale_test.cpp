#include "chart/scale.hpp"

#include <catch2/catch.hpp>

#include "unit/chart/samples.hpp"

using namespace banxin;
using namespace banxin::chart;

TEST_CASE("nice steps are 1, 2, 2.5 and 5 times a power of ten") {
  CHECK(nice_step(0.7) == Approx(1));
  CHECK(nice_step(1) == Approx(1));
  CHECK(nice_step(1.2) == Approx(2));
  CHECK(nice_step(2.1) == Approx(2.5));
  CHECK(nice_step(2.6) == Approx(5));
  CHECK(nice_step(5.1) == Approx(10));
  CHECK(nice_step(0.013) == Approx(0.02));
  CHECK(nice_step(975) == Approx(1000));
}

TEST_CASE("a nice scale covers its data in no more steps than asked for") {
  struct Case {
    double low, high;
    int steps;
    double minimum, maximum, step;
  };
  for (const Case& c : {Case{0, 28.4, 5, 0, 30, 10}, Case{0, 3900, 4, 0, 4000, 1000}, Case{0, 1, 4, 0, 1, 0.25},
                        Case{-3, 7, 5, -5, 7.5, 2.5}, Case{0, 72, 4, 0, 80, 20}, Case{5, 5, 4, 2, 8, 2},
                        Case{0, 0, 2, -0.5, 0.5, 0.5}}) {
    const Scale scale = nice_scale(c.low, c.high, c.steps);
    CAPTURE(c.low, c.high, c.steps);
    CHECK(scale.minimum == Approx(c.minimum));
    CHECK(scale.maximum == Approx(c.maximum));
    CHECK(scale.step == Approx(c.step));
    CHECK(scale.ticks().size() <= static_cast<std::size_t>(c.steps) + 1);
    CHECK(scale.ticks().back() == Approx(c.maximum));
  }
}

TEST_CASE("ticks pass through an exact zero") {
  const auto ticks = nice_scale(-0.3, 0.3, 6).ticks();
  CHECK(std::count(ticks.begin(), ticks.end(), 0.0) == 1);
}

TEST_CASE("a chart's scale starts at zero, shares a maximum and obeys the editor") {
  auto chart = samples::industries();
  CHECK(scale_of(chart, 0, 5, false).maximum == Approx(28.4));
  CHECK(scale_of(chart, 40, 5, false).maximum == Approx(40));
  CHECK(scale_of(chart, 0, 5, false).share(14.2) == Approx(0.5));
  chart.maximum = 50;
  CHECK(scale_of(chart, 40, 5, true).maximum == Approx(50));
  CHECK(scale_of(chart, 0, 5, false).share(60) == 1);
  CHECK(largest_value(chart) == Approx(28.4));
}
