// Transforms points, composes and inverts affine maps.
#pragma once

#include <optional>

#include "core/geometry.hpp"

namespace banxin::profile {

inline Point transform(const Affine& m, Point p) {
  return {p.x * m.a + p.y * m.c + m.dx, p.x * m.b + p.y * m.d + m.dy};
}

/// First `inner`, then `outer`.
inline Affine compose(const Affine& inner, const Affine& outer) {
  const Point move = transform(outer, {inner.dx, inner.dy});
  return {outer.a * inner.a + outer.c * inner.b,
          outer.b * inner.a + outer.d * inner.b,
          outer.a * inner.c + outer.c * inner.d,
          outer.b * inner.c + outer.d * inner.d,
          move.x,
          move.y};
}

/// Empty if the map is not invertible.
inline std::optional<Affine> inverse(const Affine& m) {
  const double area = m.a * m.d - m.b * m.c;
  if (area == 0) return std::nullopt;
  Affine out{m.d / area, -m.b / area, -m.c / area, m.a / area, {}, {}};
  const Point move = transform(out, {m.dx, m.dy});
  out.dx = -move.x;
  out.dy = -move.y;
  return out;
}

}  // namespace banxin::profile
