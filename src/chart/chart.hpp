// Charts as drawings: from what the editor said and the room offered to a display list with real text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "chart/theme.hpp"
#include "core/diagnostic.hpp"
#include "graphics/display_list.hpp"
#include "model/chart.hpp"
#include "text/label.hpp"

namespace banxin::chart {

/// Everything a chart kind may use besides its own data.
struct Context {
  const Theme& theme;
  const font::Library& fonts;
  Language language;
  Diagnostics& diagnostics;
  double shared_maximum = 0;                  ///< of the charts that share this one's scale; 0 = its own
  std::string_view name = {};                 ///< what messages call the chart
  LineBreakLevel level = LineBreakLevel::gb;  ///< of its labels
};

/// The body of a chart (title and note are set by layout), at origin (0,0), filling the room exactly.
/// Items of a drawing carry node 0; layout gives them the figure's node.
struct Drawing {
  graphics::DisplayList items;
  Size size;
};

/// A kind of chart. Adding one: a file in this folder, a line in registry.cpp.
struct Kind {
  std::string_view name;
  std::string_view summary;  ///< one line for the documentation
  /// Reports data that this kind cannot draw (B5xx, at the datum's place).
  void (*check)(const model::Chart&, Diagnostics&);
  /// The least height that stays legible, and the height beyond which more room only stretches, at this width.
  struct Heights {
    Length least, most;
  };
  Heights (*heights)(const model::Chart&, Length width, const Context&);
  Drawing (*draw)(const model::Chart&, Size room, const Context&);
};

const std::vector<Kind>& registry();
const Kind* find_kind(std::string_view name);

/// Reports what is wrong with a chart before it is drawn: its kind, its data, its events (B52x–B53x).
/// A chart without errors can be drawn at any size.
void check(const model::Chart& chart, Diagnostics& diagnostics);

/// The largest value that the charts of one `share_scale` must hold; 0 without data.
double largest_value(const model::Chart& chart);

/// A cell of the table that a chart's data make.
struct DataCell {
  std::string text;
  Span span;                  ///< of what is printed for it in the drawing
  std::vector<Span> remarks;  ///< of what may be printed for it too, if it says words of `text`
  int rows = 1;               ///< that it reaches over; 0: covered by the cell above it
  [[nodiscard]] bool blank() const { return text.empty(); }
};

/// The data as a table for assistive technology: first row headers, with the unit; first column names. A number that
/// was not published says so in its cell: 推算 where it follows from published ones, 示意 where it is a reconstruction.
std::vector<std::vector<DataCell>> data_cells(const model::Chart& chart, Language language = Language::zh_hans);

/// The words alone; a cell that reaches over several rows stands in each of them.
std::vector<std::vector<std::string>> data_table(const model::Chart& chart, Language language = Language::zh_hans);

/// Sorting, `top`/`other` gathering; done once before drawing so that the table and the drawing agree.
model::Chart arrange(model::Chart chart);

/// A small vector icon (unit square scaled to `size`), drawn with strokes of one weight; empty if the name is unknown.
graphics::DisplayList icon(std::string_view name, Length size, const Color& color);
std::vector<std::string_view> icon_names();

}  // namespace banxin::chart
