#include <catch2/catch.hpp>

#include "font/weight.hpp"

using namespace banxin::font;

TEST_CASE("weights go by name or number") {
  CHECK(weight_from_name("thin") == 100);
  CHECK(weight_from_name("Extra Light") == 200);
  CHECK(weight_from_name("DemiLight") == 350);
  CHECK(weight_from_name("regular") == 400);
  CHECK(weight_from_name("semi-bold") == 600);
  CHECK(weight_from_name("BLACK") == 900);
  CHECK(weight_from_name("650") == 650);
  CHECK_FALSE(weight_from_name("0"));
  CHECK_FALSE(weight_from_name("1001"));
  CHECK_FALSE(weight_from_name("40x"));
  CHECK_FALSE(weight_from_name("boldish"));
  CHECK_FALSE(weight_from_name(""));
  CHECK(weight_name(100) == "Thin");
  CHECK(weight_name(350) == "DemiLight");
  CHECK(weight_name(449) == "Regular");
  CHECK(weight_name(900) == "Black");
  CHECK(weight_name(1000) == "Black");
  for (int weight = 100; weight <= 900; weight += 100) CHECK(weight_from_name(weight_name(weight)) == weight);
}

TEST_CASE("a missing weight is replaced in the order of CSS Fonts 4, 5.2") {
  CHECK(match_weight(400, {300, 400, 500}) == 400);
  // 400 to 500: up to 500 first, then lighter, then bolder.
  CHECK(match_weight(400, {300, 500, 700}) == 500);
  CHECK(match_weight(450, {400, 500}) == 500);
  CHECK(match_weight(500, {400, 600}) == 400);
  CHECK(match_weight(400, {100, 300, 600}) == 300);
  CHECK(match_weight(400, {700, 900}) == 700);
  // Below 400: lighter first.
  CHECK(match_weight(300, {100, 350, 400}) == 100);
  CHECK(match_weight(300, {350, 400}) == 350);
  // Above 500: bolder first.
  CHECK(match_weight(600, {500, 900}) == 900);
  CHECK(match_weight(800, {400, 700}) == 700);
  CHECK_FALSE(match_weight(400, {}));
}
