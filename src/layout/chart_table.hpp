// The data of a chart in the structure tree: a table whose cells own the items that print their values
// (ISO 32000-1, 14.8.4.3.4; ISO 14289-1, 7.5).
#pragma once

#include <vector>

#include "chart/chart.hpp"
#include "semantics/tree.hpp"

namespace banxin::layout {

/// Every cell has its text as /ActualText, since a drawing prints numbers shorter than a table ("35.2 %" for
/// "35.2 (illustrative)") or omits them. So the data are read once and extracted once.
class ChartTable {
 public:
  ChartTable() = default;
  /// Adds the table under `parent`.
  ChartTable(const model::Chart& chart, Language language, graphics::NodeId parent, semantics::Tree& tree);

  /// Assigns the items of a drawing to the cells whose text they print, all others to `figure`. Items of cells come
  /// last, in the order of the table. A cell without items gets `blank`, an invisible space, next to the cell before
  /// it, since readers skip elements without content.
  [[nodiscard]] graphics::DisplayList assign(graphics::DisplayList drawing, graphics::NodeId figure,
                                             const graphics::Item& blank) const;

 private:
  struct Cell {
    graphics::NodeId node;
    chart::DataCell data;
  };
  void add_row(const std::vector<chart::DataCell>& row, bool head, graphics::NodeId group, semantics::Tree& tree,
               Span span);
  std::vector<Cell> cells_;  // with text, in reading order
};

}  // namespace banxin::layout
