#include "layout/chart_table.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

namespace banxin::layout {

using graphics::DisplayList;
using graphics::GlyphRun;
using graphics::Item;
using graphics::NodeId;
using semantics::HeaderScope;
using semantics::Role;

ChartTable::ChartTable(const model::Chart& chart, Language language, NodeId parent, semantics::Tree& tree) {
  const auto rows = chart::data_cells(chart, language);
  if (rows.size() < 2) return;
  const NodeId table = tree.add(parent, Role::table, chart.span);
  add_row(rows.front(), true, tree.add(table, Role::table_head, chart.span), tree, chart.span);
  const NodeId body = tree.add(table, Role::table_body, chart.span);
  for (std::size_t i = 1; i < rows.size(); ++i) add_row(rows[i], false, body, tree, chart.span);
}

void ChartTable::add_row(const std::vector<chart::DataCell>& row, bool head, NodeId group, semantics::Tree& tree,
                         Span span) {
  const NodeId row_node = tree.add(group, Role::table_row, span);
  for (std::size_t column = 0; column < row.size(); ++column) {
    const chart::DataCell& data = row[column];
    if (data.rows == 0) continue;
    const bool header = head || column == 0;
    const NodeId cell = tree.add(row_node, header ? Role::table_header : Role::table_cell, data.span);
    if (header) tree[cell].scope = head ? HeaderScope::column : HeaderScope::row;
    tree[cell].row_span = data.rows;
    if (data.blank()) continue;
    // The text is on an element within the cell: with /ActualText on the cell itself some readers ignore the cell.
    const NodeId words = tree.add(cell, Role::span, data.span);
    tree[words].actual_text = data.text;
    cells_.push_back({words, data});
  }
}

DisplayList ChartTable::assign(DisplayList drawing, NodeId figure, const Item& blank) const {
  std::vector<DisplayList> printed(cells_.size());
  std::vector<std::string_view> remaining;
  for (const Cell& cell : cells_) remaining.emplace_back(cell.data.text);
  // The cell that these words belong to: preferably one whose text contains them and has not been printed yet.
  const auto owner = [&](Span span, std::string_view words) -> std::optional<std::size_t> {
    std::optional<std::size_t> origin;
    for (std::size_t i = 0; i < cells_.size(); ++i) {
      const chart::DataCell& data = cells_[i].data;
      const bool own = data.span == span;
      if (!own && std::find(data.remarks.begin(), data.remarks.end(), span) == data.remarks.end()) continue;
      if (const std::size_t at = remaining[i].find(words); at != std::string_view::npos) {
        remaining[i].remove_prefix(at + words.size());
        return i;
      }
      if (own && !origin) origin = i;
    }
    return origin;
  };
  DisplayList items;
  for (Item& item : drawing) {
    const auto* run = std::get_if<GlyphRun>(&item.what);
    const auto cell = run && item.span.known() ? owner(item.span, run->text) : std::nullopt;
    item.node = cell ? cells_[*cell].node : figure;
    (cell ? printed[*cell] : items).push_back(std::move(item));
  }
  Point at;
  for (std::size_t i = 0; i < cells_.size(); ++i) {
    if (printed[i].empty()) {
      Item space = blank;
      space.node = cells_[i].node;
      if (auto* run = std::get_if<GlyphRun>(&space.what)) run->origin = at;
      items.push_back(std::move(space));
      continue;
    }
    at = std::get<GlyphRun>(printed[i].front().what).origin;
    for (Item& item : printed[i]) items.push_back(std::move(item));
  }
  return items;
}

}  // namespace banxin::layout
