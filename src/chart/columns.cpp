// `columns`: vertical bars with their values above and their names below.
#include <algorithm>
#include <cmath>
#include <utility>

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

// How one column stands to another: the height of the higher one carried across, and the distance named.
void draw_comparison(Canvas& canvas, const ColumnFrame& frame, const model::Event& event, const Place& range, double a,
                     double b, double number_room) {
  const Theme& theme = canvas.theme();
  const std::size_t high = a <= b ? range.first : range.last, low = a <= b ? range.last : range.first;
  const double top = std::min(a, b), bottom = std::max(a, b) - number_room;
  if (bottom - top < theme.strong.size.to_pt() * 3) return;
  const double sign = high < low ? 1 : -1, x = frame.center(low);
  const double weight = theme.hairline.to_pt() * 2;
  canvas.rule(frame.center(high) + sign * (frame.column() / 2 + 3), top, x + sign * 12, top, theme.grey, weight,
              {2, 2.4}, event.at.span);
  const double middle = (top + bottom) / 2;
  Block words = fit(canvas, *event.label, resized(theme.strong, 1.35), frame.slot() * 1.2, 2, event.label.span);
  const double half = words.height() / 2 + theme.strong.size.to_pt() * 0.7;
  graphics::Stroke pen;
  pen.paint = {theme.grey, 1, false};
  pen.width = Length::pt(weight);
  canvas.rule(x, top, x, middle - half, theme.grey, weight, {}, event.at.span);
  canvas.rule(x, middle + half, x, bottom, theme.grey, weight, {}, event.at.span);
  for (const auto& [y, way] : {std::pair{top, 1.0}, std::pair{bottom, -1.0}}) {
    canvas.stroke(graphics::Path()
                      .move_to(to_point(x - 3, y + way * 4))
                      .line_to(to_point(x, y))
                      .line_to(to_point(x + 3, y + way * 4)),
                  pen, event.at.span);
  }
  place(canvas, std::move(words), x, middle, Anchor::middle);
}

Drawing draw_columns(const model::Chart& chart, Size room, const Context& context) {
  Canvas canvas(context, room);
  const Theme& theme = context.theme;
  const model::Series& series = chart.series.front();
  const NumberFormat format = number_format(chart);
  const Scale scale = scale_of(chart, context.shared_maximum, 5, false);
  const ColumnFrame frame(canvas, chart);

  const double emphasis = std::clamp(frame.slot() / 90, 1.0, 1.5);
  const text::TextStyle value_style = tabular(resized(theme.value, emphasis));
  const text::TextStyle strong_style = tabular(resized(theme.headline, std::clamp(frame.slot() / 95, 0.5, 1.0)));
  const double head = strong_style.size.to_pt() * 1.5;
  const double foot = scale.minimum < 0 ? head : 0;
  const double top = head, low = frame.base() - foot;
  const auto y_of = [&](double value) { return low - scale.share(value) * (low - top); };
  const double zero = y_of(0);

  for (std::size_t i = 0; i < series.data.size(); ++i) {
    const model::Datum& datum = series.data[i];
    const bool marked = highlighted(chart, *datum.label);
    const bool leads = i == 0 && *datum.value >= largest_value(chart);
    const Color& color = marked ? theme.highlight : leads ? theme.primary : theme.secondary;
    const double y = y_of(*datum.value);
    canvas.bar({frame.left(i), std::min(y, zero), frame.column(), std::abs(zero - y)},
               *datum.value < 0 ? BarEnd::bottom : BarEnd::top, color, datum.span);
    const text::TextStyle style = marked || leads ? colored(strong_style, color) : value_style;
    if (!frame.valued(i)) continue;
    Block number = fit(canvas, print(datum, format), style, frame.room() - 4, 1, datum.value.span, Long::keep);
    const double gap = style.size.to_pt() * 0.5;
    const double x = frame.middle(i, number.width);
    place_below(canvas, std::move(number), x, *datum.value < 0 ? y + gap + style.size.to_pt() * 0.75 : y - gap,
                Anchor::middle);
  }
  canvas.rule(0, zero, canvas.width(), zero, theme.grey, theme.hairline.to_pt() * 2);
  for (const model::Event& event : chart.events) {
    const Place place = place_of(*event.at, series);
    if (place.kind != Place::Kind::range) continue;
    const double a = y_of(*series.data[place.first].value), b = y_of(*series.data[place.last].value);
    draw_comparison(canvas, frame, event, place, a, b, value_style.size.to_pt() * 1.6);
  }
  frame.draw_names(canvas, chart);
  return canvas.finish();
}

}  // namespace

Kind columns() {
  return {"columns", "vertical bars with direct values; an event over a range compares its two ends", check_columns,
          columns_heights, draw_columns};
}

}  // namespace banxin::chart
