#include "graphics/path.hpp"

#include <catch2/catch.hpp>

#include <cmath>

using namespace banxin;
using namespace banxin::literals;
using graphics::Path;

namespace {

// Area of the control polygon's curve by Green's theorem, cubics sampled finely; positive = clockwise (y down).
double area(const Path& path) {
  double sum = 0;
  Point start{}, current{};
  std::size_t next = 0;
  const auto line = [&](Point to) {
    sum += (current.x.to_pt() * to.y.to_pt() - to.x.to_pt() * current.y.to_pt()) / 2;
    current = to;
  };
  for (const auto verb : path.verbs) {
    switch (verb) {
      case Path::Verb::move: start = current = path.points[next++]; break;
      case Path::Verb::line: line(path.points[next++]); break;
      case Path::Verb::cubic: {
        const Point p0 = current, p1 = path.points[next], p2 = path.points[next + 1], p3 = path.points[next + 2];
        next += 3;
        for (int i = 1; i <= 200; ++i) {
          const double t = i / 200.0, u = 1 - t;
          const double a = u * u * u, b = 3 * u * u * t, c = 3 * u * t * t, d = t * t * t;
          line({p0.x * a + p1.x * b + p2.x * c + p3.x * d, p0.y * a + p1.y * b + p2.y * c + p3.y * d});
        }
        break;
      }
      case Path::Verb::close: line(start); break;
    }
  }
  return sum;
}

constexpr double pi = 3.14159265358979;

}  // namespace

TEST_CASE("a circle has the area and the bounds of a circle") {
  Path path;
  path.circle({100_pt, 50_pt}, 40_pt);
  CHECK(std::abs(area(path)) == Approx(pi * 1600).epsilon(0.001));
  CHECK(path.bounds() == Rect{60_pt, 10_pt, 80_pt, 80_pt});
  CHECK(path.verbs.back() == Path::Verb::close);
}

TEST_CASE("a quarter of a ring starts at twelve o'clock and runs clockwise") {
  Path path;
  path.ring_sector({0_pt, 0_pt}, 10_pt, 20_pt, 0, 0.25);
  CHECK(path.points.front() == Point{0_pt, -20_pt});
  CHECK(area(path) == Approx(pi * (400 - 100) / 4).epsilon(0.001));
  CHECK(path.bounds() == Rect{0_pt, -20_pt, 20_pt, 20_pt});
}

TEST_CASE("a whole ring keeps its hole under the nonzero rule") {
  Path path;
  path.ring_sector({0_pt, 0_pt}, 10_pt, 20_pt, 0, 1);
  CHECK(area(path) == Approx(pi * 300).epsilon(0.001));
}

TEST_CASE("a pie slice reaches the center") {
  Path path;
  path.ring_sector({0_pt, 0_pt}, Length{}, 20_pt, 0.5, 0.75);
  CHECK(area(path) == Approx(pi * 100).epsilon(0.001));
  CHECK(path.points.back() == Point{});
}

TEST_CASE("corners are rounded by no more than half the shorter side") {
  Path pill;
  pill.rounded_rect({0_pt, 0_pt, 40_pt, 10_pt}, 50_pt);
  CHECK(area(pill) == Approx(300 + pi * 25).epsilon(0.001));
  Path sharp;
  sharp.rounded_rect({0_pt, 0_pt, 40_pt, 10_pt}, Length{});
  CHECK(area(sharp) == Approx(400));
}

TEST_CASE("translation moves every point, and an empty path has no bounds") {
  Path path;
  CHECK(path.bounds() == Rect{});
  path.rect({1_pt, 2_pt, 3_pt, 4_pt}).translate({10_pt, 20_pt});
  CHECK(path.bounds() == Rect{11_pt, 22_pt, 3_pt, 4_pt});
}
