#include "image/gradient_rings.hpp"

#include <algorithm>
#include <cmath>

namespace banxin::image {

namespace {

constexpr int steps = 128;
constexpr double quarter = 0.5522847498307936;  ///< control points of a quarter circle, 4/3·(√2 − 1)

Color color_at(const std::vector<graphics::GradientStop>& stops, double t) {
  if (t <= stops.front().at) return stops.front().color;
  for (std::size_t i = 1; i < stops.size(); ++i) {
    if (t > stops[i].at) continue;
    const double span = stops[i].at - stops[i - 1].at;
    return mix(stops[i - 1].color, stops[i].color, span > 0 ? (t - stops[i - 1].at) / span : 1);
  }
  return stops.back().color;
}

}  // namespace

std::optional<std::pair<Point, Point>> linear_axis(const std::vector<double>& ends, const Matrix& matrix, double unit) {
  const double dx = ends[2] - ends[0], dy = ends[3] - ends[1], square = dx * dx + dy * dy;
  const auto back = matrix.inverse();
  if (!(square > 0) || !back) return std::nullopt;
  // The gradient of the color parameter on the page: t = ((M p − from) · d) / d².
  const double gx = (matrix.a * dx + matrix.b * dy) / square, gy = (matrix.c * dx + matrix.d * dy) / square;
  const double slope = gx * gx + gy * gy;
  if (!(slope > 0)) return std::nullopt;
  const auto [x, y] = back->apply(ends[0], ends[1]);
  const auto at = [unit](double px, double py) { return Point{Length::pt(px * unit), Length::pt(py * unit)}; };
  return std::pair{at(x, y), at(x + gx / slope, y + gy / slope)};
}

graphics::DisplayList rings(const std::vector<double>& circles, const std::vector<graphics::GradientStop>& stops,
                            const Matrix& matrix, const Rect& bounds, double unit) {
  graphics::DisplayList out;
  const double fx = circles[0], fy = circles[1], fr = circles[2], cx = circles[3], cy = circles[4], r = circles[5];
  const auto back = matrix.inverse();
  const bool even = std::all_of(stops.begin(), stops.end(), [&](const auto& stop) {
    return std::abs(stop.opacity - stops.front().opacity) < 1e-6;
  });
  if (!back || !(r > fr) || std::hypot(cx - fx, cy - fy) + fr > r || (!even)) return out;
  const auto item = [&](graphics::Path path, const Color& color) {
    graphics::Shape shape;
    shape.path = std::move(path);
    shape.fill = graphics::Paint{color, 1, false};
    out.push_back({std::move(shape), graphics::artifact, {}});
  };
  const auto place = [&](double x, double y) {
    const auto [px, py] = back->apply(x, y);
    return Point{Length::pt(px * unit), Length::pt(py * unit)};
  };
  item(graphics::Path().rect(bounds), stops.back().color);
  for (int i = steps; i > 0; --i) {
    // The ellipse up to `t` has the color of the middle of its outer ring.
    const double t = static_cast<double>(i) / steps;
    const double x = fx + (cx - fx) * t, y = fy + (cy - fy) * t, radius = fr + (r - fr) * t, k = radius * quarter;
    graphics::Path path;
    path.move_to(place(x + radius, y));
    path.cubic_to(place(x + radius, y + k), place(x + k, y + radius), place(x, y + radius));
    path.cubic_to(place(x - k, y + radius), place(x - radius, y + k), place(x - radius, y));
    path.cubic_to(place(x - radius, y - k), place(x - k, y - radius), place(x, y - radius));
    path.cubic_to(place(x + k, y - radius), place(x + radius, y - k), place(x + radius, y)).close();
    item(std::move(path), color_at(stops, t - 0.5 / steps));
  }
  if (stops.front().opacity < 1) {
    auto group = std::make_shared<graphics::Group>();
    group->items = std::move(out);
    group->opacity = stops.front().opacity;
    out.clear();
    out.push_back({std::move(group), graphics::artifact, {}});
  }
  return out;
}

}  // namespace banxin::image
