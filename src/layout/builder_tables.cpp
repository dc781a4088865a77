// Builds tables: cells as paragraphs, aligned columns, structure with headers and their scope.
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

/// The paragraphs of one table while they are built.
class Builder::TableMaker {
 public:
  TableMaker(Builder& builder, const model::Table& table, const model::Block& block, const Place& place,
             std::size_t columns)
      : builder_(builder), table_(table), block_(block), place_(place), columns_(columns) {
    for (std::size_t column = 0; column < columns; ++column) {
      cell_styles_.push_back(&variant("table-cell", column));
      head_styles_.push_back(&variant("table-header", column));
      const bool own = builder.setting_.styles().has("table-footer");
      foot_styles_.push_back(&variant(own ? "table-footer" : "table-header", column));
    }
  }

  /// The caption, or null. Built before the cells, since its notes are numbered first.
  std::unique_ptr<ParagraphElement> caption(NodeId table_node) {
    const model::InlineText text = builder_.numbered(block_, table_.caption, place_);
    if (text.empty()) return nullptr;
    const NodeId node = builder_.target_.tree.add(table_node, Role::caption, text.span);
    return builder_.paragraph(text, builder_.setting_.styles().get("table-caption"), node, place_);
  }

  std::unique_ptr<TableElement> element(NodeId table_node) {
    auto& tree = builder_.target_.tree;
    std::vector<TableElement::HeadRow> head;
    NodeId body = table_node;
    if (!table_.header.empty()) {
      TableElement::HeadRow only;
      only.cells = row(tree.add(table_node, Role::table_head, block_.span), table_.header, true);
      only.spans.assign(columns_, 1);
      only.continues.assign(columns_, false);
      head.push_back(std::move(only));
      body = tree.add(table_node, Role::table_body, block_.span);
    } else if (!table_.header_rows.empty()) {
      head = head_rows(tree.add(table_node, Role::table_head, block_.span));
      body = tree.add(table_node, Role::table_body, block_.span);
    }
    std::vector<TableElement::Row> rows;
    for (const auto& texts : table_.rows) rows.push_back(row(body, texts, false));
    for (std::size_t column = 0; column < std::min(columns_, table_.align.size()); ++column) {
      if (table_.align[column] == "decimal") align_decimals(column, rows);
    }
    if (!table_.footer.empty()) {
      rows.push_back(row(tree.add(table_node, Role::table_foot, block_.span), table_.footer, false, true));
    }
    std::vector<Length> natural(columns_);
    for (const TableElement::HeadRow& one : head) widen(one.cells, natural, &one.spans);
    for (const TableElement::Row& one : rows) widen(one, natural);
    for (const TableElement::HeadRow& one : head) widen_spans(one, natural);
    const Length gap = builder_.setting_.styles().get("table").column_gap;
    auto made = std::make_unique<TableElement>(std::move(head), !table_.footer.empty(), std::move(rows),
                                               std::move(natural), gap, builder_.setting_, place_.axes);
    made->span = block_.span;
    return made;
  }

 private:
  /// The cell style of a column: with its alignment, and tabular numerals for decimals.
  const style::BlockStyle& variant(std::string_view base, std::size_t column) {
    style::BlockStyle style = builder_.setting_.styles().get(base);
    if (column < table_.align.size()) {
      const std::string& align = table_.align[column];
      if (align == "end" || align == "right" || align == "decimal") style.paragraph.align = text::Align::end;
      if (align == "center") style.paragraph.align = text::Align::center;
      if (align == "start" || align == "left") style.paragraph.align = text::Align::start;
      if (align == "decimal") style.text.numerals = text::Numerals::tabular;
    }
    builder_.variants_.push_back(std::move(style));
    return builder_.variants_.back();
  }

  TableElement::Row row(NodeId group, const std::vector<model::InlineText>& texts, bool head, bool foot = false) {
    auto& tree = builder_.target_.tree;
    const NodeId row_node = tree.add(group, Role::table_row, block_.span);
    TableElement::Row result(columns_);
    for (std::size_t column = 0; column < texts.size(); ++column) {
      const bool header = head || (table_.row_headers && column == 0);
      const NodeId cell = tree.add(row_node, header ? Role::table_header : Role::table_cell, texts[column].span);
      if (header) tree[cell].scope = head ? HeaderScope::column : HeaderScope::row;
      auto& made = result[column];
      made = builder_.paragraph(texts[column],
                                *(head   ? head_styles_
                                  : foot ? foot_styles_
                                         : cell_styles_)[column],
                                cell, place_);
      made->span = texts[column].span;
      made->prepare(builder_.setting_.fonts, {});  // the measures of the columns depend on the widths of the cells
      builder_.jobs_.pop_back();
    }
    return result;
  }

  /// Makes the part after the decimal point, with its unit, equally wide in every cell of the column.
  void align_decimals(std::size_t column, std::vector<TableElement::Row>& rows) {
    const Setting& setting = builder_.setting_;
    const text::TextStyle& style = cell_styles_[column]->text;
    const Language language = setting.styled.document.lang.language;
    std::vector<Length> rests;
    Length widest;
    Diagnostics ignored;  // the cells report the same
    for (const auto& texts : table_.rows) {
      const std::string printed = column < texts.size() ? texts[column].plain() : std::string{};
      const std::string rest = chart::part_at_decimal(printed).second;
      Length width;
      if (!rest.empty()) {
        // The width after a digit, which includes the space between them.
        width = text::set_label("0" + rest, style, language, setting.fonts, ignored).width -
                text::set_label("0", style, language, setting.fonts, ignored).width;
      }
      rests.push_back(width);
      widest = std::max(widest, width);
    }
    for (std::size_t row = 0; row < rows.size(); ++row) {
      if (column < rows[row].size() && rows[row][column]) rows[row][column]->set_end_margin(widest - rests[row]);
    }
  }

  /// A header with several rows: each cell is in the first of the columns and rows that it covers.
  std::vector<TableElement::HeadRow> head_rows(NodeId group) {
    auto& tree = builder_.target_.tree;
    std::vector<TableElement::HeadRow> result;
    std::vector<int> covered(columns_, 0);  // rows below that a cell of this column covers
    for (const auto& cells : table_.header_rows) {
      TableElement::HeadRow& made = result.emplace_back();
      made.cells.resize(columns_);
      made.spans.assign(columns_, 1);
      const NodeId row_node = tree.add(group, Role::table_row, block_.span);
      for (int& rows : covered) rows = std::max(rows - 1, 0);
      std::size_t column = 0;
      for (const model::HeaderCell& cell : cells) {
        while (column < columns_ && covered[column] > 0) ++column;
        if (column >= columns_) break;
        const auto span = std::min(static_cast<std::size_t>(cell.span), columns_ - column);
        const NodeId node = tree.add(row_node, Role::table_header, cell.text.span);
        tree[node].scope = HeaderScope::column;
        tree[node].column_span = static_cast<int>(span);
        const auto left = static_cast<int>(table_.header_rows.size() - result.size()) + 1;
        tree[node].row_span = std::min(cell.rows, left);
        auto& element = made.cells[column];
        element = builder_.paragraph(cell.text, *head_styles_[column], node, place_);
        element->span = cell.text.span;
        element->prepare(builder_.setting_.fonts, {});
        builder_.jobs_.pop_back();
        made.spans[column] = static_cast<int>(span);
        for (std::size_t i = 0; i < span; ++i) covered[column + i] = tree[node].row_span;
        column += span;
      }
      for (const int rows : covered) made.continues.push_back(rows > 1);
    }
    return result;
  }

  /// Makes the columns below a cell that covers several as wide as the cell.
  void widen_spans(const TableElement::HeadRow& row, std::vector<Length>& natural) const {
    const Length gap = builder_.setting_.styles().get("table").column_gap;
    for (std::size_t column = 0; column < row.cells.size(); ++column) {
      const int span = row.spans[column];
      if (!row.cells[column] || span < 2) continue;
      Length have = gap * (span - 1);
      for (int i = 0; i < span; ++i) have += natural[column + static_cast<std::size_t>(i)];
      const Length missing = row.cells[column]->natural_width() - have;
      if (missing <= Length{}) continue;
      for (int i = 0; i < span; ++i) natural[column + static_cast<std::size_t>(i)] += missing / span;
    }
  }

  static void widen(const TableElement::Row& row, std::vector<Length>& natural,
                    const std::vector<int>* spans = nullptr) {
    for (std::size_t column = 0; column < row.size(); ++column) {
      if (row[column] && (!spans || (*spans)[column] == 1))
        natural[column] = std::max(natural[column], row[column]->natural_width());
    }
  }

  Builder& builder_;
  const model::Table& table_;
  const model::Block& block_;
  const Place& place_;
  std::size_t columns_;
  std::vector<const style::BlockStyle*> cell_styles_, head_styles_, foot_styles_;
};

Builder::ElementPtr Builder::build_table(const model::Block& block, const model::Table& table, const Place& place) {
  std::size_t columns = table.header.size();
  for (const auto& row : table.rows) columns = std::max(columns, row.size());
  for (const auto& row : table.header_rows) {
    std::size_t width = 0;
    for (const model::HeaderCell& cell : row) width += static_cast<std::size_t>(cell.span);
    columns = std::max(columns, width);
  }
  columns = std::max(columns, table.footer.size());
  if (columns == 0) return nullptr;

  const NodeId table_node = target_.tree.add(place.parent, Role::table, block.span);
  TableMaker maker(*this, table, block, place, columns);
  auto caption = maker.caption(table_node);
  auto element = maker.element(table_node);
  std::optional<std::uint32_t> anchor;
  const NumberedTarget* target = numbering_.of(block);
  if (target && !target->number.empty()) anchor = listed_anchor(block);
  for (const auto* id : {&block.id, &table.id}) {
    if (id->value.empty()) continue;
    if (!anchor) anchor = new_anchor();
    name_anchor(*id, *anchor);
  }
  if (!caption) {
    element->link_target = anchor;
    return element;
  }

  // The caption is above its table and stays with it.
  caption->keep_with_next = true;
  const Length before = std::max(caption->space_before, element->space_before), after = element->space_after;
  caption->space_before = Length{};
  element->space_before = caption->space_after;
  Elements both;
  both.push_back(std::move(caption));
  both.push_back(std::move(element));
  auto group = std::make_unique<FlowElement>(std::move(both), place.axes, setting_.grid());
  group->space_before = before;
  group->space_after = after;
  group->link_target = anchor;
  return group;
}

}  // namespace banxin::layout
