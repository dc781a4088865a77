#include "layout/numerals.hpp"

#include <catch2/catch.hpp>

#include "layout/table_element.hpp"

using namespace banxin;
using namespace banxin::layout;
using namespace banxin::literals;

TEST_CASE("Chinese numerals leave out what speech leaves out") {
  CHECK(han_numeral(1) == "一");
  CHECK(han_numeral(10) == "十");
  CHECK(han_numeral(12) == "十二");
  CHECK(han_numeral(20) == "二十");
  CHECK(han_numeral(103) == "一百零三");
  CHECK(han_numeral(110) == "一百一十");
  CHECK(han_numeral(1001) == "一千零一");
  CHECK(han_numeral(1010) == "一千零一十");
  CHECK(han_numeral(9999) == "九千九百九十九");
  CHECK(han_numeral(10000) == "10000");
}

TEST_CASE("circled numbers go on beyond twenty") {
  CHECK(circled_numeral(1) == "①");
  CHECK(circled_numeral(20) == "⑳");
  CHECK(circled_numeral(21) == "㉑");
  CHECK(circled_numeral(36) == "㊱");
  CHECK(circled_numeral(50) == "㊿");
  CHECK(circled_numeral(51) == "(51)");
}

TEST_CASE("list labels") {
  using Marker = model::List::Marker;
  CHECK(list_label(Marker::han, 3) == "三、");
  CHECK(list_label(Marker::han_parenthesized, 2) == "（二）");
  CHECK(list_label(Marker::decimal, 7) == "7.");
}

TEST_CASE("a table's narrow columns keep their width, wide ones share the rest") {
  const auto fits = TableElement::share_measure({20_pt, 30_pt}, 10_pt, 100_pt);
  CHECK(fits[0] + fits[1] + 10_pt <= 100_pt);
  CHECK(fits[0] == 40_pt);
  const auto wide = TableElement::share_measure({20_pt, 300_pt, 100_pt}, 0_pt, 200_pt);
  CHECK(wide[0] == 20_pt);
  CHECK(wide[1] == 90_pt);
  CHECK(wide[2] == 90_pt);
}
