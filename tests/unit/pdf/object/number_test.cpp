#include "pdf/object/number.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <limits>

using namespace banxin;

namespace {

std::string number(double value, int decimals = 5) {
  std::string out;
  pdf::append_number(out, value, decimals);
  return out;
}

}  // namespace

TEST_CASE("numbers take as few bytes as they can") {
  CHECK(number(0) == "0");
  CHECK(number(-0.0) == "0");
  CHECK(number(12) == "12");
  CHECK(number(.5) == ".5");
  CHECK(number(-.25) == "-.25");
  CHECK(number(-3.25) == "-3.25");
  CHECK(number(100) == "100");
  CHECK(number(1.00001) == "1.00001");
  CHECK(number(.000001) == "0");
  CHECK(number(-.000001) == "0");
  CHECK(number(1e-5) == ".00001");
  CHECK(number(595.27559, 3) == "595.276");
  CHECK(number(0.9999, 3) == "1");
}

TEST_CASE("numbers that PDF cannot hold are written as 0") {
  CHECK(number(std::numeric_limits<double>::quiet_NaN()) == "0");
  CHECK(number(std::numeric_limits<double>::infinity()) == "0");
  CHECK(number(-1e300) == "0");
}

TEST_CASE("lengths are rounded to the nearest thousandth of a point, either side of zero") {
  CHECK(pdf::millipoints(Length::pt(1)) == 1000);
  CHECK(pdf::millipoints(Length::pt(0.0004)) == 0);
  CHECK(pdf::millipoints(Length::pt(0.0006)) == 1);
  CHECK(pdf::millipoints(Length::pt(-0.0006)) == -1);
  std::string out;
  pdf::append_points(out, Length::mm(210));
  CHECK(out == "595.276");
}
