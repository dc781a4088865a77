#include "chart/numbers.hpp"

#include <catch2/catch.hpp>

#include "unit/chart/samples.hpp"

using namespace banxin;
using namespace banxin::chart;

TEST_CASE("decimals are as many as a value needs, and the same for a whole chart") {
  CHECK(decimals_needed(28) == 0);
  CHECK(decimals_needed(28.4) == 1);
  CHECK(decimals_needed(6.45) == 2);
  CHECK(decimals_needed(0.1 + 0.2) == 1);
  CHECK(decimals_needed(-281.88) == 2);
  CHECK(decimals_needed(1.0 / 3) == 4);
  CHECK(number_format(samples::industries()).decimals == 2);
  auto chart = samples::industries();
  chart.decimals = 1;
  CHECK(number_format(chart).decimals == 1);
  chart.decimals = -1;
  chart.series[0].data[3].display = "6.45";
  CHECK(number_format(chart).decimals == 1);
}

TEST_CASE("values print with their sign, groups and unit") {
  CHECK(print(28.4, {2, false, ""}) == "28.40");
  CHECK(print(281.88, {2, true, "%"}) == "+281.88%");
  CHECK(print(-3, {0, false, ""}) == "\u22123");
  CHECK(print(0, {1, true, ""}) == "0.0");
  CHECK(print(-0.04, {1, true, ""}) == "0.0");
  CHECK(print(3900, {0, false, ""}) == "3900");
  CHECK(print(12345, {0, false, ""}) == "12,345");
  CHECK(print(1234567.5, {1, false, "人"}) == "1,234,567.5人");
  model::Datum datum;
  datum.value.value = 100;
  datum.display = "100+";
  CHECK(print(datum, {2, true, "%"}) == "100+");
}

TEST_CASE("a value prints as it was written") {
  const auto printed = [](double value) { return print(value, {decimals_written(value), false, {}}); };
  CHECK(printed(12.34567) == "12.34567");
  CHECK(printed(0.123456) == "0.123456");
  CHECK(printed(1234567.25) == "1,234,567.25");
  CHECK(printed(12345678.25) == "12,345,678.25");
  CHECK(printed(9007199254740991) == "9,007,199,254,740,991");
  CHECK(printed(1e23) == "100,000,000,000,000,000,000,000");
  CHECK(printed(0.1 + 0.2) == "0.3");
  CHECK(printed(0) == "0");
  CHECK(printed(100) == "100");
}

TEST_CASE("halves are rounded away from zero") {
  const auto rounded = [](double value, int decimals) { return print(value, {decimals, false, {}, true}); };
  CHECK(rounded(0.5, 0) == "1");
  CHECK(rounded(1.5, 0) == "2");
  CHECK(rounded(2.5, 0) == "3");
  CHECK(rounded(-2.5, 0) == "\u22123");
  CHECK(rounded(0.25, 1) == "0.3");
  CHECK(rounded(0.35, 1) == "0.4");
  CHECK(rounded(1.005, 2) == "1.01");
  CHECK(rounded(99.95, 1) == "100.0");
  CHECK(rounded(0.049, 1) == "0.0");
  CHECK(rounded(12.34567, 6) == "12.345670");
}

TEST_CASE("numbers part at the decimal") {
  using Parts = std::pair<std::string, std::string>;
  CHECK(part_at_decimal("28.40") == Parts{"28", ".40"});
  CHECK(part_at_decimal("+281.88%") == Parts{"+281", ".88%"});
  CHECK(part_at_decimal("108") == Parts{"108", ""});
  CHECK(part_at_decimal("100+") == Parts{"100", "+"});
  CHECK(part_at_decimal("12,345 人") == Parts{"12,345", " 人"});
  CHECK(part_at_decimal("不详") == Parts{"不详", ""});
}

TEST_CASE("what is very small beside the others is not printed as nothing") {
  CHECK(print(0.00001234, {4, false, ""}) == "0.00001234");
  CHECK(print(-0.00002, {4, true, ""}) == "\u22120.00002");
  CHECK(print(1.5e-14, {4, false, ""}) == "1.5e-14");
  CHECK(print(0, {4, false, ""}) == "0.0000");
  CHECK(print(0.3, {0, false, "", true}) == "0");  // as the editor asked
}
