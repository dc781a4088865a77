// Elements one below the other: spacing, page breaks, keeps, growth. The body of a page, of a column, of a box.
#pragma once

#include "layout/axes.hpp"
#include "layout/element.hpp"

namespace banxin::layout {

class Flow {
 public:
  /// `grid` is the body's leading: what grows ends on it, so that the lines below stay on the baseline grid.
  Flow(Elements children, Axes axes, Length grid);

  /// As many children as the room takes. With `fill`, growing children share the depth that the others leave.
  [[nodiscard]] Piece place(const Offer& offer, const Break& from, Diagnostics& diagnostics) const;
  [[nodiscard]] bool grows() const;
  [[nodiscard]] Length most(Length measure) const;
  /// Everything at this measure, charts at their least, measured only: nothing is painted.
  [[nodiscard]] Piece natural(Length measure, Length note_measure) const;
  /// Reports for `piece` what is deeper than its room, unless it says so itself.
  static void report_overflow(Piece& piece, const Offer& room, Span span);
  [[nodiscard]] const Elements& children() const { return children_; }
  [[nodiscard]] const Axes& axes() const { return axes_; }

  /// Columns of equal measure; balanced ones end level (each break is the least depth that holds everything).
  struct Columns {
    int count = 1;
    Length gap;
    bool balance = true;
  };
  [[nodiscard]] Piece place_columns(const Offer& offer, const Break& from, const Columns& columns,
                                    Diagnostics& diagnostics) const;

 private:
  struct Placed;
  static void redraw(Placed& placed, Piece&& piece);
  void grow(std::vector<Placed>& placed, const Offer& offer, const CalledNotes& called, Length spare,
            Diagnostics& diagnostics) const;
  Piece fill_columns(const Offer& offer, const Break& from, const Columns& columns, Diagnostics& diagnostics) const;

  Elements children_;
  Axes axes_;
  Length grid_;
};

}  // namespace banxin::layout
