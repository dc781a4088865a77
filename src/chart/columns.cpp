// `columns`: vertical bars with their values above and their names below.
#include <algorithm>
#include <cmath>

#include "chart/check.hpp"
#include "chart/column_frame.hpp"
#include "chart/events.hpp"
#include "chart/kinds.hpp"
#include "chart/numbers.hpp"
#include "chart/scale.hpp"

namespace banxin::chart {

namespace {

void check_columns(const model::Chart& chart, Diagnostics& diagnostics) { check_series(chart, 1, 1, diagnostics); }

Kind::Heights columns_heights(const model::Chart& chart, Length width, const Context& context) {
  return column_heights(chart, width, context);
}

Drawing draw_columns(const model::Chart& chart, Size room, const Context& context) {
  Canvas canvas(context, room);
  const Theme& theme = context.theme;
  const model::Series& series = chart.series.front();
  const NumberFormat format = number_format(chart);
  const Scale scale = scale_of(chart, context.shared_maximum, 5, false);
  const ColumnFrame frame(canvas, series);

  const double emphasis = std::clamp(frame.slot() / 90, 1.0, 1.5);
  const text::TextStyle value_style = tabular(resized(theme.value, emphasis));
  const text::TextStyle strong_style = tabular(resized(theme.strong, emphasis * 1.15));
  const double head = strong_style.size.to_pt() * 1.5;
  const double foot = scale.minimum < 0 ? head : 0;
  const double top = head, low = frame.base() - foot;
  const auto y_of = [&](double value) { return low - scale.share(value) * (low - top); };
  const double zero = y_of(0);

  for (std::size_t i = 0; i < series.data.size(); ++i) {
    const model::Datum& datum = series.data[i];
    const bool marked = highlighted(chart, *datum.label);
    const bool leads = i == 0 && *datum.value >= largest_value(chart);
    const Colour& colour = marked ? theme.highlight : leads ? theme.primary : theme.secondary;
    const double y = y_of(*datum.value);
    canvas.bar({frame.left(i), std::min(y, zero), frame.column(), std::abs(zero - y)},
               *datum.value < 0 ? BarEnd::bottom : BarEnd::top, colour, datum.span);
    const text::TextStyle style = marked || leads ? coloured(strong_style, colour) : value_style;
    Block number = fit(canvas, print(datum, format), style, frame.slot() - 4, 1, datum.value.span);
    const double gap = style.size.to_pt() * 0.5;
    place_below(canvas, std::move(number), frame.centre(i), *datum.value < 0 ? y + gap + style.size.to_pt() * 0.75 : y - gap,
                Anchor::middle);
  }
  canvas.rule(0, zero, canvas.width(), zero, theme.grey, theme.hairline.to_pt() * 2);
  frame.draw_names(canvas, chart);
  return canvas.finish();
}

}  // namespace

Kind columns() {
  return {"columns", "vertical bars with direct values; below zero they hang", check_columns, columns_heights, draw_columns};
}

}  // namespace banxin::chart
