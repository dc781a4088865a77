#include "layout/foot.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace banxin::layout {

namespace {

constexpr Length aside_gap = Length::pt(12);  ///< between a note and an aside on its line

/// Notes in printing order: asides last, each key once.
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

/// The notes placed so far, from top to bottom.
class Foot::Stack {
 public:
  Stack(const Foot& foot, const Constraints& constraints, Diagnostics& diagnostics)
      : foot_(foot), offer_(constraints), diagnostics_(diagnostics) {}

  /// Adds the notes that fit into `limit`; the others go to `rest`.
  void add(CalledNotes notes, Length limit, CalledNotes& rest) {
    for (std::size_t i = 0; i < notes.size(); ++i) {
      const Length gap = gap_above(*notes[i].note);
      Constraints available = offer_;
      available.measure = offer_.note_measure;
      available.depth = limit - placed.depth - gap;
      available.at_top = offer_.at_top && placed.depth == Length{};
      available.fill.reset();
      available.called = nullptr;
      Piece piece = notes[i].note->place(available, notes[i].from, diagnostics_);
      if (!piece.placed) {
        rest.insert(rest.end(), notes.begin() + static_cast<std::ptrdiff_t>(i), notes.end());
        return;
      }
      if (placed.depth == Length{}) continued_ = !notes[i].from.at_start();
      // Notes on a note follow it, in the order of their numbers.
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
        Constraints available = offer_;
        available.measure = offer_.note_measure;
        available.depth = Length::pt(1e6);
        available.fill.reset();
        add_piece(placed, one.note->place(available, one.from, diagnostics_), foot_.axes_.offset({}, last_top_));
        open_line_ = false;
      } else {
        add({one}, Length::pt(1e6), none);
      }
    }
  }

  /// Adds the rule above notes that are called in the text, not above asides alone.
  void add_rule(bool notes_placed) {
    const style::BlockStyle* style = foot_.style_;
    if (!style || !notes_placed || offer_.dry || style->rule.side != style::Rule::Side::top) return;
    const style::Rule& rule = style->rule;
    const bool whole = continued_ || rule.length == Length{} || rule.length > offer_.note_measure;
    graphics::Shape shape;
    shape.path.rect(foot_.axes_.rect({}, style->space_before, whole ? offer_.note_measure : rule.length, rule.width));
    shape.fill = graphics::Paint{.source = rule.color};
    placed.items.insert(placed.items.begin(), {.what = std::move(shape), .node = graphics::artifact, .span = {}});
  }

  Piece placed;

 private:
  [[nodiscard]] Length gap_above(const Element& note) const {
    if (placed.depth > Length{} || !foot_.style_) return note.space_before;
    return foot_.style_->space_before + foot_.style_->padding.top;
  }

  void put(const Element& note, Piece&& piece, Length gap) {
    const Length depth = piece.depth;
    piece.notes.clear();  // they are added to this foot too
    piece.note_depth = Length{};
    last_top_ = placed.depth + gap;
    last_width_ = note.natural_width();
    open_line_ = last_width_ > Length{} && last_width_ <= offer_.note_measure;
    add_piece(placed, std::move(piece), foot_.axes_.offset({}, last_top_));
    placed.depth = last_top_ + depth;
  }

  const Foot& foot_;
  const Constraints& offer_;
  Diagnostics& diagnostics_;
  Length last_top_, last_width_;  // of the line that an aside may share
  bool open_line_ = false, continued_ = false;
};

Foot::Foot(const style::StyleSheet& styles, Axes axes)
    : style_(styles.has("notes") ? &styles.get("notes") : nullptr), axes_(axes) {}

Piece Foot::place(const CalledNotes& notes, const Constraints& constraints, CalledNotes& rest,
                  Diagnostics& diagnostics) const {
  auto [plain, asides] = sorted(notes);
  Length limit = Length::pt(1e6);
  if (!plain.empty() && constraints.depth < depth(notes, constraints.note_measure)) {
    limit = constraints.depth - depth(asides, constraints.note_measure);
  }
  Stack stack(*this, constraints, diagnostics);
  stack.add(std::move(plain), limit, rest);
  const bool notes_placed = stack.placed.depth > Length{};
  stack.add_asides(asides);
  stack.add_rule(notes_placed);
  return std::move(stack.placed);
}

Length Foot::depth(const CalledNotes& notes, Length measure) const {
  if (notes.empty()) return {};
  Constraints constraints;
  constraints.measure = constraints.note_measure = measure;
  constraints.dry = true;
  Diagnostics ignored;
  CalledNotes none;
  auto [plain, asides] = sorted(notes);
  Stack stack(*this, constraints, ignored);
  stack.add(std::move(plain), Length::pt(1e6), none);
  stack.add_asides(asides);
  return stack.placed.depth;
}

Foot::Fit Foot::fit(const Constraints& constraints, const CalledNotes& added, Length space) const {
  Fit fit;
  const CalledNotes none;
  const CalledNotes& before = constraints.called ? *constraints.called : none;
  const Length used = depth(before, constraints.note_measure);
  CalledNotes all = before;
  all.insert(all.end(), added.begin(), added.end());
  fit.depth = depth(all, constraints.note_measure) - used;
  fit.whole = fit.depth <= space;
  fit.begins = fit.whole;
  if (fit.whole || added.empty() || space <= Length{}) return fit;
  Constraints limited;
  limited.measure = limited.note_measure = constraints.note_measure;
  limited.depth = used + space;
  limited.dry = true;
  Diagnostics ignored;
  CalledNotes rest;
  const Piece piece = place(all, limited, rest, ignored);
  fit.begins = piece.depth <= limited.depth && rest.size() == 1 && rest.front().note == added.back().note &&
               !rest.front().from.at_start();
  return fit;
}

const Foot& foot_of(const Constraints& constraints) {
  static const Foot plain;
  return constraints.foot ? *constraints.foot : plain;
}

}  // namespace banxin::layout
