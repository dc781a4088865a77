// A chart as the editor describes it. Drawing is in `chart/`.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/provenance.hpp"
#include "core/span.hpp"
#include "model/data_source.hpp"
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
  double at = 0;  ///< of a plot whose x is time or a number: days since 1970, or the number
};

struct Series {
  PrintableText name;
  std::vector<Datum> data;
  std::size_t layer = 0;          ///< of a plot
  std::size_t facet = 0;          ///< of a plot: the small multiple that it belongs to
  std::vector<double> gaps = {};  ///< of a plot: places without a number
  std::string key = {};           ///< of a plot: what its color means; the same in each facet
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

/// The scale of a channel.
struct ScaleSpec {
  std::string type;            ///< linear, log, sqrt or symlog; empty: linear
  std::vector<double> domain;  ///< two limits, or none
  std::optional<bool> zero;    ///< whether it starts at zero
};

struct AxisSpec {
  std::string position;  ///< right; empty: left
  std::string title;
};

/// A column of the chart's table, as a channel of a mark.
struct ColumnRef {
  Spanned<std::string> field;
  std::string title;  ///< in place of its name
  std::string type;   ///< quantitative, temporal, ordinal or nominal; empty: by the column's type
  Spanned<std::string> aggregate;
  std::string unit;  ///< in place of the column's
  std::string sort;  ///< ascending, descending, y or -y
  ScaleSpec scale;
  AxisSpec axis;
};

/// A mark with its channels. Channels that a layer leaves out are the chart's.
struct Layer {
  std::string mark;  ///< bar, line, area or point
  std::string stack;
  std::vector<ColumnRef> x, y, color, x_offset;
  Span span;
};

/// A line at a value, a band from one x to another, or a point at an x.
struct Annotation {
  std::optional<double> line;
  std::vector<std::string> band;
  std::string point;
  PrintableText label;
  Span span;
};

/// A plot that the data stage made of a chart's marks and channels; its rows are the chart's series.
struct Plot {
  enum class Position { band, time, number };
  struct PlotLayer {
    std::string mark, stack;
    bool grouped = false;  ///< series side by side
    std::string title, unit;
    bool right = false;  ///< has the axis on the right
    ScaleSpec scale;
  };
  Position position = Position::band;
  bool horizontal = false;  ///< bars from left to right
  std::string x_title, x_unit;
  std::vector<PlotLayer> layers;
  std::vector<std::string> facets;  ///< titles of small multiples; empty without
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
  std::optional<Spanned<std::string>> table;     ///< a table of the report, joined by `data/`
  std::vector<ColumnRef> x, y;                   ///< columns of that table: labels and numbers; several are series
  std::vector<ColumnRef> color;                  ///< the column whose values name the series
  std::optional<DataSource> source;              ///< its own rows or file, joined by `data/`
  std::string mark, stack;                       ///< of a chart without layers
  std::vector<ColumnRef> x_offset, row, column;  ///< groups of bars; small multiples
  std::vector<Layer> layers;
  std::string resolve_y;  ///< independent or shared
  std::vector<Annotation> annotations;
  std::optional<Plot> plot;                       ///< of a chart with marks, after binding
  std::optional<Spanned<std::string>> data_file;  ///< CSV file, read by the data stage
  Span span;
  /// Whether it is drawn from marks and channels.
  [[nodiscard]] bool has_marks() const { return !mark.empty() || !layers.empty(); }
  /// True if any number drawn is a reconstruction: its note is then labeled 示意.
  [[nodiscard]] bool reconstructed() const;
};

}  // namespace banxin::model
