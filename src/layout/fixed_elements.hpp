// Elements without matter of their own: white space, page breaks, notes on their way to the foot.
#pragma once

#include <algorithm>

#include "layout/element.hpp"

namespace banxin::layout {

/// White space; none of it at the top of a page. It never parts a heading from its text, nor ends a page.
class SpaceElement : public Element {
 public:
  explicit SpaceElement(Length depth) : depth_(depth) { keep_with_next = true; }
  [[nodiscard]] Piece place(const Offer& offer, const Break&, Diagnostics&) const override {
    Piece piece;
    piece.depth = offer.at_top ? Length{} : std::min(depth_, offer.depth);
    return piece;
  }

 private:
  Length depth_;
};

class PageBreakElement : public Element {
 public:
  explicit PageBreakElement(std::string master) : master_(std::move(master)) {}
  [[nodiscard]] Piece place(const Offer&, const Break&, Diagnostics&) const override { return {}; }
  [[nodiscard]] const std::string* next_master() const override { return &master_; }

 private:
  std::string master_;
};

/// Takes no room where it stands and asks for room at the foot of its page.
class FootNoteElement : public Element {
 public:
  explicit FootNoteElement(std::unique_ptr<Element> note) : note_(std::move(note)) {}
  [[nodiscard]] Piece place(const Offer& offer, const Break&, Diagnostics& diagnostics) const override {
    Offer foot = offer;
    foot.measure = offer.note_measure;
    foot.depth = Length::pt(1e6);
    foot.at_top = true;
    foot.dry = true;
    foot.fill.reset();
    Piece piece;
    piece.notes = {note_.get()};
    const Piece set = note_->place(foot, {}, diagnostics);
    piece.note_depth = note_->space_before + set.depth + set.note_depth;
    piece.placed = piece.note_depth <= offer.depth || offer.at_top;
    return piece;
  }

 private:
  std::unique_ptr<Element> note_;
};

}  // namespace banxin::layout
