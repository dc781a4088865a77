// A path as straight lines; finds the cells of a grid inside it.
#pragma once

#include <cstddef>
#include <functional>
#include <utility>
#include <vector>

#include "core/geometry.hpp"
#include "graphics/path.hpp"

namespace banxin::profile {

class Outline {
 public:
  /// Each curve becomes eight lines, which is precise enough for the grid.
  Outline(const graphics::Path& path, const Affine& axes);
  /// Visits (column, row) for each cell of a grid whose center is inside; `left` and `top` are the grid's corner,
  /// `step` its pitch, all in points. By the nonzero rule or the even-odd rule (ISO 32000-1, 8.5.3.3).
  void cover(double left, double top, double step, std::size_t columns, std::size_t rows, bool even_odd,
             const std::function<void(std::size_t, std::size_t)>& visit) const;

 private:
  struct Edge {
    double x0, y0, x1, y1;
  };
  std::vector<Edge> edges_;
};

}  // namespace banxin::profile
