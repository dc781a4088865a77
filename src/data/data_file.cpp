#include "data/data_file.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <cmath>

#include "data/csv.hpp"

namespace banxin::data {

namespace {

constexpr std::size_t none = static_cast<std::size_t>(-1);

enum Column : std::size_t { label, value, provenance, note, display, series, column_count };
constexpr std::array<std::string_view, column_count> column_names = {"label", "value",   "provenance",
                                                                     "note",  "display", "series"};

using Columns = std::array<std::size_t, column_count>;  ///< the index of each column's field, or `none`

std::string all_columns() {
  std::string result;
  for (const std::string_view name : column_names) result += (result.empty() ? "" : ", ") + std::string(name);
  return result;
}

class Joiner {
 public:
  Joiner(const model::Document& document, source::SourceFiles& files, Diagnostics& diagnostics)
      : folder_(document.folder), provenance_(document.provenance), files_(files), diagnostics_(diagnostics) {}

  std::optional<Csv> read(const Spanned<std::string>& name) {
    const auto path = files_.locate(folder_, name, diagnostics_);
    if (!path) return std::nullopt;
    const auto id = files_.open(*path, name.span, diagnostics_);
    if (!id) return std::nullopt;
    return read_csv(files_, *id, diagnostics_);
  }

  std::optional<Columns> columns(const Csv& csv) {
    Columns result;
    result.fill(none);
    bool good = true;
    const std::vector<std::string_view> names(column_names.begin(), column_names.end());
    for (std::size_t i = 0; i < csv.rows[0].size(); ++i) {
      const Field& field = csv.rows[0][i];
      std::size_t column = 0;
      while (column < column_count && column_names[column] != field.text) ++column;
      if (column == column_count) {
        const std::string_view near = nearest(field.text, names);
        const bool other_comma = field.text.find(';') != std::string::npos ||
                                 field.text.find("，") != std::string::npos ||
                                 field.text.find('\t') != std::string::npos;
        diagnostics_.report(MessageId::csv_column_unknown, field.span, {field.text},
                            other_comma    ? "separate the columns with the ASCII comma “,”"
                            : near.empty() ? fmt::format("columns are {}", all_columns())
                                           : fmt::format("did you mean `{}`?", near));
        good = false;
      } else if (result[column] != none) {
        diagnostics_.report(MessageId::csv_column_twice, field.span, {field.text});
        good = false;
      } else {
        result[column] = i;
      }
    }
    if (!good) return std::nullopt;
    for (const Column needed : {label, value}) {
      if (result[needed] != none) continue;
      diagnostics_.report(MessageId::csv_column_missing, csv.rows[0].front().span, {column_names[needed]});
      good = false;
    }
    return good ? std::optional(result) : std::nullopt;
  }

  void join(model::Chart& chart) {
    const auto csv = read(*chart.data_file);
    if (!csv) return;
    const auto at = columns(*csv);
    if (!at) return;
    for (std::size_t i = 1; i < csv->rows.size(); ++i) {
      const std::vector<Field>& row = csv->rows[i];
      if (row.size() != csv->rows[0].size()) continue;  // reported by read_csv
      if (auto datum = datum_of(row, *at, i + 1)) {
        static const Field unnamed;
        series_of(chart, (*at)[series] == none ? unnamed : row[(*at)[series]]).data.push_back(std::move(*datum));
      }
    }
  }

  static model::Series& series_of(model::Chart& chart, const Field& name) {
    for (model::Series& known : chart.series) {
      if (known.name.value == name.text) return known;
    }
    return chart.series.emplace_back(model::Series{{name.text, name.span}, {}});
  }

  std::optional<model::Datum> datum_of(const std::vector<Field>& row, const Columns& at, std::size_t number) {
    const auto field = [&](Column column) -> const Field* { return at[column] == none ? nullptr : &row[at[column]]; };
    model::Datum datum;
    datum.span = {row.front().span.file, row.front().span.begin, row.back().span.end};
    const Field& name = *field(label);
    const Field& amount = *field(value);
    bool good = true;
    if (name.text.empty()) {
      diagnostics_.report(MessageId::csv_label_missing, name.span, {fmt::format("{}", number)});
      good = false;
    }
    datum.label = {name.text, name.span};
    datum.value.span = amount.span;
    const char* const first = amount.text.data() + (amount.text.starts_with('+') ? 1 : 0);
    const char* const last = amount.text.data() + amount.text.size();
    const auto [end, error] = std::from_chars(first, last, datum.value.value);
    if (error != std::errc{} || end != last || !std::isfinite(datum.value.value)) {
      diagnostics_.report(MessageId::csv_number_invalid, amount.span,
                          {fmt::format("{}", number), column_names[value], amount.text},
                          "write digits with a decimal point, without unit or thousands separator");
      good = false;
    }
    if (const Field* origin = field(provenance); origin != nullptr && !origin->text.empty()) {
      if (const auto known = provenance_from_name(origin->text)) {
        datum.provenance = known;
      } else {
        const std::string_view near = nearest(origin->text, {"published", "derived", "reconstructed"});
        diagnostics_.report(
            MessageId::csv_provenance_unknown, origin->span, {fmt::format("{}", number), origin->text},
            near.empty() ? "expected published, derived or reconstructed" : fmt::format("did you mean `{}`?", near));
        good = false;
      }
    }
    if (const Field* text = field(note)) datum.note = text->text;
    if (const Field* text = field(display)) datum.display = text->text;
    return good ? std::optional(std::move(datum)) : std::nullopt;
  }

  /// A chart without a provenance has the report's, a datum without one the chart's.
  void inherit(model::Chart& chart) const {
    if (!chart.provenance) chart.provenance = provenance_;
    for (model::Series& one : chart.series) {
      for (model::Datum& datum : one.data) {
        if (!datum.provenance) datum.provenance = chart.provenance;
      }
    }
  }

  static model::InlineText cell(const Field& field) {
    model::InlineText text;
    text.span = field.span;
    if (field.text.empty()) return text;
    model::InlineRun& run = text.runs.emplace_back();
    run.text = field.text;
    for (char& c : run.text) {
      if (c == '\n' || c == '\r' || c == '\t') c = ' ';
    }
    run.source = field.map;
    return text;
  }

  void join(model::Table& table) {
    const auto csv = read(*table.data_file);
    if (!csv) return;
    for (std::size_t i = 0; i < csv->rows.size(); ++i) {
      std::vector<model::InlineText> cells;
      for (const Field& field : csv->rows[i]) cells.push_back(cell(field));
      // A header in the report replaces the first row of the file.
      if (i > 0) {
        table.rows.push_back(std::move(cells));
      } else if (table.header.empty()) {
        table.header = std::move(cells);
      }
    }
  }

  std::string folder_;
  std::optional<Provenance> provenance_;
  source::SourceFiles& files_;
  Diagnostics& diagnostics_;
};

}  // namespace

void join_data_file(model::Chart& chart, const model::Document& document, source::SourceFiles& files,
                    Diagnostics& diagnostics) {
  Joiner joiner(document, files, diagnostics);
  if (chart.data_file) joiner.join(chart);
  joiner.inherit(chart);
}

void join_data_file(model::Table& table, const model::Document& document, source::SourceFiles& files,
                    Diagnostics& diagnostics) {
  if (table.data_file) Joiner(document, files, diagnostics).join(table);
}

}  // namespace banxin::data
