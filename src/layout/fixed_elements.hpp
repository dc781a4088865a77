// Elements without content: space, page breaks, references to notes at the foot.
#pragma once

#include <algorithm>

#include "layout/foot.hpp"

namespace banxin::layout {

/// Vertical space; none at the top of a page. It does not separate a heading from its text and does not end a page.
class SpaceElement : public Element {
 public:
  explicit SpaceElement(Length depth) : depth_(depth) { keep_with_next = true; }
  [[nodiscard]] Piece place(const Constraints& constraints, const Break&, Diagnostics&) const override {
    Piece piece;
    piece.depth = constraints.at_top ? Length{} : std::min(depth_, constraints.depth);
    return piece;
  }

 private:
  Length depth_;
};

class PageBreakElement : public Element {
 public:
  explicit PageBreakElement(std::string master) : master_(std::move(master)) {}
  [[nodiscard]] Piece place(const Constraints&, const Break&, Diagnostics&) const override { return {}; }
  [[nodiscard]] const std::string* next_master() const override { return &master_; }

 private:
  std::string master_;
};

/// Takes no space itself; its note takes space at the foot of the page.
class FootNoteElement : public Element {
 public:
  explicit FootNoteElement(std::unique_ptr<Element> note) : note_(std::move(note)) {}
  [[nodiscard]] Piece place(const Constraints& constraints, const Break&, Diagnostics&) const override {
    Piece piece;
    piece.notes = {{note_.get(), {}}};
    const Foot::Fit fit = foot_of(constraints).fit(constraints, piece.notes, constraints.depth);
    piece.placed = fit.begins || constraints.at_top;
    piece.note_depth = fit.whole || !piece.placed ? fit.depth : std::max(constraints.depth, Length{});
    return piece;
  }

 private:
  std::unique_ptr<Element> note_;
};

}  // namespace banxin::layout
