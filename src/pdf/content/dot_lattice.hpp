// The square lattice that the centers of dots lie on, if they do.
#pragma once

#include <vector>

#include "core/geometry.hpp"

namespace banxin::pdf {

struct DotLattice {
  double pitch = 0;  ///< points; 0: there is none
  Point origin;      ///< the lattice's left and bottom, on the display list's axes
  /// True for all centers to a hundredth of the pitch.
  explicit DotLattice(const std::vector<Point>& centers);
};

}  // namespace banxin::pdf
