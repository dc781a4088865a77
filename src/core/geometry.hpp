// Points, sizes and boxes on a page. The y axis points down and the origin is the top left corner of the trim box;
// only the PDF writer converts to PDF's axes.
#pragma once

#include "core/length.hpp"

namespace banxin {

struct Point {
  Length x, y;
  bool operator==(const Point&) const = default;
  friend constexpr Point operator+(Point a, Point b) { return {a.x + b.x, a.y + b.y}; }
  friend constexpr Point operator-(Point a, Point b) { return {a.x - b.x, a.y - b.y}; }
};

struct Size {
  Length width, height;
  bool operator==(const Size&) const = default;
};

struct Rect {
  Length x, y, width, height;
  bool operator==(const Rect&) const = default;
  [[nodiscard]] constexpr Length left() const { return x; }
  [[nodiscard]] constexpr Length top() const { return y; }
  [[nodiscard]] constexpr Length right() const { return x + width; }
  [[nodiscard]] constexpr Length bottom() const { return y + height; }
  [[nodiscard]] constexpr Point origin() const { return {x, y}; }
  [[nodiscard]] constexpr Size size() const { return {width, height}; }
};

/// Distances from the four edges, inwards.
struct Insets {
  Length top, right, bottom, left;
  bool operator==(const Insets&) const = default;
};

/// x' = a·x + c·y + dx; y' = b·x + d·y + dy, on the page's axes (y down).
struct Affine {
  double a = 1, b = 0, c = 0, d = 1;
  Length dx, dy;
  bool operator==(const Affine&) const = default;
  static Affine translation(Point p) { return {1, 0, 0, 1, p.x, p.y}; }
};

}  // namespace banxin
