#include "core/span.hpp"

#include <catch2/catch.hpp>

using namespace banxin;

TEST_CASE("a map without anchors knows no place") { CHECK_FALSE(SourceMap{}.at(0, 3).known()); }

TEST_CASE("offsets run in step between anchors") {
  SourceMap map{Span{2, 100, 120}};
  CHECK(map.at(0, 3) == Span{2, 100, 103});
  CHECK(map.at(7, 7) == Span{2, 107, 107});
}

TEST_CASE("an end belongs to the last byte inside, so that dropped marks stay outside") {
  // Source: **甲** 乙, text: 甲乙
  SourceMap map;
  map.set_file(0);
  map.add(0, 2);
  map.add(3, 8);
  CHECK(map.at(0, 3) == Span{0, 2, 5});
  CHECK(map.at(3, 6) == Span{0, 8, 11});
  CHECK(map.at(0, 6) == Span{0, 2, 11});
}

TEST_CASE("an escape shorter than its text never runs into what follows") {
  // "\L" is two bytes and denotes the three bytes of U+2028.
  SourceMap map;
  map.set_file(0);
  map.add(0, 10);
  map.add(3, 12);
  CHECK(map.at(0, 3).end <= 13);
  CHECK(map.at(3, 4) == Span{0, 12, 13});
}

TEST_CASE("a map is rebased to a later part of its text") {
  SourceMap map;
  map.set_file(1);
  map.add(0, 50);
  map.add(10, 80);
  const SourceMap rest = map.from(4);
  CHECK(rest.at(0, 2) == Span{1, 54, 56});
  CHECK(rest.at(6, 9) == Span{1, 80, 83});
  CHECK(map.from(10).at(0, 1) == Span{1, 80, 81});
}
