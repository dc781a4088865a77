// The foot of a page: notes one below the other above the end of the type area, under a rule. A note that does not fit
// goes on at the foot of the next page.
#pragma once

#include "layout/axes.hpp"
#include "layout/element.hpp"
#include "style/style_sheet.hpp"

namespace banxin::layout {

class Foot {
 public:
  /// Notes without a rule above them.
  Foot() = default;
  /// The style `notes` gives the rule above them, the white around it and its length. A foot that begins in the middle
  /// of a note has a rule as long as the measure.
  Foot(const style::StyleSheet& styles, Axes axes);

  /// What it takes to add notes to those that a page has already.
  struct Fit {
    Length depth;         ///< of what is added, whole
    bool whole = false;   ///< it fits
    bool begins = false;  ///< all but the last fit, and of that as much as may stand alone
  };
  /// `room` is what is left for the notes that are added. Equal notes (two charts that say the same of their data)
  /// take room once.
  [[nodiscard]] Fit fit(const Offer& offer, const CalledNotes& added, Length room) const;

  /// Places what `offer.depth` takes, in the order called; what is left goes to `rest`. Asides are always placed.
  /// With `offer.at_top` at least a line is, so that notes come to an end.
  Piece place(const CalledNotes& notes, const Offer& offer, CalledNotes& rest, Diagnostics& diagnostics) const;

  /// The depth of all notes where nothing limits it.
  [[nodiscard]] Length depth(const CalledNotes& notes, Length measure) const;

 private:
  class Stack;
  const style::BlockStyle* style_ = nullptr;
  Axes axes_;
};

/// The foot of the page that is offered.
const Foot& foot_of(const Offer& offer);

}  // namespace banxin::layout
