// Elements one below the other: spacing, page breaks, keeps, growth. The body of a page, of a column, of a box.
#pragma once

#include "layout/axes.hpp"
#include "layout/element.hpp"

namespace banxin::layout {

class Flow {
 public:
  /// `grid` is the body's leading: growing elements end on it, so that the lines below stay on the baseline grid.
  Flow(Elements children, Axes axes, Length grid);

  /// Places as many children as fit. With `fill`, growing children share the depth that the others leave.
  [[nodiscard]] Piece place(const Constraints& constraints, const Break& from, Diagnostics& diagnostics) const;
  [[nodiscard]] bool grows() const;
  [[nodiscard]] Length max_depth(Length measure) const;
  /// Measures all children at this measure, growing ones at their least depth. Nothing is painted.
  [[nodiscard]] Piece natural(Length measure, Length note_measure) const;
  /// Reports `piece` if it is deeper than the available space, unless it has reported itself.
  static void report_overflow(Piece& piece, const Constraints& available, Span span);
  void forget_measures() {
    for (const auto& child : children_) child->forget_measures();
  }
  [[nodiscard]] const Elements& children() const { return children_; }
  [[nodiscard]] const Axes& axes() const { return axes_; }

  /// Columns of equal measure. Balanced columns have the least depth at which everything fits.
  struct Columns {
    int count = 1;
    Length gap;
    bool balance = true;
  };
  [[nodiscard]] Piece place_columns(const Constraints& constraints, const Break& from, const Columns& columns,
                                    Diagnostics& diagnostics) const;

 private:
  struct Placed;
  struct Progress;
  void place_children(const Constraints& constraints, Progress& progress, Diagnostics& diagnostics) const;
  Length gap_above(const Element& element, const Progress& progress) const;
  bool place_child(const Constraints& constraints, Length gap, Progress& progress, Diagnostics& diagnostics) const;
  void move_kept(bool at_top, Progress& progress) const;
  static void redraw(Placed& placed, Piece&& piece);
  void grow(Progress& progress, const Constraints& constraints, Length spare, Diagnostics& diagnostics) const;
  std::vector<Length> shared_depths(const std::vector<Placed*>& growing, Length measure, Length spare) const;
  std::optional<Length> balanced_depth(const Constraints& constraints, const Break& from, const Columns& columns) const;
  Piece fill_columns(const Constraints& constraints, const Break& from, const Columns& columns,
                     Diagnostics& diagnostics) const;

  Elements children_;
  Axes axes_;
  Length grid_;
};

}  // namespace banxin::layout
