#include "layout/row_element.hpp"

#include <algorithm>
#include <numeric>

namespace banxin::layout {

RowElement::RowElement(std::vector<std::unique_ptr<Flow>> cells, std::vector<double> shares,
                       const style::BlockStyle& style, Axes axes)
    : cells_(std::move(cells)), shares_(std::move(shares)), gap_(style.column_gap), axes_(axes) {
  space_before = style.space_before;
  space_after = style.space_after;
  keep_with_next = style.keep_with_next;
}

std::vector<Length> RowElement::measures(const std::vector<double>& shares, Length gap, Length measure) {
  const double total = std::accumulate(shares.begin(), shares.end(), 0.0);
  const Length inside = measure - gap * (static_cast<std::int64_t>(shares.size()) - 1);
  std::vector<Length> result;
  for (const double share : shares) result.push_back(inside * (share / total));
  return result;
}

bool RowElement::grows() const {
  return std::any_of(cells_.begin(), cells_.end(), [](const auto& cell) { return cell->grows(); });
}

Length RowElement::most(Length measure) const {
  const auto widths = measures(shares_, gap_, measure);
  Length most;
  for (std::size_t i = 0; i < cells_.size(); ++i) most = std::max(most, cells_[i]->most(widths[i]));
  return most;
}

Piece RowElement::place(const Offer& offer, const Break& /*from*/, Diagnostics& diagnostics) const {
  const auto widths = measures(shares_, gap_, offer.measure);
  Length depth, notes;
  if (offer.fill) {
    depth = *offer.fill;
  } else {
    for (std::size_t i = 0; i < cells_.size(); ++i) {
      const Piece cell = cells_[i]->natural(widths[i], offer.note_measure);
      depth = std::max(depth, cell.depth);
      notes += cell.note_depth;
    }
  }
  Piece piece;
  piece.depth = depth;
  if (depth + notes > offer.depth && !offer.at_top) {
    piece.placed = false;
    return piece;
  }
  Length along;
  for (std::size_t i = 0; i < cells_.size(); ++i) {
    Offer cell = offer;
    cell.measure = widths[i];
    cell.depth = Length::pt(1e6);
    cell.fill = depth;
    cell.at_top = true;
    cell.unbroken = true;
    take(piece, cells_[i]->place(cell, {}, diagnostics), axes_.offset(along, {}));
    along += widths[i] + gap_;
  }
  return piece;
}

}  // namespace banxin::layout
