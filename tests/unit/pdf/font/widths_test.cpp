#include "pdf/font/widths.hpp"

#include <catch2/catch.hpp>

using namespace banxin::pdf;

TEST_CASE("/W lists neighbors, merges equal ones into ranges and omits the default") {
  CHECK(width_array({}, 1000).empty());
  CHECK(width_array({{1, 1000}, {2, 1000}}, 1000).empty());
  CHECK(width_array({{1, 500}, {2, 250.5}, {4, 600}}, 1000) == "[1[500 250.5]4[600]]");
  CHECK(width_array({{1, 500}, {2, 500}, {3, 500}, {4, 500}, {5, 250}}, 1000) == "[1 4 500 5[250]]");
  CHECK(width_array({{1, 300}, {2, 500}, {3, 500}, {4, 500}, {5, 500}}, 1000) == "[1[300]2 5 500]");
  CHECK(width_array({{1, 500}, {2, 500}, {3, 500}, {4, 500}, {6, 500}, {7, 500}, {8, 500}, {9, 500}}, 1000) ==
        "[1 4 500 6 9 500]");
  CHECK(width_array({{1, 500}, {2, 1000}, {3, 500}}, 1000) == "[1[500]3[500]]");
  CHECK(width_array({{1, 0}, {65534, 277.833}}, 1000) == "[1[0]65534[277.833]]");
}

TEST_CASE("/W2 gives three numbers a glyph") {
  CHECK(vertical_width_array({}).empty());
  CHECK(vertical_default_array(880, -1000) == "[880 -1000]");
  CHECK(vertical_width_array({{5, -500, 250, 880}, {6, -1000, 500, 800}}) == "[5[-500 250 880 -1000 500 800]]");
  CHECK(vertical_width_array({{5, -500, 250, 880}, {6, -500, 250, 880}, {7, -500, 250, 880}, {8, -500, 250, 880}}) ==
        "[5 8 -500 250 880]");
}
