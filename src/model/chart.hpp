// A chart as the editor describes it. Drawing is in `chart/`.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/provenance.hpp"
#include "core/span.hpp"
#include "model/inline_text.hpp"
#include "model/printable_text.hpp"

namespace banxin::model {

using banxin::Provenance;

struct Datum {
  PrintableText label;
  Spanned<double> value;
  std::optional<Provenance> provenance;  ///< after binding: its own, else the chart's, else the report's
  std::string note;                      ///< small line under the label ("DALL·E面世")
  std::string display;                   ///< printed instead of the formatted value ("100+")
  Span span;
};

struct Series {
  PrintableText name;
  std::vector<Datum> data;
};

/// A marked point or moment: `at` is a datum's label.
struct Event {
  PrintableText at;
  PrintableText label;
};

/// A cell of the market landscape: a maker with its product.
struct LandscapeItem {
  Spanned<std::string> name;
  std::string note;
};
struct LandscapeGroup {
  Spanned<std::string> name;
  std::string icon;
  std::vector<LandscapeItem> items;
};

/// A column of the chart's table.
struct ColumnRef {
  Spanned<std::string> field;
  std::string title;  ///< in place of its name
};

struct Chart {
  Spanned<std::string>
      kind;  ///< a name of the chart registry: line, bars, columns, doughnut, facing, ranking, share, landscape …
  Spanned<std::string> id;
  InlineText title;
  Spanned<std::string> icon;  ///< name of a layout icon
  std::string unit;  ///< "%", "万元", printed once next to the title, and with each value if `unit_on_values`
  bool unit_on_values = false;
  InlineText note;            ///< under the chart
  PrintableText alternative;  ///< a sentence; the data table is made from the data
  std::vector<PrintableText> highlight;
  bool sort = false;                       ///< descending by value
  std::optional<int> top;                  ///< keep the first n, add up the rest as `other`
  std::string other;                       ///< label of the rest; required with `top`
  bool signed_values = false;              ///< print the plus sign
  int decimals = -1;                       ///< -1: as many as the data need, the same for all
  std::optional<double> minimum, maximum;  ///< limits of the scale instead of round ones
  std::string share_scale;                 ///< all charts of the document with the same word share one scale
  std::optional<Provenance> provenance;    ///< of data without one
  std::vector<Series> series;
  std::vector<Event> events;
  std::vector<LandscapeGroup> groups;
  std::optional<Spanned<std::string>> table;      ///< a table of the report, joined by `data/`
  std::vector<ColumnRef> x, y;                    ///< columns of that table: labels and numbers; several are series
  std::optional<Spanned<std::string>> color;      ///< the column whose values name the series
  std::optional<Spanned<std::string>> data_file;  ///< CSV file, read by the data stage
  Span span;
  /// True if any number drawn is a reconstruction: its note is then labeled 示意.
  [[nodiscard]] bool reconstructed() const;
};

}  // namespace banxin::model
