// Elements without matter of their own: white space, page breaks, notes on their way to the foot.
#pragma once

#include <algorithm>

#include "layout/foot.hpp"

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
  [[nodiscard]] Piece place(const Offer& offer, const Break&, Diagnostics&) const override {
    Piece piece;
    piece.notes = {{note_.get(), {}}};
    const Foot::Fit fit = foot_of(offer).fit(offer, piece.notes, offer.depth);
    piece.placed = fit.begins || offer.at_top;
    piece.note_depth = fit.whole || !piece.placed ? fit.depth : std::max(offer.depth, Length{});
    return piece;
  }

 private:
  std::unique_ptr<Element> note_;
};

}  // namespace banxin::layout
