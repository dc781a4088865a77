// A table: columns with the width of their content, rows that are split only if deeper than a page, a head that is
// repeated on each page.
#pragma once

#include <memory>
#include <vector>

#include "layout/paragraph_element.hpp"
#include "layout/setting.hpp"

namespace banxin::layout {

class TableElement : public Element {
 public:
  using Row = std::vector<std::unique_ptr<ParagraphElement>>;

  /// The rows of the head. A cell that covers columns or rows is where it begins; the others it covers are null.
  struct HeadRow {
    Row cells;
    std::vector<int> spans;       ///< columns of each cell
    std::vector<bool> continues;  ///< by column: a cell covers the row below too, so no rule is drawn
  };

  /// `head` may be empty; with `footed`, the last row is a footer. `natural` has the width of each column's content on
  /// one line, and every row has as many cells. `gap` is the space between cells.
  TableElement(std::vector<HeadRow> head, bool footed, std::vector<Row> rows, std::vector<Length> natural, Length gap,
               const Setting& setting, Axes axes);

  [[nodiscard]] Piece place(const Constraints& constraints, const Break& from, Diagnostics& diagnostics) const override;

  /// Measures of columns with these natural widths: if they do not fit, narrow columns keep their width and wide ones
  /// share the rest; if they do, the spare space is distributed equally.
  static std::vector<Length> share_measure(const std::vector<Length>& natural, Length gap, Length measure);

 private:
  enum class Part { head, row, foot, split_row };
  /// Places the whole row, or as much of each cell as fits, starting where its cells were broken before.
  Piece place_row(const Row& row, const std::vector<Length>& measures, const Constraints& constraints, Part part,
                  const Break& from, Diagnostics& diagnostics, const HeadRow* head = nullptr) const;
  Piece place_head(const std::vector<Length>& measures, const Constraints& constraints, Diagnostics& diagnostics) const;

  std::vector<HeadRow> head_;
  bool footed_;
  std::vector<Row> rows_;
  std::vector<Length> natural_;  ///< widths; the measures depend on the page
  Length gap_;
  const style::BlockStyle& cell_style_;
  const style::BlockStyle& head_style_;
  const style::BlockStyle& foot_style_;
  Axes axes_;
};

}  // namespace banxin::layout
