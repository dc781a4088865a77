// A box of blocks in a style: background, padding, a rule at one side, columns.
#pragma once

#include "layout/flow.hpp"
#include "style/block_style.hpp"

namespace banxin::layout {

class BoxElement : public Element {
 public:
  BoxElement(Elements children, const style::BlockStyle& style, Flow::Columns columns, Axes axes, Length grid);

  [[nodiscard]] Piece place(const Offer& offer, const Break& from, Diagnostics& diagnostics) const override;
  [[nodiscard]] bool grows() const override { return flow_.grows(); }
  [[nodiscard]] Length most(Length measure) const override;
  [[nodiscard]] Length natural_width() const override;

  /// The measure that the children get in a box of this measure.
  static Length inner_measure(const style::BlockStyle& style, const Flow::Columns& columns, Length measure);

 private:
  void decorate(Piece& piece, Length measure) const;

  Flow flow_;
  const style::BlockStyle& style_;
  Flow::Columns columns_;
  Axes axes_;
  Length grid_;
};

}  // namespace banxin::layout
