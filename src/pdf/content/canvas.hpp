// Builds a content stream: flips the y axis and tracks the graphics state to write only changes (ISO 32000-1,
// 8.2–8.5).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "graphics/display_list.hpp"
#include "pdf/color/color.hpp"
#include "pdf/color/gradient.hpp"
#include "pdf/content/dot_lattice.hpp"
#include "pdf/content/resources.hpp"

namespace banxin::pdf {

/// The origin of a display list in the content stream: (x, y) is written as (origin.x + x, origin.y − y).
struct Frame {
  Point origin;
  Matrix base{1, 0, 0, 1, 0, 0};  ///< from the stream's current axes to those of its page or form
};

class Canvas {
 public:
  Canvas(const ColorWriter& colors, ResourceList& resources, Frame frame, std::string box)
      : colors_(colors), resources_(resources), frame_(frame), box_(std::move(box)) {}

  std::string out;

  [[nodiscard]] const Frame& frame() const { return frame_; }
  [[nodiscard]] const std::string& box() const {
    return box_;
  }  ///< "[x y x y]" around all visible content, on the current axes
  [[nodiscard]] ResourceList& resources() { return resources_; }
  [[nodiscard]] const ColorWriter& colors() const { return colors_; }
  [[nodiscard]] Length x(Length value) const { return frame_.origin.x + value; }
  [[nodiscard]] Length y(Length value) const { return frame_.origin.y - value; }

  void save();
  void restore();
  /// Transforms the axes; only between save and restore, except a translation, which `set_frame` can undo.
  void transform(const Affine& affine);
  void set_frame(const Frame& frame) { frame_ = frame; }

  void point(Point p);
  void trace(const graphics::Path& path);
  void clip(const graphics::Path& path, bool even_odd);
  void paint(const graphics::Shape& shape);
  /// Several at once, in this order.
  void paint(const std::vector<const graphics::Dots*>& parts);

  /// Color (or gradient, as a pattern), opacity and overprint for later fills.
  void set_fill(const graphics::Paint& paint);
  void set_stroke(const graphics::Stroke& stroke);
  void set_font(FontKey font, Length size);
  /// Text rendering mode (9.3.6).
  void set_text_mode(int mode);
  /// Character spacing (9.3.2), points.
  void set_spacing(double points);
  /// Resets the state at the start of a form, which inherits the state where it is painted (8.10.1).
  void reset_inherited();
  /// Opacity 0..1 and overprint of fills and strokes, as a graphics state resource if they differ from the defaults.
  void set_opacity(double fill, double stroke, bool overprint_fill, bool overprint_stroke);

 private:
  struct State {
    std::string fill, stroke, dash, font;  // as written
    int text_mode = 0;
    double spacing = 0;
    double fill_opacity = 1, stroke_opacity = 1;
    bool overprint_fill = false, overprint_stroke = false;
    Length width = Length::pt(1);
    graphics::LineCap cap = graphics::LineCap::butt;
    graphics::LineJoin join = graphics::LineJoin::miter;
  };
  void write_color(const graphics::Paint& paint, ColorWriter::Use use);
  void fill_gradient(const graphics::Shape& shape, const graphics::LinearGradient& gradient);
  [[nodiscard]] PlacedGradient place(const graphics::LinearGradient& gradient) const;
  struct DotPen {
    std::int64_t column = 0, row = 0, diameter = -1;
  };
  void lattice_dots(const graphics::Dots& dots, const DotLattice& lattice, DotPen& pen);
  void scattered_dots(const graphics::Dots& dots);
  void set_dot_paint(const graphics::Paint& paint);
  void line_width(Length width);
  void line_cap(graphics::LineCap cap);

  const ColorWriter& colors_;
  ResourceList& resources_;
  Frame frame_;
  std::string box_;
  State state_;
  struct Saved {
    State state;
    Frame frame;
    std::string box;
  };
  std::vector<Saved> saved_;
};

}  // namespace banxin::pdf
