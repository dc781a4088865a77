#include "layout/row_element.hpp"

#include <algorithm>
#include <numeric>

#include "layout/foot.hpp"

namespace banxin::layout {

namespace {

constexpr int least_lines_parted = 2;  ///< of a cell that is parted, as of a paragraph

}  // namespace

/// The cells' pieces on one page, and whether they are of any use.
struct RowElement::Parted {
  Piece piece;
  bool placed = true;  ///< each cell has found a place
  bool broken = false;
};

RowElement::RowElement(std::vector<std::unique_ptr<Flow>> cells, std::vector<double> shares,
                       const style::BlockStyle& style, Axes axes, Length grid)
    : cells_(std::move(cells)),
      shares_(std::move(shares)),
      gap_(style.column_gap),
      grid_(std::max(grid, Length::pt(1))),
      axes_(axes),
      keep_together_(style.keep_together) {
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

const Piece& RowElement::natural(Length measure, Length note_measure) const {
  const auto known = natural_.find({measure, note_measure});
  if (known != natural_.end()) return known->second;
  const auto widths = measures(shares_, gap_, measure);
  Piece whole;
  Length along;
  for (std::size_t i = 0; i < cells_.size(); ++i) {
    Piece cell = cells_[i]->natural(widths[i], note_measure);
    whole.depth = std::max(whole.depth, cell.depth);
    take(whole, std::move(cell), axes_.offset(along, {}));
    along += widths[i] + gap_;
  }
  return natural_.emplace(std::pair{measure, note_measure}, std::move(whole)).first->second;
}

Piece RowElement::place_whole(const Offer& offer, Length depth, Diagnostics& diagnostics) const {
  const auto widths = measures(shares_, gap_, offer.measure);
  Piece piece;
  piece.depth = depth;
  Length along;
  CalledNotes called;
  if (offer.called) called = *offer.called;
  for (std::size_t i = 0; i < cells_.size(); ++i) {
    Offer cell = offer;
    cell.measure = widths[i];
    cell.depth = Length::pt(1e6);
    cell.fill = depth;
    cell.at_top = true;
    cell.unbroken = true;
    cell.called = &called;
    Piece set = cells_[i]->place(cell, {}, diagnostics);
    called.insert(called.end(), set.notes.begin(), set.notes.end());
    take(piece, std::move(set), axes_.offset(along, {}));
    along += widths[i] + gap_;
  }
  return piece;
}

RowElement::Parted RowElement::part(const Offer& offer, const Break& from, std::optional<Length> fill,
                                    Diagnostics& diagnostics) const {
  const auto widths = measures(shares_, gap_, offer.measure);
  static const auto start = std::make_shared<const Break>();
  Parted result;
  Break rest;
  Length along;
  CalledNotes called;
  if (offer.called) called = *offer.called;
  for (std::size_t i = 0; i < cells_.size(); ++i) {
    const auto at = from.cells.empty() ? start : from.cells[i];
    rest.cells.push_back(nullptr);
    if (at) {
      Offer cell = offer;
      cell.measure = widths[i];
      cell.fill = fill;
      cell.called = &called;
      cell.depth = offer.depth - result.piece.note_depth;
      Piece set = cells_[i]->place(cell, *at, diagnostics);
      const bool empty = cells_[i]->children().empty();
      if (!set.placed && !empty) {
        result.placed = false;
        rest.cells.back() = at;
      } else {
        if (set.rest) rest.cells.back() = std::make_shared<const Break>(*set.rest);
        called.insert(called.end(), set.notes.begin(), set.notes.end());
        result.piece.depth = std::max(result.piece.depth, set.depth);
        take(result.piece, std::move(set), axes_.offset(along, {}));
      }
    }
    along += widths[i] + gap_;
  }
  result.broken = std::any_of(rest.cells.begin(), rest.cells.end(), [](const auto& cell) { return cell != nullptr; });
  if (result.broken) result.piece.rest = std::move(rest);
  return result;
}

Piece RowElement::place(const Offer& offer, const Break& from, Diagnostics& diagnostics) const {
  Piece nothing;
  nothing.placed = false;
  if (from.at_start()) {
    const Piece& whole = natural(offer.measure, offer.note_measure);
    const Length depth = offer.fill.value_or(whole.depth);
    const Length notes =
        offer.unbroken || whole.notes.empty() ? Length{} : foot_of(offer).fit(offer, whole.notes, Length{}).depth;
    if (offer.unbroken || depth + notes <= offer.depth) {
      if (!offer.dry) return place_whole(offer, depth, diagnostics);
      Piece measured = whole;
      measured.depth = depth;
      measured.note_depth = notes;
      return measured;
    }
    if (!offer.at_top && (keep_together_ || offer.depth < grid_ * least_lines_parted)) return nothing;
  }
  // Each cell leaves room for the notes of those before it only: where later notes reach into the text, all end higher.
  Offer room = offer;
  Parted parted;
  for (;; room.depth -= grid_) {
    Offer trial = room;
    trial.dry = true;
    Diagnostics unheard;
    parted = part(trial, from, {}, unheard);
    if (parted.piece.note_depth == Length{} || room.depth <= grid_ * least_lines_parted) break;
    if (parted.piece.depth + parted.piece.note_depth <= offer.depth) break;
  }
  // What stands side by side begins side by side.
  if (!parted.placed && from.at_start() && !offer.at_top) return nothing;
  if (parted.piece.depth == Length{} && parted.broken && !offer.at_top) return nothing;
  if (offer.dry) return std::move(parted.piece);
  const Length depth = std::max(parted.piece.depth, offer.fill.value_or(Length{}));
  Parted drawn = part(room, from, grows() ? std::optional(depth) : std::nullopt, diagnostics);
  drawn.piece.depth = std::max(drawn.piece.depth, offer.fill.value_or(Length{}));
  return std::move(drawn.piece);
}

}  // namespace banxin::layout
