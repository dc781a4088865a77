#include "data/chart_data.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "data/expression/evaluator.hpp"
#include "data/format/format.hpp"

namespace banxin::data {

namespace {

using table::Column;
using table::Table;

bool is_number(const Column& column) {
  return column.type == table::Type::number || column.type == table::Type::percent;
}

class Join {
 public:
  Join(model::Chart& chart, const Table& table, Diagnostics& diagnostics)
      : chart_(chart), table_(table), diagnostics_(diagnostics) {}

  void run() {
    if (!find_columns()) return;
    const Column& values = table_.columns()[value_];
    const bool percent = values.type == table::Type::percent;
    if (chart_.unit.empty()) chart_.unit = percent ? "%" : values.unit;
    for (std::size_t row = 0; row < table_.rows(); ++row) {
      const double* number = std::get_if<double>(&values.values[row]);
      if (number == nullptr) continue;
      model::Datum datum;
      datum.label = model::PrintableText(text(label_, row), span(label_, row));
      datum.value = {percent ? expression::rounded(*number * 100) : *number, span(value_, row)};
      datum.provenance = table_.provenance(row, value_);
      datum.note = text(table_.column("note"), row);
      datum.display = text(table_.column("display"), row);
      const Span first = table_.columns().front().spans[row], last = table_.columns().back().spans[row];
      datum.span = first.file == last.file && first.known()
                       ? Span{first.file, std::min(first.begin, last.begin), std::max(first.end, last.end)}
                       : table_.span();
      series_of(row).data.push_back(std::move(datum));
    }
  }

 private:
  bool find_columns() {
    bool good = true;
    const auto named = [&](const std::optional<Spanned<std::string>>& name) {
      if (!name) return Table::none;
      const std::size_t column = table_.column(name->value);
      if (column != Table::none) return column;
      std::vector<std::string_view> names;
      for (const Column& one : table_.columns()) names.push_back(one.name);
      diagnostics_.report(MessageId::expression_column_unknown, name->span, {table_.name(), name->value},
                          did_you_mean(name->value, names, "columns are"));
      good = false;
      return Table::none;
    };
    const std::size_t x = named(chart_.x), y = named(chart_.y);
    color_ = named(chart_.color);
    if (!good) return false;
    for (const std::size_t column : {x, y}) {
      if (column == Table::none) continue;
      (is_number(table_.columns()[column]) && value_ == Table::none ? value_ : label_) = column;
    }
    if (label_ == Table::none) label_ = table_.key_column();
    if (value_ == Table::none) value_ = only_numbers();
    return value_ != Table::none;
  }

  /// The only column of numbers besides the labels.
  std::size_t only_numbers() {
    std::vector<std::string_view> names;
    std::size_t found = Table::none;
    for (std::size_t i = 0; i < table_.columns().size(); ++i) {
      if (i == label_ || !is_number(table_.columns()[i])) continue;
      found = i;
      names.push_back(table_.columns()[i].name);
    }
    if (names.size() == 1) return found;
    std::string list;
    for (const std::string_view name : names) list += (list.empty() ? "" : ", ") + std::string(name);
    diagnostics_.report(MessageId::chart_column_missing, chart_.table->span,
                        {table_.name(), names.empty() ? "no column" : "several columns"},
                        names.empty() ? "" : fmt::format("name one of them with `y`: {}", list));
    return Table::none;
  }

  [[nodiscard]] std::string text(std::size_t column, std::size_t row) const {
    if (column == Table::none) return {};
    if (column == table_.key_column()) return table_.keys()[row];
    const table::Value& value = table_.columns()[column].values[row];
    if (table::missing(value)) return {};
    const Column& from = table_.columns()[column];
    return print(value, expression::type_of(from.type, from.unit), {}, Language::zh_hans);
  }

  [[nodiscard]] Span span(std::size_t column, std::size_t row) const {
    const Span cell = table_.columns()[column].spans[row];
    return cell.known() ? cell : table_.span();
  }

  model::Series& series_of(std::size_t row) {
    const std::string name = text(color_, row);
    for (model::Series& known : chart_.series) {
      if (known.name.value == name) return known;
    }
    model::Series& added = chart_.series.emplace_back();
    if (color_ != Table::none) added.name = model::PrintableText(name, span(color_, row));
    return added;
  }

  model::Chart& chart_;
  const Table& table_;
  Diagnostics& diagnostics_;
  std::size_t label_ = Table::none, value_ = Table::none, color_ = Table::none;
};

}  // namespace

void join_table(model::Chart& chart, const Tables& tables, Diagnostics& diagnostics) {
  if (!chart.table) return;
  const auto found = tables.find(chart.table->value);
  if (found == tables.end()) {
    std::vector<std::string_view> names;
    for (const auto& [name, table] : tables) names.push_back(name);
    diagnostics.report(MessageId::expression_table_unknown, chart.table->span, {chart.table->value},
                       did_you_mean(chart.table->value, names, "tables are"));
    return;
  }
  Join(chart, *found->second, diagnostics).run();
}

}  // namespace banxin::data
