#include "chart/canvas.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace banxin::chart {

Rect to_rect(const Box& box) {
  const Length x = Length::pt(box.x), y = Length::pt(box.y);
  // Edges are rounded, not extents, so that neighbors meet.
  return {x, y, Length::pt(box.right()) - x, Length::pt(box.bottom()) - y};
}

Point to_point(double x, double y) { return {Length::pt(x), Length::pt(y)}; }

Canvas::Canvas(const Context& context, Size room)
    : context_(context), width_(room.width.to_pt()), height_(room.height.to_pt()) {}

text::Label Canvas::label(std::string_view text, const text::TextStyle& style, Span span) const {
  text::Label label = text::set_label(text, style, context_.language, context_.fonts, context_.diagnostics, span);
  // What is printed is made of what was written there, not byte for byte the same.
  for (graphics::Item& item : label.items) item.span = span;
  return label;
}

double Canvas::baseline_for(const text::Label& label, double y) { return y + label.cap_height.to_pt() / 2; }

void Canvas::place(text::Label label, double x, double baseline, Anchor anchor) {
  const double width = label.width.to_pt();
  const double left = anchor == Anchor::start ? x : anchor == Anchor::middle ? x - width / 2 : x - width;
  graphics::append(items_, std::move(label.items), to_point(left, baseline));
}

void Canvas::fill(graphics::Path path, const graphics::Paint& paint, Span span) {
  if (path.empty()) return;
  graphics::Shape shape;
  shape.path = std::move(path);
  shape.fill = paint;
  items_.push_back({std::move(shape), graphics::artifact, span});
}

void Canvas::fill(graphics::Path path, const Color& color, Span span) {
  fill(std::move(path), graphics::Paint{color, 1, false}, span);
}

void Canvas::stroke(graphics::Path path, const graphics::Stroke& stroke, Span span) {
  if (path.empty()) return;
  graphics::Shape shape;
  shape.path = std::move(path);
  shape.stroke = stroke;
  items_.push_back({std::move(shape), graphics::artifact, span});
}

void Canvas::rule(double x1, double y1, double x2, double y2, const Color& color, double weight,
                  std::vector<double> dashes, Span span) {
  graphics::Stroke pen;
  pen.paint = {color, 1, false};
  pen.width = Length::pt(weight);
  for (const double dash : dashes) pen.dashes.push_back(Length::pt(dash));
  stroke(graphics::Path().move_to(to_point(x1, y1)).line_to(to_point(x2, y2)), pen, span);
}

void Canvas::dots(graphics::Dots dots) { items_.push_back({std::move(dots), graphics::artifact, {}}); }

void Canvas::bar(const Box& box, BarEnd end, const Color& color, Span span) {
  if (box.width <= 0 || box.height <= 0) return;
  const double across = end == BarEnd::left || end == BarEnd::right ? box.height : box.width;
  const double along = end == BarEnd::left || end == BarEnd::right ? box.width : box.height;
  const double r = std::min({theme().radius.to_pt(), across / 2, along});
  const double k = r * 0.4477152501692064;  // 1 − 0.5523: the handle of a quarter circle, from the corner
  const double l = box.x, t = box.y, x = box.right(), b = box.bottom();
  const bool top_left = end == BarEnd::left || end == BarEnd::top,
             top_right = end == BarEnd::right || end == BarEnd::top;
  const bool low_left = end == BarEnd::left || end == BarEnd::bottom,
             low_right = end == BarEnd::right || end == BarEnd::bottom;
  graphics::Path path;
  path.move_to(to_point(top_left ? l + r : l, t));
  path.line_to(to_point(top_right ? x - r : x, t));
  if (top_right) path.cubic_to(to_point(x - k, t), to_point(x, t + k), to_point(x, t + r));
  path.line_to(to_point(x, low_right ? b - r : b));
  if (low_right) path.cubic_to(to_point(x, b - k), to_point(x - k, b), to_point(x - r, b));
  path.line_to(to_point(low_left ? l + r : l, b));
  if (low_left) path.cubic_to(to_point(l + k, b), to_point(l, b - k), to_point(l, b - r));
  path.line_to(to_point(l, top_left ? t + r : t));
  if (top_left) path.cubic_to(to_point(l, t + k), to_point(l + k, t), to_point(l + r, t));
  path.close();
  fill(std::move(path), color, span);
}

void Canvas::add(graphics::DisplayList items, double x, double y) {
  graphics::append(items_, std::move(items), to_point(x, y));
}

Drawing Canvas::finish() { return {std::exchange(items_, {}), {Length::pt(width_), Length::pt(height_)}}; }

text::TextStyle resized(text::TextStyle style, double factor) {
  style.size = std::max(style.size * factor, std::min(style.size, Length::pt(least_type_size)));
  return style;
}

text::TextStyle colored(text::TextStyle style, const Color& color) {
  style.color = color;
  return style;
}

text::TextStyle tabular(text::TextStyle style) {
  style.numerals = text::Numerals::tabular;
  return style;
}

const Color& contrasting(const Color& background, const Theme& theme) {
  // Relative luminance with the weights of sRGB; the curve is left out, as only the order matters here.
  const auto light = [](const Color& c) { return 0.2126 * c.rgb.r + 0.7152 * c.rgb.g + 0.0722 * c.rgb.b; };
  const double own = light(background);
  return std::abs(light(theme.ink) - own) >= std::abs(light(theme.ground) - own) ? theme.ink : theme.ground;
}

}  // namespace banxin::chart
