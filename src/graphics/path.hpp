// Vector outlines: move, line, cubic curve, close, on the page's axes (y down).
#pragma once

#include <vector>

#include "core/geometry.hpp"

namespace banxin::graphics {

struct Path {
  enum class Verb : unsigned char { move, line, cubic, close };
  std::vector<Verb> verbs;
  std::vector<Point> points;  ///< 1 for move and line, 3 for cubic, 0 for close

  Path& move_to(Point p);
  Path& line_to(Point p);
  Path& cubic_to(Point c1, Point c2, Point end);
  Path& close();
  Path& rect(const Rect& r);
  Path& rounded_rect(const Rect& r, Length radius);
  Path& circle(Point center, Length radius);
  /// A ring sector between two radii; angles in turns, 0 = twelve o'clock, clockwise.
  Path& ring_sector(Point center, Length inner, Length outer, double from_turn, double to_turn);
  [[nodiscard]] bool empty() const { return verbs.empty(); }
  [[nodiscard]] Rect bounds() const;  ///< of the control polygon
  void translate(Point by);
};

}  // namespace banxin::graphics
