#include "profile/outline.hpp"

#include <algorithm>
#include <cmath>

#include "profile/affine.hpp"

namespace banxin::profile {

Outline::Outline(const graphics::Path& path, const Affine& axes) {
  constexpr int pieces = 8;
  struct Spot {
    double x = 0, y = 0;
  };
  Spot start, pen;
  const auto line = [&](Spot to) {
    if (to.y != pen.y) edges_.push_back({pen.x, pen.y, to.x, to.y});
    pen = to;
  };
  std::size_t next = 0;
  const auto take = [&] {
    const Point p = transform(axes, path.points[next++]);
    return Spot{p.x.to_pt(), p.y.to_pt()};
  };
  for (const graphics::Path::Verb verb : path.verbs) {
    switch (verb) {
      case graphics::Path::Verb::move:
        line(start);
        start = pen = take();
        break;
      case graphics::Path::Verb::line: line(take()); break;
      case graphics::Path::Verb::cubic: {
        const Spot from = pen, a = take(), b = take(), to = take();
        for (int i = 1; i <= pieces; ++i) {
          const double t = static_cast<double>(i) / pieces, s = 1 - t;
          const double w0 = s * s * s, w1 = 3 * s * s * t, w2 = 3 * s * t * t, w3 = t * t * t;
          line({from.x * w0 + a.x * w1 + b.x * w2 + to.x * w3, from.y * w0 + a.y * w1 + b.y * w2 + to.y * w3});
        }
        break;
      }
      case graphics::Path::Verb::close: line(start); break;
    }
  }
  line(start);
}

void Outline::cover(double left, double top, double step, std::size_t columns, std::size_t rows, bool even_odd,
                    const std::function<void(std::size_t, std::size_t)>& visit) const {
  if (edges_.empty()) return;
  double low = edges_.front().y0, high = low;
  for (const Edge& edge : edges_) {
    low = std::min({low, edge.y0, edge.y1});
    high = std::max({high, edge.y0, edge.y1});
  }
  const auto cell = [step](double distance, std::size_t count) {
    return static_cast<std::size_t>(std::clamp(std::ceil(distance / step - 0.5), 0.0, static_cast<double>(count)));
  };
  std::vector<std::pair<double, int>> crossings;
  for (std::size_t row = cell(low - top, rows); row < cell(high - top, rows); ++row) {
    const double y = top + (static_cast<double>(row) + 0.5) * step;
    crossings.clear();
    for (const Edge& e : edges_) {
      if ((e.y0 <= y) == (e.y1 <= y)) continue;
      crossings.emplace_back(e.x0 + (y - e.y0) / (e.y1 - e.y0) * (e.x1 - e.x0), e.y1 > e.y0 ? 1 : -1);
    }
    std::sort(crossings.begin(), crossings.end());
    int winding = 0;
    for (std::size_t i = 0; i + 1 < crossings.size(); ++i) {
      winding += crossings[i].second;
      if (even_odd ? i % 2 != 0 : winding == 0) continue;
      const std::size_t end = cell(crossings[i + 1].first - left, columns);
      for (std::size_t column = cell(crossings[i].first - left, columns); column < end; ++column) visit(column, row);
    }
  }
}

}  // namespace banxin::profile
