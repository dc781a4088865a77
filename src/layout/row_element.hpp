// Cells side by side, each a flow of its own. Where a page ends they are parted together and go on side by side.
#pragma once

#include <map>
#include <memory>
#include <vector>

#include "layout/flow.hpp"
#include "style/block_style.hpp"

namespace banxin::layout {

class RowElement : public Element {
 public:
  /// `shares` of the measure, one a cell, any scale.
  RowElement(std::vector<std::unique_ptr<Flow>> cells, std::vector<double> shares, const style::BlockStyle& style,
             Axes axes, Length grid);

  /// Whole where it fits; else as much of each cell as the room takes. If some cell cannot be parted here, the whole
  /// row moves on to the next page; at its top what is too deep for any page stands all the same (Piece::overflows).
  [[nodiscard]] Piece place(const Offer& offer, const Break& from, Diagnostics& diagnostics) const override;
  [[nodiscard]] bool grows() const override;
  [[nodiscard]] Length most(Length measure) const override;

  static std::vector<Length> measures(const std::vector<double>& shares, Length gap, Length measure);

 private:
  struct Parted;
  [[nodiscard]] const Piece& natural(Length measure, Length note_measure) const;
  Piece place_whole(const Offer& offer, Length depth, Diagnostics& diagnostics) const;
  Parted part(const Offer& offer, const Break& from, std::optional<Length> fill, Diagnostics& diagnostics) const;

  std::vector<std::unique_ptr<Flow>> cells_;
  std::vector<double> shares_;
  Length gap_, grid_;
  Axes axes_;
  bool keep_together_;
  /// By measures: rows within rows are measured once, not once for each time that a row around them is.
  mutable std::map<std::pair<Length, Length>, Piece> natural_;
};

}  // namespace banxin::layout
