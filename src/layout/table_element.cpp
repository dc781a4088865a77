#include "layout/table_element.hpp"

#include <algorithm>
#include <numeric>

namespace banxin::layout {

TableElement::TableElement(std::vector<HeadRow> head, bool footed, std::vector<Row> rows, std::vector<Length> natural,
                           Length gap, const Setting& setting, Axes axes)
    : head_(std::move(head)),
      footed_(footed),
      rows_(std::move(rows)),
      natural_(std::move(natural)),
      gap_(gap),
      cell_style_(setting.styles().get("table-cell")),
      head_style_(setting.styles().get("table-header")),
      foot_style_(setting.styles().get(setting.styles().has("table-footer") ? "table-footer" : "table-header")),
      axes_(axes) {
  const auto& style = setting.styles().get("table");
  space_before = style.space_before;
  space_after = style.space_after;
}

std::vector<Length> TableElement::share_measure(const std::vector<Length>& natural, Length gap, Length measure) {
  std::vector<Length> result = natural;
  const auto columns = static_cast<std::int64_t>(natural.size());
  Length space = measure - gap * (columns - 1);
  const Length total = std::accumulate(natural.begin(), natural.end(), Length{});
  if (total <= space) {
    const Length spare = (space - total) / columns;
    for (Length& width : result) width += spare;
    return result;
  }
  // From narrow to wide: each column has its natural width, but at most an equal share of the remaining space.
  std::vector<std::size_t> order(natural.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return natural[a] < natural[b]; });
  auto left = columns;
  for (const std::size_t column : order) {
    result[column] = std::min(natural[column], space / left);
    space -= result[column];
    --left;
  }
  return result;
}

Piece TableElement::place_row(const Row& row, const std::vector<Length>& measures, const Constraints& constraints,
                              Part part, const Break& from, Diagnostics& diagnostics, const HeadRow* head) const {
  const style::BlockStyle& style = part == Part::head ? head_style_ : part == Part::foot ? foot_style_ : cell_style_;
  const bool split = part == Part::split_row;
  static const auto start = std::make_shared<const Break>();
  Break rest;
  Piece piece;
  Length along, depth;
  std::vector<std::pair<Length, Piece>> cells;
  CalledNotes called;
  if (constraints.called) called = *constraints.called;
  for (std::size_t column = 0; column < row.size(); ++column) {
    Constraints cell = constraints;
    cell.measure = measures[column];
    if (head) {
      for (int more = 1; more < head->spans[column]; ++more) {
        cell.measure += gap_ + measures[column + static_cast<std::size_t>(more)];
      }
    }
    cell.depth = split ? constraints.depth - style.padding.top - style.padding.bottom : Length::pt(1e6);
    cell.at_top = true;
    cell.last = false;  // a row that does not fit is placed again on the next page
    cell.fill.reset();
    cell.called = &called;
    const auto at = from.cells.empty() ? start : from.cells[column];
    rest.cells.push_back(nullptr);
    if (row[column] && at) {
      Piece set = row[column]->place(cell, *at, diagnostics);
      if (set.rest) rest.cells.back() = std::make_shared<const Break>(*set.rest);
      called.insert(called.end(), set.notes.begin(), set.notes.end());
      if (split && set.depth > cell.depth) {  // a single line that is too deep
        piece.overflows.push_back({row[column]->span, set.depth, constraints.depth});
      }
      depth = std::max(depth, set.depth);
      cells.emplace_back(along, std::move(set));
    }
    along += measures[column] + gap_;
  }
  const bool broken = std::any_of(rest.cells.begin(), rest.cells.end(), [](const auto& one) { return one != nullptr; });
  if (broken) piece.rest = std::move(rest);
  piece.depth = depth + style.padding.top + style.padding.bottom;
  auto band = [&](Length across, Length thickness, const Color& color) {
    graphics::Shape shape;
    shape.path.rect(axes_.rect({}, across, constraints.measure, thickness));
    shape.fill = graphics::Paint{.source = color};
    piece.items.push_back({.what = std::move(shape), .node = graphics::artifact, .span = span});
  };
  if (!constraints.dry) {
    if (style.background) band({}, piece.depth, *style.background);
    if (head && style.rule.side == style::Rule::Side::bottom) {
      // One rule below each group of columns whose cells end here.
      Length at, begin, end;
      const auto draw = [&] {
        if (end <= begin) return;
        graphics::Shape shape;
        shape.path.rect(axes_.rect(begin, piece.depth - style.rule.width, end - begin, style.rule.width));
        shape.fill = graphics::Paint{.source = style.rule.color};
        piece.items.push_back({.what = std::move(shape), .node = graphics::artifact, .span = span});
      };
      for (std::size_t column = 0; column < measures.size(); ++column) {
        if (head->continues[column]) {
          draw();
          begin = end = at + measures[column] + gap_;
        } else {
          end = at + measures[column];
        }
        at += measures[column] + gap_;
      }
      if (std::ranges::none_of(head->continues, [](bool one) { return one; })) end = constraints.measure;
      draw();
    } else if (style.rule.side == style::Rule::Side::bottom)
      band(piece.depth - style.rule.width, style.rule.width, style.rule.color);
    if (style.rule.side == style::Rule::Side::top) band({}, style.rule.width, style.rule.color);
  }
  for (auto& [at, set] : cells) add_piece(piece, std::move(set), axes_.offset(at, style.padding.top));
  return piece;
}

Piece TableElement::place_head(const std::vector<Length>& measures, const Constraints& constraints,
                               Diagnostics& diagnostics) const {
  Piece head;
  for (const HeadRow& one : head_) {
    Piece row = place_row(one.cells, measures, constraints, Part::head, {}, diagnostics, &one);
    const Length depth = row.depth;
    add_piece(head, std::move(row), axes_.offset({}, head.depth));
    head.depth += depth;
  }
  return head;
}

Piece TableElement::place(const Constraints& constraints, const Break& from, Diagnostics& diagnostics) const {
  const std::vector<Length> measures = share_measure(natural_, gap_, constraints.measure);
  Piece piece;
  if (!head_.empty()) {
    Piece head = place_head(measures, constraints, diagnostics);
    const Length depth = head.depth;
    if (!from.at_start()) {  // a repeated head is an artifact
      for (graphics::Item& item : head.items) item.node = graphics::artifact;
      head.links.clear();
      head.notes.clear();
      head.note_depth = Length{};
    }
    add_piece(piece, std::move(head), {});
    piece.depth += depth;
  }
  std::size_t row = from.position;
  CalledNotes called;
  if (constraints.called) called = *constraints.called;
  called.insert(called.end(), piece.notes.begin(), piece.notes.end());
  for (; row < rows_.size(); ++row) {
    const bool must = constraints.at_top && row == from.position;
    Constraints available = constraints;
    available.depth = constraints.depth - piece.depth;
    available.at_top = must;
    available.called = &called;
    const Break within = row == from.position ? from : Break{};
    const bool foot = footed_ && row + 1 == rows_.size();
    Piece next = place_row(rows_[row], measures, available, foot ? Part::foot : Part::row, within, diagnostics);
    // A footer is not alone on a page.
    Length kept;
    if (footed_ && row + 2 == rows_.size() && !must) {
      Constraints measured = available;
      measured.dry = true;
      Diagnostics ignored;
      kept = place_row(rows_[row + 1], measures, measured, Part::foot, {}, ignored).depth;
    }
    if (piece.depth + next.depth + kept + piece.note_depth + next.note_depth > constraints.depth) {
      if (!must) break;
      // Deeper than a page: the only case in which a row is split.
      next = place_row(rows_[row], measures, available, Part::split_row, within, diagnostics);
    }
    if (next.rest) piece.rest = Break{row, nullptr, next.rest->cells};
    called.insert(called.end(), next.notes.begin(), next.notes.end());
    const Length depth = next.depth;
    add_piece(piece, std::move(next), axes_.offset({}, piece.depth));
    piece.depth += depth;
    if (piece.rest) break;
  }
  // Notes that do not fit below a row at the top continue at the foot of the next page.
  piece.note_depth = std::min(piece.note_depth, std::max(constraints.depth - piece.depth, Length{}));
  if (row == from.position && row < rows_.size() && !piece.rest) {
    Piece nothing;
    nothing.placed = false;
    return nothing;
  }
  if (row < rows_.size() && !piece.rest) piece.rest = Break{row, nullptr};
  return piece;
}

}  // namespace banxin::layout
