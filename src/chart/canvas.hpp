// The paper a chart kind draws on: shapes and labels in points, y down, origin at the room's top left corner.
#pragma once

#include <string_view>
#include <vector>

#include "chart/chart.hpp"

namespace banxin::chart {

enum class Anchor { start, middle, end };

/// A box in points.
struct Box {
  double x = 0, y = 0, width = 0, height = 0;
  [[nodiscard]] double right() const { return x + width; }
  [[nodiscard]] double bottom() const { return y + height; }
  [[nodiscard]] double middle() const { return y + height / 2; }
  [[nodiscard]] bool overlaps(const Box& other) const {
    return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
  }
};

Rect to_rect(const Box& box);
Point to_point(double x, double y);

/// The end of a bar that its value stands at: rounded, while the other stands square on its axis.
enum class BarEnd { none, right, left, top, bottom };

class Canvas {
 public:
  Canvas(const Context& context, Size room);

  [[nodiscard]] const Context& context() const { return context_; }
  [[nodiscard]] const Theme& theme() const { return context_.theme; }
  [[nodiscard]] double width() const { return width_; }
  [[nodiscard]] double height() const { return height_; }

  [[nodiscard]] text::Label label(std::string_view text, const text::TextStyle& style, Span span = {}) const;
  /// Where a label of this style must stand so that its figures or characters look centerd on `y`.
  [[nodiscard]] static double baseline_for(const text::Label& label, double y);
  void place(text::Label label, double x, double baseline, Anchor anchor = Anchor::start);

  void fill(graphics::Path path, const graphics::Paint& paint, Span span = {});
  void fill(graphics::Path path, const Color& color, Span span = {});
  void stroke(graphics::Path path, const graphics::Stroke& stroke, Span span = {});
  void rule(double x1, double y1, double x2, double y2, const Color& color, double weight,
            std::vector<double> dashes = {}, Span span = {});
  void dots(graphics::Dots dots);
  void bar(const Box& box, BarEnd end, const Color& color, Span span = {});

  /// Items drawn elsewhere (an icon), their origin at (x, y).
  void add(graphics::DisplayList items, double x, double y);

  /// Ends the drawing; the canvas is empty after.
  [[nodiscard]] Drawing finish();

 private:
  const Context& context_;
  double width_, height_;
  graphics::DisplayList items_;
};

/// The style at `factor` times its size, never below the legible 7 pt.
text::TextStyle resized(text::TextStyle style, double factor);
text::TextStyle colored(text::TextStyle style, const Color& color);
/// Figures of one width, as columns of numbers need them.
text::TextStyle tabular(text::TextStyle style);

/// Ink or paper, whichever reads better on `background`.
const Color& contrasting(const Color& background, const Theme& theme);

inline constexpr double least_type_size = 7;  ///< pt

}  // namespace banxin::chart
