#include "layout/list_item_element.hpp"

namespace banxin::layout {

ListItemElement::ListItemElement(std::unique_ptr<ParagraphElement> label, Elements body, Length indent, Axes axes,
                                 Length grid)
    : label_(std::move(label)), body_(std::move(body), axes, grid), indent_(indent), axes_(axes) {}

Piece ListItemElement::place(const Constraints& constraints, const Break& from, Diagnostics& diagnostics) const {
  Constraints inside = constraints;
  inside.measure = constraints.measure - indent_;
  Piece body = body_.place(inside, from, diagnostics);
  if (!body.placed) return body;
  Piece piece;
  piece.depth = body.depth;
  piece.rest = body.rest;
  piece.next_master = body.next_master;
  if (from.at_start()) {
    Constraints beside = constraints;
    beside.measure = indent_;
    beside.depth = Length::pt(1e6);
    beside.at_top = true;
    add_piece(piece, label_->place(beside, {}, diagnostics), {});
  }
  add_piece(piece, std::move(body), axes_.offset(indent_, {}));
  return piece;
}

}  // namespace banxin::layout
