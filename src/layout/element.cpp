#include "layout/element.hpp"

#include <iterator>

namespace banxin::layout {

void add_piece(Piece& into, Piece&& piece, Point by) {
  graphics::append(into.items, std::move(piece.items), by);
  for (auto& link : piece.links) {
    link.box.x += by.x;
    link.box.y += by.y;
    into.links.push_back(link);
  }
  for (auto& anchor : piece.anchors) into.anchors.push_back({anchor.anchor, anchor.at + by});
  for (auto& [node, box] : piece.figures) {
    into.figures.emplace_back(node, Rect{box.x + by.x, box.y + by.y, box.width, box.height});
  }
  std::move(piece.lines.begin(), piece.lines.end(), std::back_inserter(into.lines));
  into.notes.insert(into.notes.end(), piece.notes.begin(), piece.notes.end());
  into.note_depth += piece.note_depth;
  into.overflows.insert(into.overflows.end(), piece.overflows.begin(), piece.overflows.end());
}

}  // namespace banxin::layout
