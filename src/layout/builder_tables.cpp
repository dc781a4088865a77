// Tables: cells as paragraphs, columns aligned, structure with headers and their scope.
#include <algorithm>

#include "chart/numbers.hpp"
#include "layout/builder.hpp"
#include "layout/flow_element.hpp"
#include "layout/table_element.hpp"
#include "text/label.hpp"

namespace banxin::layout {

using graphics::NodeId;
using semantics::HeaderScope;
using semantics::Role;

/// What follows the whole part of a number, its decimals and its unit, takes as much room in every cell of the column.
void Builder::align_decimals(const model::Table& table, std::size_t column, const text::TextStyle& style,
                             std::vector<TableElement::Row>& rows) {
  std::vector<Length> rests;
  Length widest;
  Diagnostics unheard;  // the cells themselves are set as well
  for (const auto& texts : table.rows) {
    const std::string printed = column < texts.size() ? texts[column].plain() : std::string{};
    const std::string rest = chart::part_at_decimal(printed).second;
    const Language language = setting_.styled.document.lang.language;
    Length width;
    if (!rest.empty()) {
      // As it stands behind a digit, with the white that may stand between them.
      width = text::set_label("0" + rest, style, language, setting_.fonts, unheard).width -
              text::set_label("0", style, language, setting_.fonts, unheard).width;
    }
    rests.push_back(width);
    widest = std::max(widest, width);
  }
  for (std::size_t row = 0; row < rows.size(); ++row) {
    if (column < rows[row].size() && rows[row][column]) rows[row][column]->set_end_margin(widest - rests[row]);
  }
}

Builder::ElementPtr Builder::build_table(const model::Block& block, const model::Table& table, const Place& place) {
  auto& tree = target_.tree;
  const auto& styles = setting_.styles();
  const Length gap = styles.get("table").column_gap;
  std::size_t columns = table.header.size();
  for (const auto& row : table.rows) columns = std::max(columns, row.size());
  if (columns == 0) return nullptr;

  // Each column's own variant of the cell style: numbers align at the end, in tabular figures.
  auto variant = [&](std::string_view base, std::size_t column) -> const style::BlockStyle& {
    style::BlockStyle style = styles.get(base);
    if (column < table.align.size()) {
      const std::string& align = table.align[column];
      if (align == "end" || align == "decimal") style.paragraph.align = text::Align::end;
      if (align == "center") style.paragraph.align = text::Align::center;
      if (align == "start") style.paragraph.align = text::Align::start;
      if (align == "decimal") style.text.numerals = text::Numerals::tabular;
    }
    variants_.push_back(std::move(style));
    return variants_.back();
  };
  std::vector<const style::BlockStyle*> cell_styles, head_styles;
  for (std::size_t column = 0; column < columns; ++column) {
    cell_styles.push_back(&variant("table-cell", column));
    head_styles.push_back(&variant("table-header", column));
  }

  const NodeId table_node = tree.add(place.parent, Role::table, block.span);
  // The caption is read first, as it stands above.
  const NodeId caption =
      table.caption.empty() ? graphics::artifact : tree.add(table_node, Role::caption, table.caption.span);
  std::unique_ptr<ParagraphElement> words;  // first, since its notes are numbered first
  if (!table.caption.empty()) words = paragraph(table.caption, styles.get("table-caption"), caption, place);
  std::vector<Length> natural(columns);
  auto make_row = [&](NodeId group, const std::vector<model::InlineText>& texts, bool head) {
    const NodeId row_node = tree.add(group, Role::table_row, block.span);
    TableElement::Row row(columns);
    for (std::size_t column = 0; column < texts.size(); ++column) {
      const bool header = head || (table.row_headers && column == 0);
      const NodeId cell = tree.add(row_node, header ? Role::table_header : Role::table_cell, texts[column].span);
      if (header) tree[cell].scope = head ? HeaderScope::column : HeaderScope::row;
      row[column] = paragraph(texts[column], head ? *head_styles[column] : *cell_styles[column], cell, place);
      row[column]->span = texts[column].span;
      row[column]->prepare(setting_.fonts, {});  // the columns' measures follow from the cells' widths
      jobs_.pop_back();
    }
    return row;
  };
  TableElement::Row head;
  NodeId body = table_node;
  if (!table.header.empty()) {
    head = make_row(tree.add(table_node, Role::table_head, block.span), table.header, true);
    body = tree.add(table_node, Role::table_body, block.span);
  }
  std::vector<TableElement::Row> rows;
  for (const auto& texts : table.rows) rows.push_back(make_row(body, texts, false));
  for (std::size_t column = 0; column < std::min(columns, table.align.size()); ++column) {
    if (table.align[column] == "decimal") align_decimals(table, column, cell_styles[column]->text, rows);
  }
  auto widen = [&](const TableElement::Row& row) {
    for (std::size_t column = 0; column < row.size(); ++column) {
      if (row[column]) natural[column] = std::max(natural[column], row[column]->natural_width());
    }
  };
  widen(head);
  for (const auto& row : rows) widen(row);
  auto element =
      std::make_unique<TableElement>(std::move(head), std::move(rows), std::move(natural), gap, setting_, place.axes);
  element->span = block.span;
  std::optional<std::uint32_t> anchor;
  if (!block.id.value.empty()) {
    anchor = new_anchor();
    name_anchor(block.id, *anchor);
  }
  if (!words) {
    element->link_target = anchor;
    return element;
  }

  // A caption stands above its table and never without it.
  words->keep_with_next = true;
  Elements both;
  both.push_back(std::move(words));
  both.push_back(std::move(element));
  auto group = std::make_unique<FlowElement>(std::move(both), place.axes, setting_.grid());
  group->link_target = anchor;
  return group;
}

}  // namespace banxin::layout
