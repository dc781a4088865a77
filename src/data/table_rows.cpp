#include "data/table_rows.hpp"

#include <utility>

#include "data/expression/evaluator.hpp"
#include "data/expression/expression.hpp"
#include "data/expression/problem.hpp"
#include "data/format/format.hpp"
#include "data/named_table.hpp"

namespace banxin::data {

namespace {

using table::Table;

bool is_number(table::Type type) { return type == table::Type::number || type == table::Type::percent; }

/// A column to print.
struct Printed {
  std::size_t column;
  Format format;
  const model::TableColumn* given = nullptr;  ///< as the report names it
};

model::InlineText plain(std::string text, Span span) {
  model::InlineText result;
  result.span = span;
  if (text.empty()) return result;
  model::InlineRun& run = result.runs.emplace_back();
  run.text = std::move(text);
  run.source = SourceMap(span);
  return result;
}

class Join {
 public:
  Join(model::Table& block, const Table& data, Evaluation& evaluation, Language language, Diagnostics& diagnostics)
      : block_(block), data_(data), evaluation_(evaluation), language_(language), diagnostics_(diagnostics) {}

  void run() {
    if (!find_columns()) return;
    if (block_.header.empty() && block_.header_rows.empty()) {
      for (const Printed& one : columns_) block_.header.push_back(header(one));
    }
    if (block_.align.empty()) {
      for (const Printed& one : columns_)
        block_.align.emplace_back(is_number(data_.columns()[one.column].type) ? "end" : "start");
    }
    block_.rows.reserve(block_.rows.size() + data_.rows());
    for (std::size_t row = 0; row < data_.rows(); ++row) {
      auto& cells = block_.rows.emplace_back();
      for (const Printed& one : columns_) cells.push_back(cell(one, row));
    }
  }

 private:
  bool find_columns() {
    if (block_.columns.empty()) {
      for (std::size_t i = 0; i < data_.columns().size(); ++i) columns_.push_back({i, {}, nullptr});
      return true;
    }
    bool good = true;
    for (const model::TableColumn& one : block_.columns) {
      const std::size_t column = named_column(data_, one.field, diagnostics_);
      if (column == Table::none) {
        good = false;
        continue;
      }
      columns_.push_back({column, format(one), &one});
      good = good && fits(columns_.back());
    }
    return good;
  }

  Format format(const model::TableColumn& column) {
    if (!column.format) return {};
    const std::string& text = column.format->text;
    try {
      return read_format(text, {0, static_cast<std::uint32_t>(text.size())});
    } catch (const expression::Problem& problem) {
      expression::report(problem, column.format->map, diagnostics_);
      return {};
    }
  }

  /// Whether the format prints values of the column; tried with the first that is not missing.
  bool fits(const Printed& one) {
    const table::Column& column = data_.columns()[one.column];
    for (const table::Value& value : column.values) {
      if (table::missing(value)) continue;
      try {
        print(value, type(column), one.format, language_);
      } catch (expression::Problem& problem) {
        const model::Expression& format = *one.given->format;
        problem.range = {0, static_cast<std::uint32_t>(format.text.size())};
        expression::report(problem, format.map, diagnostics_);
        return false;
      }
      break;
    }
    return true;
  }

  static expression::ValueType type(const table::Column& column) {
    return expression::type_of(column.type, column.unit);
  }

  model::InlineText header(const Printed& one) const {
    if (one.given != nullptr && !one.given->title.empty()) return one.given->title;
    const table::Column& column = data_.columns()[one.column];
    std::string text = column.name;
    if (!column.unit.empty()) text += language_ == Language::en ? " (" + column.unit + ")" : "（" + column.unit + "）";
    return plain(std::move(text), one.given != nullptr ? one.given->field.span : block_.data->span);
  }

  model::InlineText cell(const Printed& one, std::size_t row) {
    const table::Column& column = data_.columns()[one.column];
    const table::Value& value = column.values[row];
    const Span own = column.spans[row];
    const Span span = own.known() ? own : block_.data->span;
    // The key names the row as it was written.
    const bool key = one.column == data_.key_column() && (one.given == nullptr || !one.given->format);
    std::string text = key ? data_.keys()[row] : print(value, type(column), one.format, language_);
    if (is_number(column.type) && !table::missing(value)) note(one, row, span, text);
    return plain(std::move(text), span);
  }

  void note(const Printed& one, std::size_t row, Span span, const std::string& text) {
    BoundNumber& number = evaluation_.numbers.emplace_back();
    number.use = BoundNumber::Use::printed;
    number.span = span;
    number.text = text;
    const expression::Cell at{&data_, row, one.column};
    number.expression = name(at);
    number.trace.add(at);
    number.provenance = data_.provenance(row, one.column);
    number.source = data_.origin.source;
  }

  model::Table& block_;
  const Table& data_;
  Evaluation& evaluation_;
  Language language_;
  Diagnostics& diagnostics_;
  std::vector<Printed> columns_;
};

}  // namespace

void join_table(model::Table& block, Evaluation& evaluation, Language language, Diagnostics& diagnostics) {
  if (!block.data) return;
  const Table* data = named_table(evaluation.tables(), *block.data, diagnostics);
  if (data != nullptr) Join(block, *data, evaluation, language, diagnostics).run();
}

}  // namespace banxin::data
