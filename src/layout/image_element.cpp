#include "layout/image_element.hpp"

#include <algorithm>

namespace banxin::layout {

namespace {

Length round_up(Length value, Length step) {
  if (step <= Length{}) return value;
  return Length::units((value.count() + step.count() - 1) / step.count() * step.count());
}

/// A copy with all items assigned to `node`.
graphics::DisplayList marked(const graphics::DisplayList& drawing, graphics::NodeId node) {
  graphics::DisplayList copy = drawing;
  for (graphics::Item& item : copy) {
    item.node = node;
    if (auto* group = std::get_if<std::shared_ptr<graphics::Group>>(&item.what)) {
      auto own = std::make_shared<graphics::Group>(**group);
      own->items = marked((*group)->items, node);
      *group = std::move(own);
    }
  }
  return copy;
}

}  // namespace

ImageElement::ImageElement(Parts parts, const style::BlockStyle& style, Axes axes, Length grid)
    : parts_(std::move(parts)), style_(style), axes_(axes), grid_(style.grid ? grid : Length{}) {
  space_before = style_.space_before;
  space_after = style_.space_after;
  keep_with_next = style_.keep_with_next;
}

ImageElement::Extent ImageElement::extent(const Constraints& constraints) const {
  const Size natural = parts_.image->natural_size();
  Length width = natural.width;
  const Length whole = axes_.vertical() ? constraints.depth : constraints.measure;
  if (parts_.width) width = parts_.width->resolve(style_.text.size, style_.paragraph.leading, whole);
  width = std::max(width, Length::units(1));
  const Length height = width * (natural.height / natural.width);
  Extent size{axes_.measure_of({width, height}), axes_.depth_of({width, height})};
  if (size.along > constraints.measure) size = {constraints.measure, size.across * (constraints.measure / size.along)};
  return size;
}

Piece ImageElement::place(const Constraints& constraints, const Break& /*from*/, Diagnostics& diagnostics) const {
  Piece piece, caption;
  Length caption_depth;
  if (parts_.caption) {
    Constraints available = constraints;
    available.depth = Length::pt(1e6);
    available.at_top = true;
    available.fill.reset();
    available.last = false;  // the caption moves with its picture
    caption = parts_.caption->place(available, {}, diagnostics);
    caption_depth = parts_.caption->space_before + caption.depth;
  }
  Extent size = extent(constraints);
  const Length space = constraints.depth - caption_depth - caption.note_depth;
  if (size.across > space) {
    if (!constraints.at_top) {
      piece.placed = false;
      return piece;
    }
    if (space > Length{}) size = {size.along * (space / size.across), space};
  }
  const Length spare = constraints.measure - size.along;
  const text::Align align = style_.paragraph.align;
  const Length indent = align == text::Align::center ? spare / 2 : align == text::Align::end ? spare : Length{};
  if (!constraints.dry) paint(piece, axes_.rect(indent, {}, size.along, size.across));
  if (parts_.anchor) piece.anchors.push_back({*parts_.anchor, {}});
  const Length depth = size.across + caption_depth;
  if (parts_.caption)
    add_piece(piece, std::move(caption), axes_.offset({}, size.across + parts_.caption->space_before));
  piece.depth = std::min(round_up(depth, grid_), std::max(depth, constraints.depth - piece.note_depth));
  return piece;
}

void ImageElement::paint(Piece& piece, const Rect& box) const {
  graphics::Item item;
  item.node = parts_.content;
  item.span = span;
  if (parts_.image->vector()) {
    const auto group = std::make_shared<graphics::Group>();
    group->items = marked(parts_.image->drawing, parts_.content);
    const Size& natural = parts_.image->drawing_size;
    group->transform = {box.width / natural.width, 0, 0, box.height / natural.height, box.x, box.y};
    item.what = group;
  } else {
    item.what = graphics::Picture{parts_.id, box};
  }
  piece.items.push_back(std::move(item));
  if (parts_.figure != graphics::artifact) piece.figures.emplace_back(parts_.figure, box);
}

}  // namespace banxin::layout
