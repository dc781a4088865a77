// Detects a square lattice of dot centers.
#pragma once

#include <vector>

#include "core/geometry.hpp"

namespace banxin::pdf {

struct DotLattice {
  double pitch = 0;  ///< points; 0: no lattice
  Point origin;      ///< the lattice's left and bottom, on the display list's axes
  /// A lattice if all centers are within a hundredth of the pitch.
  explicit DotLattice(const std::vector<Point>& centers);
};

}  // namespace banxin::pdf
