// Paints what a cairo script draws into display lists: fills, strokes, clips and groups.
#pragma once

#include <memory>
#include <optional>
#include <stdexcept>
#include <variant>
#include <vector>

#include "graphics/display_list.hpp"
#include "image/matrix.hpp"

namespace banxin::image {

/// Ends the reading and becomes the drawing's fault.
struct ScriptError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

struct Layer {
  graphics::DisplayList items;
};

struct Solid {
  Rgb rgb;
  double opacity = 1;
};
struct Gradient {
  bool radial = false;
  std::vector<double> geometry;  ///< x y x y, or x y r x y r
  std::vector<graphics::GradientStop> stops;
};
struct Pattern {
  std::variant<Solid, Gradient, std::shared_ptr<Layer>> source;
  Matrix matrix;  ///< from the surface to the pattern
};

/// The state of a cairo_t.
struct Context {
  std::shared_ptr<Layer> layer;
  graphics::DisplayList* target;  ///< the layer's items, or those of the innermost clip
  Pattern source;
  Matrix matrix;
  graphics::Path path;
  Point current;
  bool even_odd = false;
  double line_width = 2, dash_offset = 0;
  std::vector<double> dashes;
  graphics::LineCap cap = graphics::LineCap::butt;
  graphics::LineJoin join = graphics::LineJoin::miter;
};

class CairoPainter {
 public:
  /// `unit`: points per unit of the script; `whole`: the area of `paint`; a ScriptError after `max_items` items.
  CairoPainter(double unit, graphics::Path whole, std::size_t max_items)
      : unit_(unit), whole_(std::move(whole)), items_left_(max_items) {}

  /// A point of the script on the axes of the display list.
  [[nodiscard]] Point at(double x, double y) const { return {Length::pt(x * unit_), Length::pt(y * unit_)}; }
  /// Fills the current path.
  void fill(Context& on);
  /// Fills the whole area at `opacity`.
  void paint(Context& on, double opacity);
  void stroke(Context& on);
  /// Later items go into a group that is clipped by the current path.
  void clip(Context& on);

 private:
  void add(Context& on, std::variant<graphics::Shape, std::shared_ptr<graphics::Group>> what);
  std::shared_ptr<graphics::Group> layer_group(const std::shared_ptr<Layer>& layer, const Matrix& matrix,
                                               double opacity) const;
  void fill(Context& on, graphics::Path path, bool even_odd, double opacity);
  [[nodiscard]] std::optional<graphics::Paint> paint_of(const Pattern& pattern, double opacity) const;

  double unit_;
  graphics::Path whole_;
  std::size_t items_left_;
};

}  // namespace banxin::image
