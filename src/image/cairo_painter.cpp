#include "image/cairo_painter.hpp"

#include <algorithm>

#include "image/gradient_rings.hpp"

namespace banxin::image {

namespace {

using graphics::Path;

/// The path without the move that cairo adds after a closed one.
Path finished(Path path) {
  while (!path.verbs.empty() && path.verbs.back() == Path::Verb::move) {
    path.verbs.pop_back();
    path.points.pop_back();
  }
  return path;
}

Path clip_path(Path path, bool even_odd) {
  // Groups clip by the nonzero rule; for a single outline both rules agree unless it crosses itself.
  if (even_odd && std::count(path.verbs.begin(), path.verbs.end(), Path::Verb::move) > 1) {
    throw ScriptError("it clips with holes (clip-rule: evenodd)");
  }
  return path;
}

}  // namespace

void CairoPainter::add(Context& on, std::variant<graphics::Shape, std::shared_ptr<graphics::Group>> what) {
  if (items_left_-- == 0) throw ScriptError("it paints more items than the limit");
  std::visit(
      [&](auto&& one) {
        on.target->push_back({std::forward<decltype(one)>(one), graphics::artifact, {}});
      },
      std::move(what));
}

std::shared_ptr<graphics::Group> CairoPainter::layer_group(const std::shared_ptr<Layer>& layer, const Matrix& matrix,
                                                           double opacity) const {
  const auto inverse = matrix.inverse();
  if (!inverse) throw ScriptError("it uses a pattern that is flat");
  auto group = std::make_shared<graphics::Group>();
  group->items = layer->items;
  group->transform = inverse->affine(unit_);
  group->opacity = opacity;
  return group;
}

/// Fills `path` with the context's source at `opacity`.
void CairoPainter::fill(Context& on, Path path, bool even_odd, double opacity) {
  if (path.points.size() < 3) return;  // a line has no interior, but PDF would paint a hairline
  const Pattern& source = on.source;
  if (const auto* layer = std::get_if<std::shared_ptr<Layer>>(&source.source)) {
    auto inner = layer_group(*layer, source.matrix, opacity);
    if (path.verbs == whole_.verbs && path.points == whole_.points) {
      add(on, std::move(inner));
      return;
    }
    auto outer = std::make_shared<graphics::Group>();
    outer->clip = clip_path(std::move(path), even_odd);
    outer->items.push_back({std::move(inner), graphics::artifact, {}});
    add(on, std::move(outer));
    return;
  }
  if (const auto* gradient = std::get_if<Gradient>(&source.source); gradient && gradient->radial) {
    if (gradient->stops.empty()) return;
    auto group = std::make_shared<graphics::Group>();
    group->clip = clip_path(path, even_odd);
    group->items = rings(gradient->geometry, gradient->stops, source.matrix, path.bounds(), unit_);
    group->opacity = opacity;
    if (group->items.empty())
      throw ScriptError("it has a radial gradient that is flat, or whose focus is outside its circle");
    add(on, std::move(group));
    return;
  }
  if (auto paint = paint_of(source, opacity)) {
    graphics::Shape shape;
    shape.path = std::move(path);
    shape.fill = std::move(*paint);
    shape.even_odd = even_odd;
    add(on, std::move(shape));
  }
}

std::optional<graphics::Paint> CairoPainter::paint_of(const Pattern& pattern, double opacity) const {
  if (const auto* solid = std::get_if<Solid>(&pattern.source)) {
    return graphics::Paint{Color{solid->rgb, {}, {}}, solid->opacity * opacity, false};
  }
  const auto* gradient = std::get_if<Gradient>(&pattern.source);
  if (!gradient || gradient->radial) throw ScriptError("it strokes with a radial gradient or a pattern");
  if (gradient->stops.empty()) return std::nullopt;
  const auto axis = linear_axis(gradient->geometry, pattern.matrix, unit_);
  if (!axis) return graphics::Paint{gradient->stops.back().color, gradient->stops.back().opacity * opacity, false};
  return graphics::Paint{graphics::LinearGradient{axis->first, axis->second, gradient->stops}, opacity, false};
}

void CairoPainter::stroke(Context& on) {
  Path path = finished(on.path);
  if (path.empty()) return;
  auto paint = paint_of(on.source, 1);
  if (!paint) return;
  graphics::Shape shape;
  const double scale = on.matrix.scale();
  const bool even = on.matrix.keeps_shape();
  const double pen = unit_ * (even ? scale : 1);
  graphics::Stroke stroke;
  stroke.width = Length::pt(on.line_width * pen);
  stroke.cap = on.cap;
  stroke.join = on.join;
  for (const double dash : on.dashes) stroke.dashes.push_back(Length::pt(dash * pen));
  stroke.dash_offset = Length::pt(on.dash_offset * pen);
  stroke.paint = std::move(*paint);
  if (even) {
    shape.path = std::move(path);
    shape.stroke = std::move(stroke);
    add(on, std::move(shape));
    return;
  }
  // A pen that is not a circle: draw the path on axes where it is.
  const auto inverse = on.matrix.inverse();
  if (!inverse) return;
  if (!std::holds_alternative<Color>(stroke.paint.source))
    throw ScriptError("it strokes with a gradient and a slanted pen");
  for (Point& point : path.points) {
    const auto [x, y] = inverse->apply(point.x.to_pt() / unit_, point.y.to_pt() / unit_);
    point = at(x, y);
  }
  shape.path = std::move(path);
  shape.stroke = std::move(stroke);
  auto group = std::make_shared<graphics::Group>();
  group->transform = on.matrix.affine(unit_);
  group->items.push_back({std::move(shape), graphics::artifact, {}});
  add(on, std::move(group));
}

void CairoPainter::fill(Context& on) { fill(on, finished(on.path), on.even_odd, 1); }

void CairoPainter::paint(Context& on, double opacity) { fill(on, whole_, false, opacity); }

void CairoPainter::clip(Context& on) {
  auto group = std::make_shared<graphics::Group>();
  group->clip = clip_path(finished(on.path), on.even_odd);
  graphics::DisplayList* inside = &group->items;
  add(on, std::move(group));
  on.target = inside;
}

}  // namespace banxin::image
