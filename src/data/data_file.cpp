#include "data/data_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "data/expression/evaluator.hpp"
#include "data/table/cell.hpp"
#include "data/table/read_data_file.hpp"

namespace banxin::data {

namespace {

enum Column : std::size_t { label, value, provenance, note, display, series, column_count };
constexpr std::array<std::string_view, column_count> column_names = {"label", "value",   "provenance",
                                                                     "note",  "display", "series"};
constexpr std::size_t none = static_cast<std::size_t>(-1);
using Columns = std::array<std::size_t, column_count>;  ///< the index of each column, or `none`

std::optional<RawTable> read(const Spanned<std::string>& name, const model::Document& document,
                             source::SourceFiles& files, Diagnostics& diagnostics) {
  model::DataSource source;
  source.file = name;
  source.span = name.span;
  return read_data_file(source, document.folder, files, diagnostics);
}

class Joiner {
 public:
  Joiner(const model::Document& document, source::SourceFiles& files, Diagnostics& diagnostics)
      : document_(document), files_(files), diagnostics_(diagnostics) {}

  void join(model::Chart& chart) {
    const auto raw = read(*chart.data_file, document_, files_, diagnostics_);
    const auto at = raw ? columns(*raw) : std::nullopt;
    if (!at) return;
    for (std::size_t row = 0; row < raw->rows(); ++row) {
      if (auto datum = datum_of(*raw, *at, row)) {
        static const RawCell unnamed;
        series_of(chart, (*at)[series] == none ? unnamed : raw->at(row, (*at)[series]))
            .data.push_back(std::move(*datum));
      }
    }
  }

  /// A chart without a provenance has the report's, a datum without one the chart's.
  void inherit(model::Chart& chart) const {
    if (!chart.provenance) chart.provenance = document_.provenance;
    for (model::Series& one : chart.series) {
      for (model::Datum& datum : one.data) {
        if (!datum.provenance) datum.provenance = chart.provenance;
      }
    }
  }

 private:
  std::optional<Columns> columns(const RawTable& raw) {
    Columns result;
    result.fill(none);
    bool good = true;
    const std::vector<std::string_view> names(column_names.begin(), column_names.end());
    for (std::size_t i = 0; i < raw.names.size(); ++i) {
      const RawCell& name = raw.names[i];
      const auto column = static_cast<std::size_t>(std::find(names.begin(), names.end(), name.text) - names.begin());
      if (column == column_count) {
        const bool other_comma = name.text.find("，") != std::string_view::npos;
        diagnostics_.report(MessageId::csv_column_unknown, name.span, {name.text},
                            other_comma ? "separate the columns with the ASCII comma “,”"
                                        : did_you_mean(name.text, names, "columns are"));
        good = false;
      } else if (result[column] != none) {
        diagnostics_.report(MessageId::csv_column_twice, name.span, {name.text});
        good = false;
      } else {
        result[column] = i;
      }
    }
    if (!good) return std::nullopt;
    for (const Column needed : {label, value}) {
      if (result[needed] != none) continue;
      diagnostics_.report(MessageId::csv_column_missing, raw.names.front().span, {column_names[needed]});
      good = false;
    }
    return good ? std::optional(result) : std::nullopt;
  }

  static model::Series& series_of(model::Chart& chart, const RawCell& name) {
    for (model::Series& known : chart.series) {
      if (known.name.value == name.text) return known;
    }
    model::Series& added = chart.series.emplace_back();
    added.name = model::PrintableText(std::string(name.text), name.span);
    return added;
  }

  std::optional<model::Datum> datum_of(const RawTable& raw, const Columns& at, std::size_t row) {
    const auto cell = [&](Column column) -> const RawCell* {
      return at[column] == none ? nullptr : &raw.at(row, at[column]);
    };
    const std::string line = fmt::format("{}", raw.lines.empty() ? row + 2 : raw.lines[row]);
    const RawCell &first = raw.at(row, 0), &last = raw.at(row, raw.names.size() - 1);
    model::Datum datum;
    datum.span = {first.span.file, first.span.begin, last.span.end};
    bool good = true;
    if (cell(label)->text.empty()) {
      diagnostics_.report(MessageId::csv_label_missing, cell(label)->span, {line});
      good = false;
    }
    datum.label = model::PrintableText(std::string(cell(label)->text), cell(label)->span);
    const CellValue amount = read_cell(cell(value)->text, raw.decimal_comma);
    const bool percent = amount.kind == CellValue::Kind::percent;
    datum.value = {percent ? expression::rounded(amount.number * 100) : amount.number, cell(value)->span};
    if (amount.kind != CellValue::Kind::number && !percent) {
      diagnostics_.report(MessageId::csv_number_invalid, cell(value)->span,
                          {line, column_names[value], cell(value)->text}, "write a number, such as 1,234.5 or 12.5%");
      good = false;
    } else if (amount.digits_lost) {
      diagnostics_.report(MessageId::data_digits, cell(value)->span, {line, column_names[value], cell(value)->text},
                          "write fewer digits");
      good = false;
    }
    good = add_provenance(cell(provenance), line, datum) && good;
    if (cell(note) != nullptr) datum.note = cell(note)->text;
    if (cell(display) != nullptr) datum.display = cell(display)->text;
    return good ? std::optional(std::move(datum)) : std::nullopt;
  }

  bool add_provenance(const RawCell* origin, const std::string& line, model::Datum& datum) {
    if (origin == nullptr || origin->text.empty()) return true;
    datum.provenance = provenance_from_name(origin->text);
    if (datum.provenance) return true;
    const std::string_view near = nearest(origin->text, {"published", "derived", "reconstructed"});
    diagnostics_.report(
        MessageId::csv_provenance_unknown, origin->span, {line, origin->text},
        near.empty() ? "expected published, derived or reconstructed" : fmt::format("did you mean `{}`?", near));
    return false;
  }

  const model::Document& document_;
  source::SourceFiles& files_;
  Diagnostics& diagnostics_;
};

/// A cell as text without marks.
model::InlineText inline_text(const RawCell& cell) {
  model::InlineText text;
  text.span = cell.span;
  if (cell.text.empty()) return text;
  model::InlineRun& run = text.runs.emplace_back();
  run.text = cell.text;
  for (char& c : run.text) {
    if (c == '\n' || c == '\r' || c == '\t') c = ' ';
  }
  const bool quoted = cell.span.end - cell.span.begin > cell.text.size();
  run.source = SourceMap({cell.span.file, cell.span.begin + (quoted ? 1 : 0), cell.span.end});
  return text;
}

}  // namespace

void join_data_file(model::Chart& chart, const model::Document& document, source::SourceFiles& files,
                    Diagnostics& diagnostics) {
  Joiner joiner(document, files, diagnostics);
  if (chart.data_file) joiner.join(chart);
  joiner.inherit(chart);
}

void join_data_file(model::Table& table, const model::Document& document, source::SourceFiles& files,
                    Diagnostics& diagnostics) {
  if (!table.data_file) return;
  const auto raw = read(*table.data_file, document, files, diagnostics);
  if (!raw) return;
  if (table.header.empty()) {
    for (const RawCell& name : raw->names) table.header.push_back(inline_text(name));
  }
  for (std::size_t row = 0; row < raw->rows(); ++row) {
    auto& cells = table.rows.emplace_back();
    for (std::size_t column = 0; column < raw->names.size(); ++column)
      cells.push_back(inline_text(raw->at(row, column)));
  }
}

}  // namespace banxin::data
