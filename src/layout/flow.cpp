#include "layout/flow.hpp"

#include <algorithm>
#include <utility>

namespace banxin::layout {

namespace {

constexpr Length tolerance = Length::pt(0.01);

/// Room without end, to measure in.
Offer endless(Length measure, Length note_measure) {
  Offer offer;
  offer.measure = measure;
  offer.depth = Length::pt(1e6);
  offer.at_top = true;
  offer.dry = true;
  offer.unbroken = true;
  offer.note_measure = note_measure;
  return offer;
}

}  // namespace

/// One child's piece on its way into the flow's.
struct Flow::Placed {
  std::size_t child;
  Length gap;  ///< above it
  Piece piece;
  std::shared_ptr<const Break> from;  ///< where in the child the piece began; null: at its start
  Offer room;                         ///< that it took
  std::size_t called_before;          ///< notes called on the page by what stands before it
};

Flow::Flow(Elements children, Axes axes, Length grid) : children_(std::move(children)), axes_(axes), grid_(grid) {}

bool Flow::grows() const {
  return std::any_of(children_.begin(), children_.end(), [](const auto& child) { return child->grows(); });
}

Length Flow::most(Length measure) const {
  Length total;
  Length after;
  Diagnostics unheard;
  for (const auto& child : children_) {
    if (&child != &children_.front()) total += std::max(after, child->space_before);
    const Offer offer = endless(measure, measure);
    total += child->grows() ? child->most(measure) : child->place(offer, {}, unheard).depth;
    after = child->space_after;
  }
  return total;
}

Piece Flow::natural(Length measure, Length note_measure) const {
  Diagnostics unheard;
  return place(endless(measure, note_measure), {}, unheard);
}

void Flow::report_overflow(Piece& piece, const Offer& room, Span span) {
  if (!piece.overflows.empty() || !span.known() || piece.depth <= room.depth + tolerance) return;
  piece.overflows.push_back({span, piece.depth, room.depth});
}

Piece Flow::place(const Offer& offer, const Break& from, Diagnostics& diagnostics) const {
  std::vector<Placed> placed;
  Piece result;
  CalledNotes called;
  if (offer.called) called = *offer.called;
  Length used, notes, after;
  std::size_t child = from.position;
  std::shared_ptr<const Break> inner = from.inner;
  for (; child < children_.size(); ++child) {
    const Element& element = *children_[child];
    if (element.next_master()) {
      if (offer.unbroken) continue;
      result.next_master = element.next_master();
      if (child + 1 < children_.size()) result.rest = Break{child + 1, nullptr};
      break;
    }
    Length gap = placed.empty() ? Length{} : std::max(after, element.space_before);
    if (grid_ > Length{} && element.on_grid()) {
      const std::int64_t over = (used + gap).count() % grid_.count();
      if (over > 0) gap += grid_ - Length::units(over);
    }
    Offer room = offer;
    room.depth = offer.depth - used - gap - notes;
    // What has no depth leaves the top to the next.
    room.at_top = offer.at_top && used == Length{} && notes == Length{};
    room.fill.reset();
    room.called = &called;
    room.dry = offer.dry || element.grows();            // what grows is drawn once its depth is known
    room.last = offer.last && !element.keep_with_next;  // which may yet be taken back to go with the next
    Piece piece = element.place(room, inner ? *inner : Break{}, diagnostics);
    if (!piece.placed) break;
    report_overflow(piece, room, element.span);
    const std::size_t called_before = called.size();
    called.insert(called.end(), piece.notes.begin(), piece.notes.end());
    const auto began = std::exchange(inner, nullptr);
    used += gap + piece.depth;
    notes += piece.note_depth;
    after = element.space_after;
    const bool goes_on = piece.rest.has_value();
    // A page break inside the child ends this flow too, be it the last thing there.
    const std::string* const turn = piece.next_master;
    if (goes_on) {
      result.rest = Break{child, std::make_shared<const Break>(*piece.rest)};
    } else if (turn && child + 1 < children_.size()) {
      result.rest = Break{child + 1, nullptr};
    }
    room.called = nullptr;  // `grow` gives it those called before
    placed.push_back({child, gap, std::move(piece), began, room, called_before});
    result.next_master = turn;
    if (goes_on || turn) break;
  }
  if (child < children_.size() && !result.rest && !result.next_master) {
    // A heading or caption never stays behind when what it belongs to moves on.
    std::size_t kept = placed.size();
    while (kept > 0 && children_[placed[kept - 1].child]->keep_with_next) --kept;
    if (kept > 0 || !offer.at_top) {
      for (; placed.size() > kept; placed.pop_back()) {
        used -= placed.back().gap + placed.back().piece.depth;
        notes -= placed.back().piece.note_depth;
        child = placed.back().child;
        inner = placed.back().from;
      }
    }
    result.rest = Break{child, inner};
    result.placed = !placed.empty();
    if (!result.placed) return result;
  }
  if (!offer.dry) {
    // The depth to fill is that of the matter; notes share the room of the whole.
    const Length spare = offer.fill ? std::min(*offer.fill, offer.depth - notes) - used : Length{};
    grow(placed, offer, called, spare, diagnostics);
  }

  Length across;
  for (Placed& one : placed) {
    across += one.gap;
    const Length depth = one.piece.depth;
    const auto& anchor = children_[one.child]->link_target;
    if (anchor && !one.from) result.anchors.push_back({*anchor, axes_.offset({}, across)});
    take(result, std::move(one.piece), axes_.offset({}, across));
    across += depth;
  }
  result.depth = across;
  return result;
}

/// What is placed again asks for the same notes, and for no more room than it was given.
void Flow::redraw(Placed& placed, Piece&& piece) {
  piece.note_depth = placed.piece.note_depth;
  if (piece.overflows.empty()) piece.overflows = std::move(placed.piece.overflows);
  placed.piece = std::move(piece);
}

void Flow::grow(std::vector<Placed>& placed, const Offer& offer, const CalledNotes& called, Length spare,
                Diagnostics& diagnostics) const {
  std::vector<Placed*> growing;
  // With the same notes before it a piece asks for the same room, and so ends where it ended.
  CalledNotes before;
  const auto draw = [&](Placed& one, Offer room) {
    before.assign(called.begin(), called.begin() + static_cast<std::ptrdiff_t>(one.called_before));
    room.called = &before;
    return children_[one.child]->place(room, one.from ? *one.from : Break{}, diagnostics);
  };
  for (Placed& one : placed) {
    if (!children_[one.child]->grows()) continue;
    if (!one.piece.rest) {
      growing.push_back(&one);
      continue;
    }
    // What goes on elsewhere has taken all the room there is: it is only drawn, up to the same break.
    Offer room = one.room;
    room.dry = offer.dry;
    redraw(one, draw(one, room));
  }
  if (growing.empty()) return;
  spare = std::max(spare, Length{});
  // Equal shares; what one cannot use goes to the others.
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
      const Length most = std::max(children_[growing[i]->child]->most(offer.measure), growing[i]->piece.depth);
      const Length step = std::min(share, most - depths[i]);
      depths[i] += step;
      spare -= step;
      full[i] = depths[i] == most;
    }
  }
  for (std::size_t i = 0; i < growing.size(); ++i) {
    // Whatever follows must find its baselines on the grid again.
    if (growing[i] != &placed.back() && grid_ > Length{}) {
      const Length trimmed = Length::units(depths[i].count() - depths[i].count() % grid_.count());
      if (trimmed >= growing[i]->piece.depth) depths[i] = trimmed;
    }
    Offer room = offer;
    room.depth = depths[i] + growing[i]->piece.note_depth;
    room.fill = depths[i];
    room.at_top = true;
    room.unbroken = room.unbroken || !growing[i]->piece.next_master;
    Piece piece = draw(*growing[i], room);
    piece.depth = depths[i];
    redraw(*growing[i], std::move(piece));
  }
}

Piece Flow::place_columns(const Offer& offer, const Break& from, const Columns& columns,
                          Diagnostics& diagnostics) const {
  if (columns.count <= 1) return place(offer, from, diagnostics);
  if (columns.balance) {
    // The least depth, in whole lines, at which everything that is left fits; if even the whole room is too little,
    // the columns are simply filled and go on elsewhere.
    auto fits = [&](Length depth) {
      Offer trial = offer;
      trial.depth = depth;
      trial.dry = true;
      trial.at_top = true;
      Diagnostics unheard;
      const Piece piece = fill_columns(trial, from, columns, unheard);
      return !piece.rest && piece.depth <= depth && piece.depth + piece.note_depth <= offer.depth;
    };
    const std::int64_t line = std::max<std::int64_t>(grid_.count(), Length::units_per_pt);
    std::int64_t low = 1, high = offer.depth.count() / line;
    if (offer.unbroken) {  // room without end: one column that holds everything is deep enough
      Offer one = offer;
      one.dry = true;
      one.measure = (offer.measure - columns.gap * (columns.count - 1)) / columns.count;
      Diagnostics unheard;
      high = std::min(high, place(one, from, unheard).depth.count() / line + 1);
    }
    if (high >= 1 && fits(Length::units(high * line))) {
      while (low < high) {
        const std::int64_t middle = (low + high) / 2;
        if (fits(Length::units(middle * line))) {
          high = middle;
        } else {
          low = middle + 1;
        }
      }
      Offer level = offer;
      level.depth = Length::units(high * line);
      level.at_top = true;
      return fill_columns(level, from, columns, diagnostics);
    }
  }
  // A column knows the notes of those before it only: where later notes would reach into the text, all end higher.
  Offer room = offer;
  const Length line = std::max(grid_, Length::pt(1));
  for (; room.depth > line; room.depth -= line) {
    Offer trial = room;
    trial.dry = true;
    Diagnostics unheard;
    const Piece piece = fill_columns(trial, from, columns, unheard);
    if (piece.note_depth == Length{} || piece.depth + piece.note_depth <= offer.depth) break;
  }
  if (room.depth <= line) room.depth = offer.depth;
  return fill_columns(room, from, columns, diagnostics);
}

Piece Flow::fill_columns(const Offer& offer, const Break& from, const Columns& columns,
                         Diagnostics& diagnostics) const {
  Piece result;
  Offer room = offer;
  room.measure = (offer.measure - columns.gap * (columns.count - 1)) / columns.count;
  room.fill.reset();
  CalledNotes called;
  if (offer.called) called = *offer.called;
  room.called = &called;
  std::optional<Break> at = from;
  for (int column = 0; column < columns.count && at; ++column) {
    room.depth = offer.depth - result.note_depth;
    Piece piece = place(room, *at, diagnostics);
    if (!piece.placed) {
      if (column == 0) return piece;
      continue;
    }
    at = piece.rest;
    result.next_master = piece.next_master;
    called.insert(called.end(), piece.notes.begin(), piece.notes.end());
    result.depth = std::max(result.depth, piece.depth);
    const Length along = (room.measure + columns.gap) * column;
    take(result, std::move(piece), axes_.offset(along, {}));
    if (result.next_master) break;
  }
  result.rest = at;
  return result;
}

}  // namespace banxin::layout
