// A plot of marks and channels: its legend and its frames, one for each small multiple.
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "chart/check.hpp"
#include "chart/kinds.hpp"
#include "chart/labels.hpp"
#include "chart/plot/legend.hpp"
#include "chart/plot/panel.hpp"
#include "chart/plot/prepared.hpp"

namespace banxin::chart {

namespace {

using namespace plot;

constexpr double narrowest_facet = 118, facet_gap = 14;

struct Grid {
  std::size_t columns = 1, rows = 1;
};

Grid grid_of(const model::Chart& chart, double width) {
  Grid grid;
  const std::size_t count = std::max<std::size_t>(1, chart.plot->facets.size());
  if (!chart.column.empty()) {
    const auto most = static_cast<std::size_t>(std::max(1.0, (width + facet_gap) / (narrowest_facet + facet_gap)));
    grid.columns = std::min(count, most);
    // Rows of equal length: four are two and two rather than three and one.
    const std::size_t rows = (count + grid.columns - 1) / grid.columns;
    grid.columns = (count + rows - 1) / rows;
  }
  grid.rows = (count + grid.columns - 1) / grid.columns;
  return grid;
}

void check_plot(const model::Chart& chart, Diagnostics& diagnostics) {
  check_series(chart, 1, 1000000, diagnostics);
  for (const model::Series& series : chart.series) {
    const model::ScaleSpec& scale = chart.plot->layers[series.layer].scale;
    if (scale.type != "log") continue;
    for (const model::Datum& datum : series.data) {
      if (*datum.value > 0) continue;
      diagnostics.report(MessageId::chart_log_positive, datum.value.span.known() ? datum.value.span : chart.span,
                         {fmt::format("{}", *datum.value), *datum.label}, "write `type: symlog`");
      break;
    }
  }
}

Kind::Heights plot_heights(const model::Chart& chart, Length width, const Context& context) {
  const double size = context.theme.category.size.to_pt();
  const Grid grid = grid_of(chart, width.to_pt());
  double least = size * 19, most = 460;
  if (chart.plot->horizontal) {
    std::size_t bars = 0;
    for (const model::Series& series : chart.series) bars = std::max(bars, series.data.size());
    const bool grouped = chart.plot->layers.front().grouped;
    const double lanes = grouped ? static_cast<double>(chart.series.size()) * 0.7 : 1;
    least = size * (3 + 1.9 * static_cast<double>(bars) * std::max(1.0, lanes));
    most = std::max(most, least);
  }
  if (!chart.plot->facets.empty()) {
    least = std::min(least, size * 13) * static_cast<double>(grid.rows);
    most = std::max(least, 180.0 * static_cast<double>(grid.rows));
  }
  return {Length::pt(least), Length::pt(most)};
}

/// Whether the names of series can be at the ends of their lines.
bool names_fit(const model::Chart& chart, const Prepared& plot, double width, double height, double size) {
  if (plot.keys.size() < 2 || plot.dual || chart.plot->horizontal || width < 150) return false;
  if (static_cast<double>(plot.keys.size()) * size * 1.25 > height * 0.7) return false;
  return std::all_of(chart.plot->layers.begin(), chart.plot->layers.end(),
                     [](const model::Plot::PlotLayer& layer) { return layer.mark == "line" || layer.mark == "area"; });
}

Drawing draw_plot(const model::Chart& chart, Size room, const Context& context) {
  Canvas canvas(context, room);
  const double size = context.theme.category.size.to_pt();
  const Grid grid = grid_of(chart, canvas.width());
  const auto columns = static_cast<double>(grid.columns), rows = static_cast<double>(grid.rows);
  const double width = (canvas.width() - facet_gap * (columns - 1)) / columns;
  const double rough = canvas.height() / rows;
  const bool facets = !chart.plot->facets.empty();
  const int steps = chart.plot->horizontal ? std::clamp(static_cast<int>(width / (size * 6)), 2, 6)
                                           : std::clamp(static_cast<int>(rough / (size * 4)), 2, 6);
  const Prepared plot = prepare(chart, steps);
  const bool direct = names_fit(chart, plot, width, rough, size);
  double top = 0;
  const bool needs_names = plot.keys.size() > 1 && !direct;
  if (needs_names) top = draw_legend(canvas, chart, plot, false);
  const double height = (canvas.height() - top - facet_gap * (rows - 1)) / rows;
  const std::size_t count = std::max<std::size_t>(1, chart.plot->facets.size());
  for (std::size_t i = 0; i < count; ++i) {
    Box box{static_cast<double>(i % grid.columns) * (width + facet_gap),
            top + static_cast<double>(i / grid.columns) * (height + facet_gap), width, height};
    if (facets) {
      Block name = fit(canvas, chart.plot->facets[i], context.theme.strong, width, 1, chart.span);
      place(canvas, std::move(name), box.x, box.y + size * 0.6, Anchor::start);
      box.y += size * 1.6;
      box.height -= size * 1.6;
    }
    Panel(canvas, chart, plot, box, i, direct).draw();
  }
  return canvas.finish();
}

}  // namespace

Kind marks() { return {"plot", "marks and channels", check_plot, plot_heights, draw_plot}; }

}  // namespace banxin::chart
