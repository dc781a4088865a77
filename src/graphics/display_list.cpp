#include "graphics/display_list.hpp"

#include <iterator>
#include <utility>

namespace banxin::graphics {

namespace {

void move(Paint& paint, Point by) {
  if (auto* gradient = std::get_if<LinearGradient>(&paint.source)) {
    gradient->from = gradient->from + by;
    gradient->to = gradient->to + by;
  }
}

struct Mover {
  Point by;
  void operator()(GlyphRun& run) const {
    run.origin = run.origin + by;
    if (run.fill) move(*run.fill, by);
    if (run.stroke && std::holds_alternative<LinearGradient>(run.stroke->paint.source)) {
      Stroke moved = *run.stroke;  // other runs may share it
      move(moved.paint, by);
      run.stroke = std::make_shared<const Stroke>(std::move(moved));
    }
  }
  void operator()(Shape& shape) const {
    shape.path.translate(by);
    if (shape.fill) move(*shape.fill, by);
    if (shape.stroke) move(shape.stroke->paint, by);
  }
  void operator()(Picture& picture) const {
    picture.box.x += by.x;
    picture.box.y += by.y;
  }
  void operator()(Dots& dots) const {
    for (Point& center : dots.centers) center = center + by;
    move(dots.fill, by);
  }
  // Other placements may share a group, so its transform changes on a copy.
  void operator()(std::shared_ptr<Group>& group) const {
    if (!group) return;
    if (group.use_count() > 1) group = std::make_shared<Group>(*group);
    group->transform.dx += by.x;
    group->transform.dy += by.y;
  }
};

}  // namespace

void translate(Item& item, Point by) {
  if (by == Point{}) return;
  std::visit(Mover{by}, item.what);
}

void translate(DisplayList& list, Point by) {
  for (Item& item : list) translate(item, by);
}

void append(DisplayList& to, DisplayList&& from, Point by) {
  translate(from, by);
  if (to.empty()) {
    to = std::move(from);
  } else {
    to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
  }
  from.clear();
}

}  // namespace banxin::graphics
