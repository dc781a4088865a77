#include "core/color.hpp"

#include <catch2/catch.hpp>

using namespace banxin;

TEST_CASE("a tint moves every value towards paper") {
  Color navy{{0.0, 0.2, 0.4}, Cmyk{1, 0.8, 0.2, 0.1}, Spot{"PANTONE 280 C", 1, {1, 0.8, 0.2, 0.1}}};
  const Color half = navy.tint(0.5);
  CHECK(half.rgb.r == Approx(0.5));
  CHECK(half.rgb.b == Approx(0.7));
  CHECK(half.cmyk->c == Approx(0.5));
  CHECK(half.spot->tint == Approx(0.5));
  CHECK(half.spot->alternate.c == Approx(1));
  CHECK(navy.tint(1) == navy);
  CHECK(navy.tint(0).rgb == Rgb{1, 1, 1});
}

TEST_CASE("spot colors mix through their alternates, one ink stays on its plate") {
  const Color spot{{1, 0, 0}, {}, Spot{"red", 0.5, {0, 1, 1, 0}}};
  const Color blend = mix(spot, Color::white(), 0.5);
  CHECK_FALSE(blend.spot);
  CHECK(blend.cmyk->m == Approx(0.25));
  const Color stronger = mix(spot, Color{{1, 0, 0}, {}, Spot{"red", 1, {0, 1, 1, 0}}}, 0.5);
  CHECK(stronger.spot->tint == Approx(0.75));
  CHECK(mix(spot, Color::black(), 0) == spot);
  CHECK_FALSE(mix(Color{{1, 0, 0}, {}, {}}, Color::black(), 0.5).cmyk);
}
