// A table: columns as wide as their matter asks, rows that are parted only where one is deeper than
// a page, a head that is repeated on each page.
#pragma once

#include <memory>
#include <vector>

#include "layout/paragraph_element.hpp"
#include "layout/setting.hpp"

namespace banxin::layout {

class TableElement : public Element {
 public:
  using Row = std::vector<std::unique_ptr<ParagraphElement>>;

  /// `head` may be empty; every row has as many cells as `natural` has columns, whose matter takes that on one line.
  /// Cells are placed with `gap` between.
  TableElement(Row head, std::vector<Row> rows, std::vector<Length> natural, Length gap, const Setting& setting,
               Axes axes);

  [[nodiscard]] Piece place(const Offer& offer, const Break& from, Diagnostics& diagnostics) const override;

  /// Measures of columns whose matter would take `natural` on one line: what fits keeps its width, wide columns share
  /// the rest; spare room is given in equal shares.
  static std::vector<Length> share_measure(const std::vector<Length>& natural, Length gap, Length measure);

 private:
  enum class Part { head, row, parted_row };
  /// Whole, or as much of each cell as `offer.depth` takes; from where its cells were broken before.
  Piece place_row(const Row& row, const std::vector<Length>& measures, const Offer& offer, Part part, const Break& from,
                  Diagnostics& diagnostics) const;

  Row head_;
  std::vector<Row> rows_;
  std::vector<Length> natural_;  ///< shared out anew on pages of another measure
  Length gap_;
  const style::BlockStyle& cell_style_;
  const style::BlockStyle& head_style_;
  Axes axes_;
};

}  // namespace banxin::layout
