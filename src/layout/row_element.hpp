// Cells side by side, each a flow. At the end of a page they are split together and continue side by side.
#pragma once

#include <map>
#include <memory>
#include <vector>

#include "layout/flow.hpp"
#include "style/block_style.hpp"

namespace banxin::layout {

class RowElement : public Element {
 public:
  /// `shares` of the measure, one for each cell, on any scale.
  RowElement(std::vector<std::unique_ptr<Flow>> cells, std::vector<double> shares, const style::BlockStyle& style,
             Axes axes, Length grid);

  /// The whole row if it fits, else as much of each cell as fits. If a cell cannot be split here, the whole row moves
  /// to the next page. At the top of a page, what is too deep is placed anyway (Piece::overflows).
  [[nodiscard]] Piece place(const Constraints& constraints, const Break& from, Diagnostics& diagnostics) const override;
  void forget_measures() override {
    natural_.clear();
    for (const auto& cell : cells_) cell->forget_measures();
  }
  [[nodiscard]] bool grows() const override;
  [[nodiscard]] Length max_depth(Length measure) const override;

  static std::vector<Length> measures(const std::vector<double>& shares, Length gap, Length measure);

 private:
  struct Split;
  [[nodiscard]] const Piece& natural(Length measure, Length note_measure) const;
  Piece place_whole(const Constraints& constraints, Length depth, Diagnostics& diagnostics) const;
  Split place_split(const Constraints& constraints, const Break& from, std::optional<Length> fill,
                    Diagnostics& diagnostics) const;

  std::vector<std::unique_ptr<Flow>> cells_;
  std::vector<double> shares_;
  Length gap_, grid_;
  Axes axes_;
  bool keep_together_;
  /// By measures: nested rows are measured only once.
  mutable std::map<std::pair<Length, Length>, Piece> natural_;
};

}  // namespace banxin::layout
