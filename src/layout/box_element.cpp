#include "layout/box_element.hpp"

#include <algorithm>

namespace banxin::layout {

using graphics::Item;
using graphics::Paint;
using graphics::Shape;

BoxElement::BoxElement(Elements children, const style::BlockStyle& style, Flow::Columns columns, Axes axes, Length grid)
    : flow_(std::move(children), axes, grid),
      style_(style),
      columns_(columns),
      axes_(axes),
      grid_(style.grid ? grid : Length{}) {
  space_before = style.space_before;
  space_after = style.space_after;
  keep_with_next = style.keep_with_next;
}

Length BoxElement::inner_measure(const style::BlockStyle& style, const Flow::Columns& columns, Length measure) {
  const Length inside = measure - style.padding.left - style.padding.right;
  return (inside - columns.gap * (columns.count - 1)) / columns.count;
}

Length BoxElement::most(Length measure) const {
  if (columns_.count > 1) return {};
  return flow_.most(inner_measure(style_, columns_, measure)) + style_.padding.top + style_.padding.bottom;
}

Length BoxElement::natural_width() const {
  Length widest;
  for (const auto& child : flow_.children()) widest = std::max(widest, child->natural_width());
  return widest + style_.padding.left + style_.padding.right;
}

Piece BoxElement::place(const Offer& offer, const Break& from, Diagnostics& diagnostics) const {
  const Insets& padding = style_.padding;
  Offer inside = offer;
  inside.measure = offer.measure - padding.left - padding.right;
  inside.depth = offer.depth - padding.top - padding.bottom;
  inside.last = offer.last && !style_.keep_together;
  if (offer.fill) inside.fill = *offer.fill - padding.top - padding.bottom;
  Piece body = this->body(inside, from, diagnostics);
  const bool broken = body.rest.has_value();
  if (!body.placed || (broken && style_.keep_together && !offer.at_top)) {
    Piece nothing;
    nothing.placed = false;
    return nothing;
  }
  Piece piece;
  piece.rest = std::move(body.rest);
  piece.next_master = body.next_master;
  piece.depth = body.depth + padding.top + padding.bottom;
  if (grid_ > Length{}) {
    const auto over = piece.depth.count() % grid_.count();
    // Where the room is no multiple of the grid, the box ends with it.
    const Length room = std::max(offer.depth - body.note_depth - piece.depth, Length{});
    if (over != 0) piece.depth += std::min(grid_ - Length::units(over), room);
  }
  if (offer.fill) piece.depth = *offer.fill;
  // What rounding to the grid added is shared by both sides of the padding.
  const Length slack = offer.fill ? Length{} : (piece.depth - body.depth - padding.top - padding.bottom) / 2;
  if (!offer.dry) decorate(piece, offer.measure);
  take(piece, std::move(body), axes_.offset(padding.left, padding.top + slack));
  return piece;
}

Piece BoxElement::body(const Offer& inside, const Break& from, Diagnostics& diagnostics) const {
  const bool levelled = columns_.count > 1 && inside.dry && (!inside.called || inside.called->empty());
  if (!levelled) return flow_.place_columns(inside, from, columns_, diagnostics);
  for (const auto& [offer, known] : measured_) {
    if (offer.measure == inside.measure && offer.depth == inside.depth && offer.at_top == inside.at_top &&
        offer.unbroken == inside.unbroken && offer.pages == inside.pages && known.first.same(from)) {
      return known.second;
    }
  }
  Piece piece = flow_.place_columns(inside, from, columns_, diagnostics);
  measured_.push_back({inside, {from, piece}});
  measured_.back().first.called = nullptr;  // these belong to the caller
  measured_.back().first.foot = nullptr;
  return piece;
}

void BoxElement::decorate(Piece& piece, Length measure) const {
  auto fill = [&](const Rect& box, const Color& color) {
    Shape shape;
    shape.path.rect(box);
    shape.fill = Paint{.source = color};
    piece.items.push_back(Item{.what = std::move(shape), .node = graphics::artifact, .span = span});
  };
  if (style_.background) fill(axes_.rect({}, {}, measure, piece.depth), *style_.background);
  const style::Rule& rule = style_.rule;
  const Length along = rule.length > Length{} ? rule.length : measure;
  switch (rule.side) {
    case style::Rule::Side::none: break;
    case style::Rule::Side::top: fill(axes_.rect({}, {}, along, rule.width), rule.color); break;
    case style::Rule::Side::bottom:
      fill(axes_.rect({}, piece.depth - rule.width, along, rule.width), rule.color);
      break;
    case style::Rule::Side::left:
    case style::Rule::Side::right: {
      const Length across = rule.length > Length{} ? rule.length : piece.depth;
      const Length start = rule.side == style::Rule::Side::left ? Length{} : measure - rule.width;
      fill(axes_.rect(start, (piece.depth - across) / 2, rule.width, across), rule.color);
      break;
    }
  }
}

}  // namespace banxin::layout
