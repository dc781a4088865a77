// Cells side by side, each a flow of its own; never parted by a page's end.
#pragma once

#include <memory>
#include <vector>

#include "layout/flow.hpp"
#include "style/block_style.hpp"

namespace banxin::layout {

class RowElement : public Element {
 public:
  /// `shares` of the measure, one a cell, any scale.
  RowElement(std::vector<std::unique_ptr<Flow>> cells, std::vector<double> shares, const style::BlockStyle& style,
             Axes axes);

  [[nodiscard]] Piece place(const Offer& offer, const Break& from, Diagnostics& diagnostics) const override;
  [[nodiscard]] bool grows() const override;
  [[nodiscard]] Length most(Length measure) const override;

  static std::vector<Length> measures(const std::vector<double>& shares, Length gap, Length measure);

 private:
  std::vector<std::unique_ptr<Flow>> cells_;
  std::vector<double> shares_;
  Length gap_;
  Axes axes_;
};

}  // namespace banxin::layout
