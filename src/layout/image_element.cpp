#include "layout/image_element.hpp"

#include <algorithm>

namespace banxin::layout {

namespace {

Length round_up(Length value, Length step) {
  if (step <= Length{}) return value;
  return Length::units((value.count() + step.count() - 1) / step.count() * step.count());
}

/// A copy in which everything belongs to `node`.
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

ImageElement::Extent ImageElement::extent(const Offer& offer) const {
  const Size natural = parts_.image->natural_size();
  Length width = natural.width;
  const Length whole = axes_.vertical() ? offer.depth : offer.measure;
  if (parts_.width) width = parts_.width->resolve(style_.text.size, style_.paragraph.leading, whole);
  width = std::max(width, Length::units(1));
  const Length height = width * (natural.height / natural.width);
  Extent size{axes_.measure_of({width, height}), axes_.depth_of({width, height})};
  if (size.along > offer.measure) size = {offer.measure, size.across * (offer.measure / size.along)};
  return size;
}

Piece ImageElement::place(const Offer& offer, const Break& /*from*/, Diagnostics& diagnostics) const {
  Piece piece, caption;
  Length caption_room;
  if (parts_.caption) {
    Offer room = offer;
    room.depth = Length::pt(1e6);
    room.at_top = true;
    room.fill.reset();
    room.last = false;  // the caption moves on with its picture
    caption = parts_.caption->place(room, {}, diagnostics);
    caption_room = parts_.caption->space_before + caption.depth;
  }
  Extent size = extent(offer);
  const Length room = offer.depth - caption_room - caption.note_depth;
  if (size.across > room) {
    if (!offer.at_top) {
      piece.placed = false;
      return piece;
    }
    if (room > Length{}) size = {size.along * (room / size.across), room};
  }
  const Length spare = offer.measure - size.along;
  const text::Align align = style_.paragraph.align;
  const Length indent = align == text::Align::center ? spare / 2 : align == text::Align::end ? spare : Length{};
  if (!offer.dry) paint(piece, axes_.rect(indent, {}, size.along, size.across));
  if (parts_.anchor) piece.anchors.push_back({*parts_.anchor, {}});
  const Length depth = size.across + caption_room;
  if (parts_.caption) take(piece, std::move(caption), axes_.offset({}, size.across + parts_.caption->space_before));
  piece.depth = std::min(round_up(depth, grid_), std::max(depth, offer.depth - piece.note_depth));
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
