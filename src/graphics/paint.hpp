// Paints and strokes of shapes.
#pragma once

#include <variant>
#include <vector>

#include "core/color.hpp"
#include "core/geometry.hpp"

namespace banxin::graphics {

struct GradientStop {
  double at = 0;  ///< 0..1 along the axis, ascending
  Color color;
  double opacity = 1;
  bool operator==(const GradientStop&) const = default;
};

/// Axial gradient from `from` to `to` in page coordinates, extended at both ends.
struct LinearGradient {
  Point from, to;
  std::vector<GradientStop> stops;
  bool operator==(const LinearGradient&) const = default;
};

struct Paint {
  std::variant<Color, LinearGradient> source;
  double opacity = 1;
  /// Overprints instead of knocking out what is below (ISO 32000-1, 8.6.7); the print profile sets it for black type.
  bool overprint = false;
  bool operator==(const Paint&) const = default;
};

enum class LineCap { butt, round, square };
enum class LineJoin { miter, round, bevel };

struct Stroke {
  Paint paint;
  Length width;
  LineCap cap = LineCap::butt;
  LineJoin join = LineJoin::miter;
  std::vector<Length> dashes;  ///< empty: solid
  Length dash_offset;
  bool operator==(const Stroke&) const = default;
};

}  // namespace banxin::graphics
