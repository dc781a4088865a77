// A chart's data in the structure tree: a table whose cells own what the drawing prints for them
// (ISO 32000-1, 14.8.4.3.4; ISO 14289-1, 7.5).
#pragma once

#include <vector>

#include "chart/chart.hpp"
#include "semantics/tree.hpp"

namespace banxin::layout {

/// Every cell says its text as /ActualText, since a drawing prints numbers shorter than a table must ("35.2 %" for
/// "35.2 (illustrative)") or not at all; so the data are read once, and extracted once, as they are printed.
class ChartTable {
 public:
  ChartTable() = default;
  /// Adds the table under `parent`.
  ChartTable(const model::Chart& chart, Language language, graphics::NodeId parent, semantics::Tree& tree);

  /// Gives the items of a drawing to the cells that they print; all others to `figure`. What belongs to cells stands
  /// behind the rest, in the order of the table. A cell of which nothing is printed gets `blank`, an invisible
  /// space, beside the cell before it, since readers skip elements without content.
  [[nodiscard]] graphics::DisplayList assign(graphics::DisplayList drawing, graphics::NodeId figure,
                                             const graphics::Item& blank) const;

 private:
  struct Cell {
    graphics::NodeId node;
    chart::DataCell data;
  };
  void add_row(const std::vector<chart::DataCell>& row, bool head, graphics::NodeId group, semantics::Tree& tree,
               Span span);
  std::vector<Cell> cells_;  // that say something, in reading order
};

}  // namespace banxin::layout
