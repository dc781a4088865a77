#include "data/chart_data.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "data/expression/evaluator.hpp"
#include "data/format/format.hpp"
#include "data/named_table.hpp"

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
    // The rates of `growth` print their sign themselves.
    if (chart_.unit.empty() && chart_.kind.value != "growth") {
      const Column& first = table_.columns()[values_.front().column];
      chart_.unit = first.type == table::Type::percent ? "%" : first.unit;
    }
    for (const Values& values : values_) {
      for (std::size_t row = 0; row < table_.rows(); ++row) add(values, row);
    }
  }

 private:
  struct Values {
    std::size_t column;
    model::PrintableText name;  ///< of the series; empty for the only one
  };

  void add(const Values& values, std::size_t row) {
    const Column& column = table_.columns()[values.column];
    const double* number = std::get_if<double>(&column.values[row]);
    if (number == nullptr) return;
    model::Datum datum;
    datum.label = model::PrintableText(text(label_, row), span(label_, row));
    datum.value = {column.type == table::Type::percent ? expression::rounded(*number * 100) : *number,
                   span(values.column, row)};
    datum.provenance = table_.provenance(row, values.column);
    datum.note = text(table_.column("note"), row);
    datum.display = text(table_.column("display"), row);
    const Span first = table_.columns().front().spans[row], last = table_.columns().back().spans[row];
    datum.span = first.known() && first.file == last.file
                     ? Span{first.file, std::min(first.begin, last.begin), std::max(first.end, last.end)}
                     : table_.span();
    model::PrintableText name = values.name;
    if (color_ != Table::none) name = model::PrintableText(text(color_, row), span(color_, row));
    series_of(name).data.push_back(std::move(datum));
  }

  bool find_columns() {
    const std::size_t errors = diagnostics_.all().size();
    for (const auto* channel : {&chart_.x, &chart_.y}) {
      for (const model::ColumnRef& one : *channel) {
        const std::size_t column = named_column(table_, one.field, diagnostics_);
        if (column == Table::none) continue;
        if (!is_number(table_.columns()[column])) {
          label_ = column;
          continue;
        }
        const std::string& name = one.title.empty() ? one.field.value : one.title;
        values_.push_back({column, model::PrintableText(name, one.field.span)});
      }
    }
    if (!chart_.color.empty()) color_ = named_column(table_, chart_.color.front().field, diagnostics_);
    if (diagnostics_.all().size() > errors) return false;
    if (label_ == Table::none) label_ = table_.key_column();
    if (values_.empty()) {
      const std::size_t column = only_numbers();
      if (column != Table::none) values_.push_back({column, {}});
    }
    if (values_.size() == 1) values_.front().name = {};
    return !values_.empty();
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
    diagnostics_.report(MessageId::chart_column_missing, chart_.table ? chart_.table->span : chart_.span,
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

  model::Series& series_of(const model::PrintableText& name) {
    for (model::Series& known : chart_.series) {
      if (known.name.value == name.value) return known;
    }
    model::Series& added = chart_.series.emplace_back();
    added.name = name;
    return added;
  }

  model::Chart& chart_;
  const Table& table_;
  Diagnostics& diagnostics_;
  std::size_t label_ = Table::none, color_ = Table::none;
  std::vector<Values> values_;
};

}  // namespace

void join_table(model::Chart& chart, const Table& table, Diagnostics& diagnostics) {
  Join(chart, table, diagnostics).run();
}

}  // namespace banxin::data
