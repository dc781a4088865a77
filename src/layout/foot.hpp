// The foot of a page: notes below a rule at the end of the text area. A note that does not fit continues at the foot of
// the next page.
#pragma once

#include "layout/axes.hpp"
#include "layout/element.hpp"
#include "style/style_sheet.hpp"

namespace banxin::layout {

class Foot {
 public:
  /// Notes without a rule above them.
  Foot() = default;
  /// The style `notes` has the rule above them with its spacing and length. A foot that begins with a continued note
  /// has a rule of the whole measure.
  Foot(const style::StyleSheet& styles, Axes axes);

  /// Whether notes fit in addition to those already on a page.
  struct Fit {
    Length depth;         ///< of the added notes as a whole
    bool whole = false;   ///< all fit
    bool begins = false;  ///< all but the last fit, and enough lines of the last
  };
  /// `space` is the depth available for the added notes. Equal notes (the provenance of two charts) take space once.
  [[nodiscard]] Fit fit(const Constraints& constraints, const CalledNotes& added, Length space) const;

  /// Places the notes that fit into `constraints.depth`, in the order of their calls; the others go to `rest`. Asides
  /// are always placed. With `constraints.at_top` at least one line is placed, so that all notes are printed
  /// eventually.
  Piece place(const CalledNotes& notes, const Constraints& constraints, CalledNotes& rest,
              Diagnostics& diagnostics) const;

  /// The depth of all notes without limit.
  [[nodiscard]] Length depth(const CalledNotes& notes, Length measure) const;

 private:
  class Stack;
  const style::BlockStyle* style_ = nullptr;
  Axes axes_;
};

/// The foot of the page.
const Foot& foot_of(const Constraints& constraints);

}  // namespace banxin::layout
