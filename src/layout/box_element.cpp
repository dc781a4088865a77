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

Length BoxElement::max_depth(Length measure) const {
  if (columns_.count > 1) return {};
  return flow_.max_depth(inner_measure(style_, columns_, measure)) + style_.padding.top + style_.padding.bottom;
}

Length BoxElement::natural_width() const {
  Length widest;
  for (const auto& child : flow_.children()) widest = std::max(widest, child->natural_width());
  return widest + style_.padding.left + style_.padding.right;
}

Piece BoxElement::place(const Constraints& constraints, const Break& from, Diagnostics& diagnostics) const {
  const Insets& padding = style_.padding;
  Constraints inside = constraints;
  inside.measure = constraints.measure - padding.left - padding.right;
  inside.depth = constraints.depth - padding.top - padding.bottom;
  inside.last = constraints.last && !style_.keep_together;
  if (constraints.fill) inside.fill = *constraints.fill - padding.top - padding.bottom;
  Piece body = this->body(inside, from, diagnostics);
  const bool broken = body.rest.has_value();
  if (!body.placed || (broken && style_.keep_together && !constraints.at_top)) {
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
    // If the space is not a multiple of the grid, the box ends at its end.
    const Length space = std::max(constraints.depth - body.note_depth - piece.depth, Length{});
    if (over != 0) piece.depth += std::min(grid_ - Length::units(over), space);
  }
  if (constraints.fill) piece.depth = *constraints.fill;
  // Rounding to the grid adds equal space above and below.
  const Length slack = constraints.fill ? Length{} : (piece.depth - body.depth - padding.top - padding.bottom) / 2;
  if (!constraints.dry) decorate(piece, constraints.measure);
  add_piece(piece, std::move(body), axes_.offset(padding.left, padding.top + slack));
  return piece;
}

Piece BoxElement::body(const Constraints& inside, const Break& from, Diagnostics& diagnostics) const {
  const bool balanced = columns_.count > 1 && inside.dry && (!inside.called || inside.called->empty());
  if (!balanced) return flow_.place_columns(inside, from, columns_, diagnostics);
  for (const auto& [constraints, known] : measured_) {
    if (constraints.measure == inside.measure && constraints.depth == inside.depth &&
        constraints.at_top == inside.at_top && constraints.unbroken == inside.unbroken &&
        constraints.pages == inside.pages && known.first.same(from)) {
      return known.second;
    }
  }
  Piece piece = flow_.place_columns(inside, from, columns_, diagnostics);
  measured_.push_back({inside, {from, piece}});
  measured_.back().first.called = nullptr;  // owned by the caller
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
