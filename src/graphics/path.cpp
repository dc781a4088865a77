#include "graphics/path.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace banxin::graphics {

namespace {

// Control-point distance of a quarter circle drawn as one cubic: 4/3·(√2 − 1), radial error below 0.03 %.
constexpr double quarter_circle = 0.5522847498307936;

struct Vector {
  double x, y;
};

// Direction of an angle in turns: 0 is twelve o'clock, clockwise, on axes whose y points down.
Vector direction(double turn) {
  const double angle = turn * 2 * std::numbers::pi;
  return {std::sin(angle), -std::cos(angle)};
}

Point along(Point center, Vector v, Length radius) { return {center.x + radius * v.x, center.y + radius * v.y}; }

// Appends the arc from `from` to `to` (either way round); the current point must be its start.
void arc(Path& path, Point center, Length radius, double from, double to) {
  const int pieces = std::max(1, static_cast<int>(std::ceil(std::abs(to - from) * 4 - 1e-9)));
  const double step = (to - from) / pieces;
  const double handle = 4.0 / 3.0 * std::tan(step * 2 * std::numbers::pi / 4);
  for (int i = 0; i < pieces; ++i) {
    const Vector a = direction(from + step * i);
    const Vector b = direction(from + step * (i + 1));
    // The tangent of direction (x, y), clockwise, is (−y, x).
    path.cubic_to(along(center, {a.x - handle * a.y, a.y + handle * a.x}, radius),
                  along(center, {b.x + handle * b.y, b.y - handle * b.x}, radius), along(center, b, radius));
  }
}

}  // namespace

Path& Path::move_to(Point p) {
  verbs.push_back(Verb::move);
  points.push_back(p);
  return *this;
}

Path& Path::line_to(Point p) {
  verbs.push_back(Verb::line);
  points.push_back(p);
  return *this;
}

Path& Path::cubic_to(Point c1, Point c2, Point end) {
  verbs.push_back(Verb::cubic);
  points.insert(points.end(), {c1, c2, end});
  return *this;
}

Path& Path::close() {
  verbs.push_back(Verb::close);
  return *this;
}

Path& Path::rect(const Rect& r) {
  return move_to(r.origin())
      .line_to({r.right(), r.top()})
      .line_to({r.right(), r.bottom()})
      .line_to({r.left(), r.bottom()})
      .close();
}

Path& Path::rounded_rect(const Rect& r, Length radius) {
  const Length limit = std::min(r.width, r.height) / 2;
  radius = std::clamp(radius, Length{}, std::max(limit, Length{}));
  if (radius == Length{}) return rect(r);
  const Length k = radius * (1 - quarter_circle);
  const Length l = r.left(), t = r.top(), x = r.right(), b = r.bottom();
  move_to({l + radius, t}).line_to({x - radius, t}).cubic_to({x - k, t}, {x, t + k}, {x, t + radius});
  line_to({x, b - radius}).cubic_to({x, b - k}, {x - k, b}, {x - radius, b});
  line_to({l + radius, b}).cubic_to({l + k, b}, {l, b - k}, {l, b - radius});
  return line_to({l, t + radius}).cubic_to({l, t + k}, {l + k, t}, {l + radius, t}).close();
}

Path& Path::circle(Point center, Length radius) {
  move_to({center.x, center.y - radius});
  arc(*this, center, radius, 0, 1);
  return close();
}

Path& Path::ring_sector(Point center, Length inner, Length outer, double from_turn, double to_turn) {
  if (std::abs(to_turn - from_turn) >= 1 - 1e-9) {
    circle(center, outer);
    // The hole has the opposite direction, so that it is empty by the nonzero rule.
    if (inner > Length{}) {
      move_to({center.x, center.y - inner});
      arc(*this, center, inner, 1, 0);
      close();
    }
    return *this;
  }
  move_to(along(center, direction(from_turn), outer));
  arc(*this, center, outer, from_turn, to_turn);
  if (inner > Length{}) {
    line_to(along(center, direction(to_turn), inner));
    arc(*this, center, inner, to_turn, from_turn);
  } else {
    line_to(center);
  }
  return close();
}

Rect Path::bounds() const {
  if (points.empty()) return {};
  Point low = points.front(), high = low;
  for (const Point p : points) {
    low = {std::min(low.x, p.x), std::min(low.y, p.y)};
    high = {std::max(high.x, p.x), std::max(high.y, p.y)};
  }
  return {low.x, low.y, high.x - low.x, high.y - low.y};
}

void Path::translate(Point by) {
  for (Point& p : points) p = p + by;
}

}  // namespace banxin::graphics
