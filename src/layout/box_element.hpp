// A box of blocks in a style: background, padding, a rule at one side, columns.
#pragma once

#include "layout/flow.hpp"
#include "style/block_style.hpp"

namespace banxin::layout {

class BoxElement : public Element {
 public:
  BoxElement(Elements children, const style::BlockStyle& style, Flow::Columns columns, Axes axes, Length grid);

  [[nodiscard]] Piece place(const Offer& offer, const Break& from, Diagnostics& diagnostics) const override;
  /// What stands in columns does not grow.
  [[nodiscard]] bool grows() const override { return columns_.count <= 1 && flow_.grows(); }
  [[nodiscard]] Length most(Length measure) const override;
  [[nodiscard]] Length natural_width() const override;

  /// The measure that the children get in a box of this measure.
  static Length inner_measure(const style::BlockStyle& style, const Flow::Columns& columns, Length measure);

 private:
  void decorate(Piece& piece, Length measure) const;
  Piece body(const Offer& inside, const Break& from, Diagnostics& diagnostics) const;

  Flow flow_;
  const style::BlockStyle& style_;
  Flow::Columns columns_;
  Axes axes_;
  Length grid_;
  /// Measured columns. Levelling them tries many depths, and each of those tries many in the columns inside.
  mutable std::vector<std::pair<Offer, std::pair<Break, Piece>>> measured_;
};

}  // namespace banxin::layout
