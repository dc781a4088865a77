#include "data/table/typed.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "data/format/decimal.hpp"
#include "data/table/cell.hpp"

namespace banxin::data {

namespace {

using table::Type;
using table::Value;
using Kind = CellValue::Kind;

constexpr std::size_t most_errors = 5;  // in one column; the rest are counted

Type type_of(Kind kind) {
  switch (kind) {
    case Kind::number: return Type::number;
    case Kind::percent: return Type::percent;
    case Kind::date: return Type::date;
    case Kind::boolean: return Type::boolean;
    default: return Type::text;
  }
}

class Typing {
 public:
  Typing(const RawTable& raw, const model::DataSource& source, Diagnostics& diagnostics)
      : raw_(raw), source_(source), diagnostics_(diagnostics) {}

  std::optional<table::Column> column(std::size_t index) {
    const RawCell& name = raw_.names[index];
    table::Column out;
    out.name = name.text;
    out.span = name.span;
    std::vector<CellValue> cells = read(index);
    const auto declared = source_.columns.find(out.name);
    if (declared != source_.columns.end()) {
      out.type = declared->second->type;
      out.unit = declared->second->unit;
    } else {
      out.type = inferred(cells);
    }
    out.values.reserve(cells.size());
    out.spans.reserve(cells.size());
    std::size_t errors = 0;
    for (std::size_t row = 0; row < cells.size(); ++row) {
      const RawCell& cell = raw_.at(row, index);
      out.spans.push_back(cell.span);
      out.values.push_back(value(cell, cells[row], out.type, declared != source_.columns.end()));
      const bool bad = table::missing(out.values.back()) && cells[row].kind != Kind::missing;
      if (bad && ++errors <= most_errors) report(cell, cells[row], row, out);
      if (cells[row].digits_lost && out.type == Type::number && ++errors <= most_errors) {
        diagnostics_.report(MessageId::data_digits, cell.span, {line(row), out.name, cell.text},
                            "declare the column as text, or write fewer digits");
      }
      if (cell.provenance) {
        out.provenance.resize(cells.size());
        out.provenance[row] = cell.provenance;
      }
    }
    if (errors > most_errors) {
      diagnostics_.report(MessageId::data_cells_more, name.span,
                          {counted(errors - most_errors, "more cell", "more cells"), out.name});
    }
    return errors > 0 ? std::nullopt : std::optional(std::move(out));
  }

 private:
  std::vector<CellValue> read(std::size_t index) const {
    std::vector<CellValue> cells(raw_.rows());
    for (std::size_t row = 0; row < cells.size(); ++row) {
      const RawCell& cell = raw_.at(row, index);
      cells[row] = cell.value != nullptr ? typed_cell(cell) : read_cell(cell.text, raw_.decimal_comma);
    }
    return cells;
  }

  static CellValue typed_cell(const RawCell& cell) {
    CellValue out;
    if (const double* number = std::get_if<double>(&*cell.value)) {
      out.kind = cell.percent ? Kind::percent : Kind::number;
      out.number = *number;
    } else if (const bool* flag = std::get_if<bool>(&*cell.value)) {
      out.kind = Kind::boolean;
      out.number = *flag ? 1 : 0;
    } else if (const auto* date = std::get_if<table::Date>(&*cell.value)) {
      out.kind = Kind::date;
      out.date = *date;
    } else if (table::missing(*cell.value)) {
      out.kind = Kind::missing;
    } else {
      // Text of a workbook may be a number that was typed as text: it is read as in a CSV file.
      return read_cell(cell.text, false);
    }
    return out;
  }

  static Type inferred(const std::vector<CellValue>& cells) {
    std::array<std::size_t, 6> counts{};
    std::size_t known = 0;
    for (const CellValue& cell : cells) {
      if (cell.kind == Kind::missing) continue;
      ++known;
      ++counts[static_cast<std::size_t>(cell.kind)];
    }
    for (const Kind kind : {Kind::number, Kind::percent, Kind::date, Kind::boolean}) {
      if (known > 0 && counts[static_cast<std::size_t>(kind)] * 4 >= known * 3) return type_of(kind);
    }
    return Type::text;
  }

  static Value value(const RawCell& cell, const CellValue& read, Type type, bool declared) {
    if (read.kind == Kind::missing) return {};
    switch (type) {
      case Type::text: return std::string(cell.text);
      case Type::number:
        if (read.kind == Kind::number) return read.number;
        break;
      case Type::percent:
        if (read.kind == Kind::percent) return read.number;
        if (read.kind == Kind::number && declared) return cell.value != nullptr ? read.number : read.number / 100;
        break;
      case Type::date:
        if (read.kind == Kind::date) return read.date;
        // 2023 alone is a number; in a column of dates it is a year.
        if (read.kind == Kind::number && read.number >= 1000 && read.number <= 9999 &&
            read.number == static_cast<int>(read.number)) {
          return table::Date{static_cast<std::int16_t>(read.number), 1, 1, table::Date::Precision::year};
        }
        break;
      case Type::boolean:
        if (read.kind == Kind::boolean) return read.number != 0;
        if (read.kind == Kind::number && (read.number == 0 || read.number == 1)) return read.number != 0;
        break;
    }
    return {};
  }

  void report(const RawCell& cell, const CellValue& read, std::size_t row, const table::Column& column) const {
    std::string help;
    if (column.type == Type::number && read.kind == Kind::percent) {
      help = fmt::format("declare the column as percent, in all cells: `{}: percent`", column.name);
    } else if (column.type == Type::percent && read.kind == Kind::number) {
      help = fmt::format("write {}%", cell.text);
    } else if (column.type == Type::number) {
      help = number_help(cell.text);
    } else if (column.type == Type::date) {
      help = "write it as 2023-02-01, 2023-02, 2023Q1 or 2023";
    } else if (column.type == Type::boolean) {
      help = "write true or false";
    }
    diagnostics_.report(MessageId::data_cell, cell.span, {line(row), column.name, cell.text, table::name(column.type)},
                        std::move(help));
  }

  /// The number that a cell with a letter O or a unit probably means.
  static std::string number_help(std::string_view text) {
    std::string fixed_text;
    for (const char c : text) fixed_text += c == 'O' || c == 'o' ? '0' : c == 'l' || c == 'I' ? '1' : c;
    if (read_cell(fixed_text, false).kind == Kind::number) return fmt::format("did you mean {}?", fixed_text);
    std::size_t end = text.find_first_not_of("+-0123456789.,");
    if (end != std::string_view::npos && end > 0 && read_cell(text.substr(0, end), false).kind == Kind::number) {
      return fmt::format("write {}, and the unit {} under `columns`", text.substr(0, end), text.substr(end));
    }
    return "write a number, leave the cell empty, or declare the column as text";
  }

  [[nodiscard]] std::string line(std::size_t row) const {
    return fmt::format("{}", raw_.lines.empty() ? row + 2 : raw_.lines[row]);
  }

  const RawTable& raw_;
  const model::DataSource& source_;
  Diagnostics& diagnostics_;
};

bool check_names(const std::string& table, const RawTable& raw, Diagnostics& diagnostics) {
  bool good = true;
  std::set<std::string_view> seen;
  for (std::size_t i = 0; i < raw.names.size(); ++i) {
    const RawCell& name = raw.names[i];
    if (name.text.empty()) {
      diagnostics.report(MessageId::data_name_missing, name.span, {fmt::format("{}", i + 1), table},
                         "name it, or remove it");
      good = false;
    } else if (!seen.insert(name.text).second) {
      diagnostics.report(MessageId::data_name_twice, name.span, {name.text, table});
      good = false;
    }
  }
  return good;
}

std::vector<std::string_view> names_of(const RawTable& raw) {
  std::vector<std::string_view> names;
  for (const RawCell& name : raw.names) names.push_back(name.text);
  return names;
}

bool check_columns(const std::string& table, const RawTable& raw, const model::DataSource& source,
                   Diagnostics& diagnostics) {
  bool good = true;
  const std::vector<std::string_view> names = names_of(raw);
  const auto check = [&](std::string_view name, Span span) {
    if (std::find(names.begin(), names.end(), name) != names.end()) return;
    diagnostics.report(MessageId::expression_column_unknown, span, {table, name},
                       did_you_mean(name, names, "columns are"));
    good = false;
  };
  for (const auto& [name, spec] : source.columns) check(name, spec.span);
  if (source.key) check(source.key->value, source.key->span);
  return good;
}

/// The provenance that each row has in a column of that name.
std::vector<std::optional<Provenance>> row_provenance(const RawTable& raw, std::size_t column,
                                                      Diagnostics& diagnostics) {
  std::vector<std::optional<Provenance>> result(raw.rows());
  for (std::size_t row = 0; row < raw.rows(); ++row) {
    const RawCell& cell = raw.at(row, column);
    if (cell.text.empty()) continue;
    result[row] = provenance_from_name(cell.text);
    if (result[row]) continue;
    diagnostics.report(MessageId::data_provenance, cell.span, {cell.text},
                       did_you_mean(cell.text, {"published", "derived", "reconstructed"},
                                    "write published, derived or reconstructed; not"));
  }
  return result;
}

}  // namespace

std::shared_ptr<const table::Table> typed(const std::string& name, const RawTable& raw, const model::DataSource& source,
                                          Diagnostics& diagnostics) {
  if (!check_names(name, raw, diagnostics) || !check_columns(name, raw, source, diagnostics)) return nullptr;
  std::vector<table::Column> columns;
  std::vector<std::optional<Provenance>> provenance;
  std::size_t key = table::Table::none;
  std::size_t key_cells = table::Table::none;
  bool good = true;
  Typing typing(raw, source, diagnostics);
  for (std::size_t i = 0; i < raw.names.size(); ++i) {
    if (raw.names[i].text == "provenance") {
      provenance = row_provenance(raw, i, diagnostics);
      continue;
    }
    auto column = typing.column(i);
    good = good && column;
    if (source.key ? raw.names[i].text == source.key->value : key == table::Table::none) {
      key = columns.size();
      key_cells = i;
    }
    if (column) columns.push_back(std::move(*column));
  }
  if (!good || columns.empty()) return nullptr;
  if (key == table::Table::none) {
    key = 0;
    key_cells = 0;
  }
  for (table::Column& column : columns) {
    if (provenance.empty()) break;
    column.provenance.resize(raw.rows());
    for (std::size_t row = 0; row < raw.rows(); ++row) {
      if (!column.provenance[row]) column.provenance[row] = provenance[row];
    }
  }
  std::vector<std::string> keys;
  keys.reserve(raw.rows());
  for (std::size_t row = 0; row < raw.rows(); ++row) keys.emplace_back(raw.at(row, key_cells).text);
  auto table = std::make_shared<table::Table>(name, source.span, std::move(columns), key, std::move(keys));
  table->default_provenance = source.provenance;
  table->origin.source = source.source;
  if (source.file) table->origin.file = source.file->value;
  if (source.sheet) table->origin.sheet = source.sheet->value;
  return table;
}

}  // namespace banxin::data
