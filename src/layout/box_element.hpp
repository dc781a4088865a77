// Blocks in a box with background, padding, a rule at one edge, and columns.
#pragma once

#include "layout/flow.hpp"
#include "style/block_style.hpp"

namespace banxin::layout {

class BoxElement : public Element {
 public:
  BoxElement(Elements children, const style::BlockStyle& style, Flow::Columns columns, Axes axes, Length grid);

  [[nodiscard]] Piece place(const Constraints& constraints, const Break& from, Diagnostics& diagnostics) const override;
  void forget_measures() override {
    measured_.clear();
    flow_.forget_measures();
  }
  /// Children in columns do not grow.
  [[nodiscard]] bool grows() const override { return columns_.count <= 1 && flow_.grows(); }
  [[nodiscard]] Length max_depth(Length measure) const override;
  [[nodiscard]] Length natural_width() const override;

  /// The measure of the children in a box of this measure.
  static Length inner_measure(const style::BlockStyle& style, const Flow::Columns& columns, Length measure);

 private:
  void decorate(Piece& piece, Length measure) const;
  Piece body(const Constraints& inside, const Break& from, Diagnostics& diagnostics) const;

  Flow flow_;
  const style::BlockStyle& style_;
  Flow::Columns columns_;
  Axes axes_;
  Length grid_;
  /// Measured columns. Balancing tries many depths, and each try does the same for nested columns.
  mutable std::vector<std::pair<Constraints, std::pair<Break, Piece>>> measured_;
};

}  // namespace banxin::layout
