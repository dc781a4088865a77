#include "profile/placed_item.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

#include "profile/affine.hpp"

namespace banxin::profile {

namespace {

using graphics::Item;

Rect around(std::vector<Point> points) {
  graphics::Path path;
  path.points = std::move(points);
  return path.bounds();
}

Rect grown(const Rect& r, Length by) { return {r.x - by, r.y - by, r.width + by * 2, r.height + by * 2}; }

Rect common(const Rect& a, const Rect& b) {
  const Length left = std::max(a.left(), b.left()), top = std::max(a.top(), b.top());
  const Length right = std::min(a.right(), b.right()), bottom = std::min(a.bottom(), b.bottom());
  return {left, top, std::max(right - left, Length{}), std::max(bottom - top, Length{})};
}

Rect transformed_box(const Affine& m, const Rect& r) {
  return around({transform(m, r.origin()), transform(m, {r.right(), r.top()}), transform(m, {r.left(), r.bottom()}),
                 transform(m, {r.right(), r.bottom()})});
}

struct Bounds {
  // An em box: 0.88 em above the baseline, 0.12 em below it, one em to the right; in vertical text half an em to each
  // side of the center line.
  Rect operator()(const graphics::GlyphRun& run) const {
    const Length em = run.size;
    const bool vertical = run.mode == WritingMode::vertical;
    std::vector<Point> corners;
    for (const graphics::Glyph& glyph : run.glyphs) {
      const Point pen{Length::units(glyph.x), Length::units(glyph.y)};
      corners.push_back(pen + (vertical ? Point{em * -0.5, {}} : Point{{}, em * -0.88}));
      corners.push_back(pen + (vertical ? Point{em * 0.5, em} : Point{em, em * 0.12}));
    }
    const double angle = run.rotation * std::numbers::pi / 180;
    return transformed_box(
        Affine{std::cos(angle), std::sin(angle), -std::sin(angle), std::cos(angle), run.origin.x, run.origin.y},
        around(corners));
  }
  Rect operator()(const graphics::Shape& shape) const {
    return grown(shape.path.bounds(), shape.stroke ? shape.stroke->width / 2 : Length{});
  }
  Rect operator()(const graphics::Picture& picture) const { return picture.box; }
  Rect operator()(const graphics::Dots& dots) const {
    const auto widest = std::max_element(dots.radii.begin(), dots.radii.end());
    return grown(around(dots.centers), widest == dots.radii.end() ? Length{} : *widest);
  }
  Rect operator()(const std::shared_ptr<graphics::Group>&) const { return {}; }
};

void place(const graphics::DisplayList& items, const Affine& axes, const Rect* clip, double opacity,
           std::vector<PlacedItem>& out) {
  const double scale = std::sqrt(std::abs(axes.a * axes.d - axes.b * axes.c));
  for (const Item& item : items) {
    if (const auto* group = std::get_if<std::shared_ptr<graphics::Group>>(&item.what)) {
      if (!*group) continue;
      const Affine inner = compose((*group)->transform, axes);
      if ((*group)->clip) {
        Rect cut = transformed_box(inner, (*group)->clip->bounds());
        if (clip) cut = common(cut, *clip);
        place((*group)->items, inner, &cut, opacity * (*group)->opacity, out);
      } else {
        place((*group)->items, inner, clip, opacity * (*group)->opacity, out);
      }
      continue;
    }
    Rect bounds = transformed_box(axes, std::visit(Bounds{}, item.what));
    if (clip) bounds = common(bounds, *clip);
    if (bounds.width > Length{} || bounds.height > Length{}) out.push_back({&item, bounds, scale, opacity});
  }
}

}  // namespace

std::vector<PlacedItem> place_items(const graphics::DisplayList& items) {
  std::vector<PlacedItem> out;
  place(items, {}, nullptr, 1, out);
  return out;
}

}  // namespace banxin::profile
