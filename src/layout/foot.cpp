#include "layout/foot.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace banxin::layout {

namespace {

constexpr Length aside_gap = Length::pt(12);  ///< between a note and what stands at the far end of its line

/// Notes in the order they stand in: asides last, each key once.
std::pair<CalledNotes, CalledNotes> sorted(const CalledNotes& notes) {
  CalledNotes plain, asides;
  std::set<std::string> printed;
  for (const CalledNote& one : notes) {
    if (!one.note->note_key.empty() && !printed.insert(one.note->note_key).second) continue;
    (one.note->aside ? asides : plain).push_back(one);
  }
  return {std::move(plain), std::move(asides)};
}

}  // namespace

/// Notes on their way down the foot.
class Foot::Stack {
 public:
  Stack(const Foot& foot, const Offer& offer, Diagnostics& diagnostics)
      : foot_(foot), offer_(offer), diagnostics_(diagnostics) {}

  /// As many as `limit` takes; what is left goes to `rest`.
  void add(CalledNotes notes, Length limit, CalledNotes& rest) {
    for (std::size_t i = 0; i < notes.size(); ++i) {
      const Length gap = gap_above(*notes[i].note);
      Offer room = offer_;
      room.measure = offer_.note_measure;
      room.depth = limit - pile.depth - gap;
      room.at_top = offer_.at_top && pile.depth == Length{};
      room.fill.reset();
      room.called = nullptr;
      Piece piece = notes[i].note->place(room, notes[i].from, diagnostics_);
      if (!piece.placed) {
        rest.insert(rest.end(), notes.begin() + static_cast<std::ptrdiff_t>(i), notes.end());
        return;
      }
      if (pile.depth == Length{}) continued_ = !notes[i].from.at_start();
      // Notes on a note come behind it, as they are numbered.
      notes.insert(notes.begin() + static_cast<std::ptrdiff_t>(i) + 1, piece.notes.begin(), piece.notes.end());
      if (piece.rest) {
        rest.push_back({notes[i].note, *piece.rest});
        rest.insert(rest.end(), notes.begin() + static_cast<std::ptrdiff_t>(i) + 1, notes.end());
        put(*notes[i].note, std::move(piece), gap);
        return;
      }
      put(*notes[i].note, std::move(piece), gap);
    }
  }

  void add_asides(const CalledNotes& asides) {
    CalledNotes none;
    for (const CalledNote& one : asides) {
      const Length width = one.note->natural_width();
      if (open_line_ && last_width_ + width + aside_gap <= offer_.note_measure) {
        Offer room = offer_;
        room.measure = offer_.note_measure;
        room.depth = Length::pt(1e6);
        room.fill.reset();
        take(pile, one.note->place(room, one.from, diagnostics_), foot_.axes_.offset({}, last_top_));
        open_line_ = false;
      } else {
        add({one}, Length::pt(1e6), none);
      }
    }
  }

  /// The rule stands above what was called in the text, not above asides alone.
  void rule_off(bool notes_placed) {
    const style::BlockStyle* style = foot_.style_;
    if (!style || !notes_placed || offer_.dry || style->rule.side != style::Rule::Side::top) return;
    const style::Rule& rule = style->rule;
    const bool whole = continued_ || rule.length == Length{} || rule.length > offer_.note_measure;
    graphics::Shape shape;
    shape.path.rect(foot_.axes_.rect({}, style->space_before, whole ? offer_.note_measure : rule.length, rule.width));
    shape.fill = graphics::Paint{.source = rule.color};
    pile.items.insert(pile.items.begin(), {.what = std::move(shape), .node = graphics::artifact, .span = {}});
  }

  Piece pile;

 private:
  [[nodiscard]] Length gap_above(const Element& note) const {
    if (pile.depth > Length{} || !foot_.style_) return note.space_before;
    return foot_.style_->space_before + foot_.style_->padding.top;
  }

  void put(const Element& note, Piece&& piece, Length gap) {
    const Length depth = piece.depth;
    piece.notes.clear();  // they stand in this foot as well
    piece.note_depth = Length{};
    last_top_ = pile.depth + gap;
    last_width_ = note.natural_width();
    open_line_ = last_width_ > Length{} && last_width_ <= offer_.note_measure;
    take(pile, std::move(piece), foot_.axes_.offset({}, last_top_));
    pile.depth = last_top_ + depth;
  }

  const Foot& foot_;
  const Offer& offer_;
  Diagnostics& diagnostics_;
  Length last_top_, last_width_;  // of the line that an aside may join
  bool open_line_ = false, continued_ = false;
};

Foot::Foot(const style::StyleSheet& styles, Axes axes)
    : style_(styles.has("notes") ? &styles.get("notes") : nullptr), axes_(axes) {}

Piece Foot::place(const CalledNotes& notes, const Offer& offer, CalledNotes& rest, Diagnostics& diagnostics) const {
  auto [plain, asides] = sorted(notes);
  Length limit = Length::pt(1e6);
  if (!plain.empty() && offer.depth < depth(notes, offer.note_measure)) {
    limit = offer.depth - depth(asides, offer.note_measure);
  }
  Stack stack(*this, offer, diagnostics);
  stack.add(std::move(plain), limit, rest);
  const bool notes_placed = stack.pile.depth > Length{};
  stack.add_asides(asides);
  stack.rule_off(notes_placed);
  return std::move(stack.pile);
}

Length Foot::depth(const CalledNotes& notes, Length measure) const {
  if (notes.empty()) return {};
  Offer offer;
  offer.measure = offer.note_measure = measure;
  offer.dry = true;
  Diagnostics unheard;
  CalledNotes none;
  auto [plain, asides] = sorted(notes);
  Stack stack(*this, offer, unheard);
  stack.add(std::move(plain), Length::pt(1e6), none);
  stack.add_asides(asides);
  return stack.pile.depth;
}

Foot::Fit Foot::fit(const Offer& offer, const CalledNotes& added, Length room) const {
  Fit fit;
  const CalledNotes none;
  const CalledNotes& before = offer.called ? *offer.called : none;
  const Length used = depth(before, offer.note_measure);
  CalledNotes all = before;
  all.insert(all.end(), added.begin(), added.end());
  fit.depth = depth(all, offer.note_measure) - used;
  fit.whole = fit.depth <= room;
  fit.begins = fit.whole;
  if (fit.whole || added.empty() || room <= Length{}) return fit;
  Offer limited;
  limited.measure = limited.note_measure = offer.note_measure;
  limited.depth = used + room;
  limited.dry = true;
  Diagnostics unheard;
  CalledNotes rest;
  const Piece piece = place(all, limited, rest, unheard);
  fit.begins = piece.depth <= limited.depth && rest.size() == 1 && rest.front().note == added.back().note &&
               !rest.front().from.at_start();
  return fit;
}

const Foot& foot_of(const Offer& offer) {
  static const Foot plain;
  return offer.foot ? *offer.foot : plain;
}

}  // namespace banxin::layout
