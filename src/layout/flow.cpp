#include "layout/flow.hpp"

#include <algorithm>
#include <utility>

namespace banxin::layout {

namespace {

constexpr Length tolerance = Length::pt(0.01);

/// Constraints without limit of depth, for measuring.
Constraints unlimited(Length measure, Length note_measure) {
  Constraints constraints;
  constraints.measure = measure;
  constraints.depth = Length::pt(1e6);
  constraints.at_top = true;
  constraints.dry = true;
  constraints.unbroken = true;
  constraints.note_measure = note_measure;
  return constraints;
}

Length column_measure(Length measure, const Flow::Columns& columns) {
  return (measure - columns.gap * (columns.count - 1)) / columns.count;
}

}  // namespace

/// A child's piece before it becomes part of the flow's.
struct Flow::Placed {
  std::size_t child;
  Length gap;  ///< above it
  Piece piece;
  std::shared_ptr<const Break> from;  ///< where in the child the piece began; null: at its start
  Constraints constraints;            ///< with which it was placed
  std::size_t called_before;          ///< notes called on the page before it
};

/// The children placed so far, and where placing stopped.
struct Flow::Progress {
  std::vector<Placed> placed;
  std::size_t child = 0;               ///< the next one to place
  std::shared_ptr<const Break> inner;  ///< where in it to start; null: at its start
  CalledNotes called;                  ///< on the page
  Length used, notes;                  ///< depth of the pieces, and of the notes they add
  Length after;                        ///< space after the last piece
  std::optional<Break> rest;
  const std::string* next_master = nullptr;
};

Flow::Flow(Elements children, Axes axes, Length grid) : children_(std::move(children)), axes_(axes), grid_(grid) {}

bool Flow::grows() const {
  return std::any_of(children_.begin(), children_.end(), [](const auto& child) { return child->grows(); });
}

Length Flow::max_depth(Length measure) const {
  Length total;
  Length after;
  Diagnostics ignored;
  for (const auto& child : children_) {
    if (&child != &children_.front()) total += std::max(after, child->space_before);
    const Constraints constraints = unlimited(measure, measure);
    total += child->grows() ? child->max_depth(measure) : child->place(constraints, {}, ignored).depth;
    after = child->space_after;
  }
  return total;
}

Piece Flow::natural(Length measure, Length note_measure) const {
  Diagnostics ignored;
  return place(unlimited(measure, note_measure), {}, ignored);
}

void Flow::report_overflow(Piece& piece, const Constraints& available, Span span) {
  if (!piece.overflows.empty() || !span.known() || piece.depth <= available.depth + tolerance) return;
  piece.overflows.push_back({span, piece.depth, available.depth});
}

Piece Flow::place(const Constraints& constraints, const Break& from, Diagnostics& diagnostics) const {
  Progress progress;
  progress.child = from.position;
  progress.inner = from.inner;
  if (constraints.called) progress.called = *constraints.called;
  place_children(constraints, progress, diagnostics);
  Piece result;
  if (progress.child < children_.size() && !progress.rest && !progress.next_master) {
    move_kept(constraints.at_top, progress);
    result.placed = !progress.placed.empty();
  }
  result.rest = std::move(progress.rest);
  result.next_master = progress.next_master;
  if (!result.placed) return result;
  if (!constraints.dry) {
    // `fill` is the depth without notes; the notes must fit too.
    const Length spare =
        constraints.fill ? std::min(*constraints.fill, constraints.depth - progress.notes) - progress.used : Length{};
    grow(progress, constraints, spare, diagnostics);
  }
  for (Placed& one : progress.placed) {
    result.depth += one.gap;
    const Length depth = one.piece.depth;
    const auto& anchor = children_[one.child]->link_target;
    if (anchor && !one.from) result.anchors.push_back({*anchor, axes_.offset({}, result.depth)});
    add_piece(result, std::move(one.piece), axes_.offset({}, result.depth));
    result.depth += depth;
  }
  return result;
}

void Flow::place_children(const Constraints& constraints, Progress& progress, Diagnostics& diagnostics) const {
  for (; progress.child < children_.size(); ++progress.child) {
    const Element& element = *children_[progress.child];
    if (element.next_master()) {
      if (constraints.unbroken) continue;
      progress.next_master = element.next_master();
      if (progress.child + 1 < children_.size()) progress.rest = Break{progress.child + 1, nullptr};
      return;
    }
    if (!place_child(constraints, gap_above(element, progress), progress, diagnostics)) return;
  }
}

Length Flow::gap_above(const Element& element, const Progress& progress) const {
  Length gap = progress.placed.empty() ? Length{} : std::max(progress.after, element.space_before);
  if (grid_ > Length{} && element.on_grid()) {
    const std::int64_t over = (progress.used + gap).count() % grid_.count();
    if (over > 0) gap += grid_ - Length::units(over);
  }
  return gap;
}

/// Places the next child. Returns false if the flow ends with it, or before it because it does not fit.
bool Flow::place_child(const Constraints& constraints, Length gap, Progress& progress, Diagnostics& diagnostics) const {
  const std::size_t child = progress.child;
  const Element& element = *children_[child];
  Constraints available = constraints;
  available.depth = constraints.depth - progress.used - gap - progress.notes;
  // Still at the top if all before have no depth.
  available.at_top = constraints.at_top && progress.used == Length{} && progress.notes == Length{};
  available.fill.reset();
  available.called = &progress.called;
  available.dry = constraints.dry || element.grows();            // growing elements are drawn when their depth is known
  available.last = constraints.last && !element.keep_with_next;  // which `move_kept` may remove again
  Piece piece = element.place(available, progress.inner ? *progress.inner : Break{}, diagnostics);
  if (!piece.placed) return false;
  report_overflow(piece, available, element.span);
  const std::size_t called_before = progress.called.size();
  progress.called.insert(progress.called.end(), piece.notes.begin(), piece.notes.end());
  const auto began = std::exchange(progress.inner, nullptr);
  progress.used += gap + piece.depth;
  progress.notes += piece.note_depth;
  progress.after = element.space_after;
  const bool continues = piece.rest.has_value();
  // A page break inside the child ends this flow too, even as the last thing in it.
  progress.next_master = piece.next_master;
  if (continues) {
    progress.rest = Break{child, std::make_shared<const Break>(*piece.rest)};
  } else if (progress.next_master && child + 1 < children_.size()) {
    progress.rest = Break{child + 1, nullptr};
  }
  available.called = nullptr;  // `grow` sets it
  progress.placed.push_back({child, gap, std::move(piece), began, available, called_before});
  return !continues && !progress.next_master;
}

/// Moves headings and captions at the end to the next page, with the child they belong to.
void Flow::move_kept(bool at_top, Progress& progress) const {
  auto& placed = progress.placed;
  std::size_t kept = placed.size();
  while (kept > 0 && children_[placed[kept - 1].child]->keep_with_next) --kept;
  if (kept > 0 || !at_top) {
    for (; placed.size() > kept; placed.pop_back()) {
      progress.used -= placed.back().gap + placed.back().piece.depth;
      progress.notes -= placed.back().piece.note_depth;
      progress.child = placed.back().child;
      progress.inner = placed.back().from;
    }
  }
  progress.rest = Break{progress.child, progress.inner};
}

/// The new piece calls the same notes and needs no more space than the old one.
void Flow::redraw(Placed& placed, Piece&& piece) {
  piece.note_depth = placed.piece.note_depth;
  if (piece.overflows.empty()) piece.overflows = std::move(placed.piece.overflows);
  placed.piece = std::move(piece);
}

void Flow::grow(Progress& progress, const Constraints& constraints, Length spare, Diagnostics& diagnostics) const {
  std::vector<Placed*> growing;
  // With the same notes before it, a piece needs the same space and ends at the same break.
  CalledNotes before;
  const auto draw = [&](Placed& one, Constraints available) {
    before.assign(progress.called.begin(), progress.called.begin() + static_cast<std::ptrdiff_t>(one.called_before));
    available.called = &before;
    return children_[one.child]->place(available, one.from ? *one.from : Break{}, diagnostics);
  };
  for (Placed& one : progress.placed) {
    if (!children_[one.child]->grows()) continue;
    if (!one.piece.rest) {
      growing.push_back(&one);
      continue;
    }
    // An element that continues on the next page takes all the space already: draw it up to the same break.
    Constraints available = one.constraints;
    available.dry = constraints.dry;
    redraw(one, draw(one, available));
  }
  if (growing.empty()) return;
  std::vector<Length> depths = shared_depths(growing, constraints.measure, std::max(spare, Length{}));
  for (std::size_t i = 0; i < growing.size(); ++i) {
    Placed& one = *growing[i];
    // Text after it must be on the grid again.
    if (&one != &progress.placed.back() && grid_ > Length{}) {
      const Length trimmed = Length::units(depths[i].count() - depths[i].count() % grid_.count());
      if (trimmed >= one.piece.depth) depths[i] = trimmed;
    }
    Constraints available = constraints;
    available.depth = depths[i] + one.piece.note_depth;
    available.fill = depths[i];
    available.at_top = true;
    available.unbroken = available.unbroken || !one.piece.next_master;
    Piece piece = draw(one, available);
    piece.depth = depths[i];
    redraw(one, std::move(piece));
  }
}

/// The depths of the growing pieces: equal shares of `spare`, where one that is full leaves its share to the others.
std::vector<Length> Flow::shared_depths(const std::vector<Placed*>& growing, Length measure, Length spare) const {
  std::vector<Length> depths;
  for (const Placed* one : growing) depths.push_back(one->piece.depth);
  std::vector<bool> full(growing.size(), false);
  while (spare > Length{}) {
    const auto open = std::count(full.begin(), full.end(), false);
    if (open == 0) break;
    const Length share = spare / static_cast<std::int64_t>(open);
    if (share == Length{}) break;
    for (std::size_t i = 0; i < growing.size(); ++i) {
      if (full[i]) continue;
      const Length limit = std::max(children_[growing[i]->child]->max_depth(measure), growing[i]->piece.depth);
      const Length step = std::min(share, limit - depths[i]);
      depths[i] += step;
      spare -= step;
      full[i] = depths[i] == limit;
    }
  }
  return depths;
}

/// The least depth, in whole lines, at which all columns hold the rest of the flow; empty if they cannot on this page.
std::optional<Length> Flow::balanced_depth(const Constraints& constraints, const Break& from,
                                           const Columns& columns) const {
  auto fits = [&](Length depth) {
    Constraints trial = constraints;
    trial.depth = depth;
    trial.dry = true;
    trial.at_top = true;
    Diagnostics ignored;
    const Piece piece = fill_columns(trial, from, columns, ignored);
    return !piece.rest && piece.depth <= depth && piece.depth + piece.note_depth <= constraints.depth;
  };
  const std::int64_t line = std::max<std::int64_t>(grid_.count(), Length::units_per_pt);
  std::int64_t low = 1, high = constraints.depth.count() / line;
  if (constraints.unbroken) {  // without limit of depth: the depth of one column that holds everything is enough
    Constraints one = constraints;
    one.dry = true;
    one.measure = column_measure(constraints.measure, columns);
    Diagnostics ignored;
    high = std::min(high, place(one, from, ignored).depth.count() / line + 1);
  }
  if (high < 1 || !fits(Length::units(high * line))) return std::nullopt;
  while (low < high) {
    const std::int64_t middle = (low + high) / 2;
    if (fits(Length::units(middle * line))) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return Length::units(high * line);
}

Piece Flow::place_columns(const Constraints& constraints, const Break& from, const Columns& columns,
                          Diagnostics& diagnostics) const {
  if (columns.count <= 1) return place(constraints, from, diagnostics);
  Constraints available = constraints;
  if (columns.balance) {
    if (const auto depth = balanced_depth(constraints, from, columns)) {
      available.depth = *depth;
      available.at_top = true;
      return fill_columns(available, from, columns, diagnostics);
    }
  }
  // A column leaves space for the notes of the columns before it only. Where later notes overlap the text, all columns
  // must end higher.
  const Length line = std::max(grid_, Length::pt(1));
  for (; available.depth > line; available.depth -= line) {
    Constraints trial = available;
    trial.dry = true;
    Diagnostics ignored;
    const Piece piece = fill_columns(trial, from, columns, ignored);
    if (piece.note_depth == Length{} || piece.depth + piece.note_depth <= constraints.depth) break;
  }
  if (available.depth <= line) available.depth = constraints.depth;
  return fill_columns(available, from, columns, diagnostics);
}

Piece Flow::fill_columns(const Constraints& constraints, const Break& from, const Columns& columns,
                         Diagnostics& diagnostics) const {
  Piece result;
  Constraints available = constraints;
  available.measure = column_measure(constraints.measure, columns);
  available.fill.reset();
  CalledNotes called;
  if (constraints.called) called = *constraints.called;
  available.called = &called;
  std::optional<Break> at = from;
  for (int column = 0; column < columns.count && at; ++column) {
    available.depth = constraints.depth - result.note_depth;
    Piece piece = place(available, *at, diagnostics);
    if (!piece.placed) {
      if (column == 0) return piece;
      continue;
    }
    at = piece.rest;
    result.next_master = piece.next_master;
    called.insert(called.end(), piece.notes.begin(), piece.notes.end());
    result.depth = std::max(result.depth, piece.depth);
    const Length along = (available.measure + columns.gap) * column;
    add_piece(result, std::move(piece), axes_.offset(along, {}));
    if (result.next_master) break;
  }
  result.rest = at;
  return result;
}

}  // namespace banxin::layout
