#include "layout/row_element.hpp"

#include <algorithm>
#include <numeric>

#include "layout/foot.hpp"

namespace banxin::layout {

namespace {

constexpr int min_lines = 2;  ///< of a split cell, as of a paragraph

}  // namespace

/// The cells' pieces on one page.
struct RowElement::Split {
  Piece piece;
  bool placed = true;  ///< every cell is placed
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

Length RowElement::max_depth(Length measure) const {
  const auto widths = measures(shares_, gap_, measure);
  Length most;
  for (std::size_t i = 0; i < cells_.size(); ++i) most = std::max(most, cells_[i]->max_depth(widths[i]));
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
    add_piece(whole, std::move(cell), axes_.offset(along, {}));
    along += widths[i] + gap_;
  }
  return natural_.emplace(std::pair{measure, note_measure}, std::move(whole)).first->second;
}

Piece RowElement::place_whole(const Constraints& constraints, Length depth, Diagnostics& diagnostics) const {
  const auto widths = measures(shares_, gap_, constraints.measure);
  Piece piece;
  piece.depth = depth;
  Length along;
  CalledNotes called;
  if (constraints.called) called = *constraints.called;
  for (std::size_t i = 0; i < cells_.size(); ++i) {
    Constraints cell = constraints;
    cell.measure = widths[i];
    cell.depth = Length::pt(1e6);
    cell.fill = depth;
    cell.at_top = true;
    cell.unbroken = true;
    cell.called = &called;
    Piece set = cells_[i]->place(cell, {}, diagnostics);
    called.insert(called.end(), set.notes.begin(), set.notes.end());
    add_piece(piece, std::move(set), axes_.offset(along, {}));
    along += widths[i] + gap_;
  }
  return piece;
}

RowElement::Split RowElement::place_split(const Constraints& constraints, const Break& from, std::optional<Length> fill,
                                          Diagnostics& diagnostics) const {
  const auto widths = measures(shares_, gap_, constraints.measure);
  static const auto start = std::make_shared<const Break>();
  Split result;
  Break rest;
  Length along;
  CalledNotes called;
  if (constraints.called) called = *constraints.called;
  for (std::size_t i = 0; i < cells_.size(); ++i) {
    const auto at = from.cells.empty() ? start : from.cells[i];
    rest.cells.push_back(nullptr);
    if (at) {
      Constraints cell = constraints;
      cell.measure = widths[i];
      cell.fill = fill;
      cell.called = &called;
      cell.depth = constraints.depth - result.piece.note_depth;
      Piece set = cells_[i]->place(cell, *at, diagnostics);
      const bool empty = cells_[i]->children().empty();
      if (!set.placed && !empty) {
        result.placed = false;
        rest.cells.back() = at;
      } else {
        if (set.rest) rest.cells.back() = std::make_shared<const Break>(*set.rest);
        called.insert(called.end(), set.notes.begin(), set.notes.end());
        result.piece.depth = std::max(result.piece.depth, set.depth);
        add_piece(result.piece, std::move(set), axes_.offset(along, {}));
      }
    }
    along += widths[i] + gap_;
  }
  result.broken = std::any_of(rest.cells.begin(), rest.cells.end(), [](const auto& cell) { return cell != nullptr; });
  if (result.broken) result.piece.rest = std::move(rest);
  return result;
}

Piece RowElement::place(const Constraints& constraints, const Break& from, Diagnostics& diagnostics) const {
  Piece nothing;
  nothing.placed = false;
  if (from.at_start()) {
    const Piece& whole = natural(constraints.measure, constraints.note_measure);
    const Length depth = constraints.fill.value_or(whole.depth);
    const Length notes = constraints.unbroken || whole.notes.empty()
                             ? Length{}
                             : foot_of(constraints).fit(constraints, whole.notes, Length{}).depth;
    if (constraints.unbroken || depth + notes <= constraints.depth) {
      if (!constraints.dry) return place_whole(constraints, depth, diagnostics);
      Piece measured = whole;
      measured.depth = depth;
      measured.note_depth = notes;
      return measured;
    }
    if (!constraints.at_top && (keep_together_ || constraints.depth < grid_ * min_lines)) return nothing;
  }
  // A cell leaves space for the notes of the cells before it only. Where later notes overlap the text, all cells must
  // end higher.
  Constraints available = constraints;
  Split split;
  for (;; available.depth -= grid_) {
    Constraints trial = available;
    trial.dry = true;
    Diagnostics ignored;
    split = place_split(trial, from, {}, ignored);
    if (split.piece.note_depth == Length{} || available.depth <= grid_ * min_lines) break;
    if (split.piece.depth + split.piece.note_depth <= constraints.depth) break;
  }
  // All cells of a row begin on the same page.
  if (!split.placed && from.at_start() && !constraints.at_top) return nothing;
  if (split.piece.depth == Length{} && split.broken && !constraints.at_top) return nothing;
  if (constraints.dry) return std::move(split.piece);
  const Length depth = std::max(split.piece.depth, constraints.fill.value_or(Length{}));
  Split drawn = place_split(available, from, grows() ? std::optional(depth) : std::nullopt, diagnostics);
  drawn.piece.depth = std::max(drawn.piece.depth, constraints.fill.value_or(Length{}));
  return std::move(drawn.piece);
}

}  // namespace banxin::layout
