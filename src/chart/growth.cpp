// `growth`: the data are rates of growth from one period to the next; the columns show the level that follows from
// them, the first period being 1. Each column is what there was, and on it what came in addition: the rate is the
// proportion of the two, so it can be seen and not only read.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "chart/check.hpp"
#include "chart/column_frame.hpp"
#include "chart/events.hpp"
#include "chart/kinds.hpp"
#include "chart/numbers.hpp"
#include "chart/words.hpp"

namespace banxin::chart {

namespace {

std::vector<double> levels_of(const model::Series& series) {
  std::vector<double> levels;
  double level = 1;
  for (std::size_t i = 0; i < series.data.size(); ++i) {
    if (i > 0) level *= 1 + *series.data[i].value / 100;
    levels.push_back(level);
  }
  return levels;
}

void check_growth(const model::Chart& chart, Diagnostics& diagnostics) {
  check_series(chart, 1, 1, diagnostics);
  if (chart.series.empty() || chart.series.front().data.empty()) return;
  const std::vector<model::Datum>& data = chart.series.front().data;
  const auto span_of = [](const model::Datum& datum) {
    return datum.value.span.known() ? datum.value.span : datum.span;
  };
  if (*data.front().value != 0 && std::isfinite(*data.front().value)) {
    diagnostics.report(
        MessageId::chart_base_not_zero, span_of(data.front()),
        {*data.front().label, print(*data.front().value, {decimals_needed(*data.front().value), true, {}})}, "write 0");
  }
  for (const model::Datum& datum : data) {
    // Nothing can fall by more than all of it.
    if (*datum.value < -100) {
      diagnostics.report(MessageId::chart_value_negative, span_of(datum),
                         {*chart.kind, print(*datum.value, {decimals_needed(*datum.value), false, {}}), *datum.label},
                         "write the rate in per cent, −100 or more");
    }
  }
}

Kind::Heights growth_heights(const model::Chart& chart, Length width, const Context& context) {
  const Kind::Heights plain = column_heights(chart, width, context);
  return {plain.least + context.theme.headline.size * 2, plain.most + Length::pt(40)};
}

/// The year of "2020年1-2月", for "3.8 倍于2020年": the label up to its year sign, or all of it.
std::string base_name(const std::string& label, const Words& said) {
  const std::size_t at = said.year.empty() ? std::string::npos : label.find(said.year);
  return at == std::string::npos ? label : label.substr(0, at + said.year.size());
}

Drawing draw_growth(const model::Chart& chart, Size room, const Context& context) {
  Canvas canvas(context, room);
  const Theme& theme = context.theme;
  const Words& said = words(context.language);
  const model::Series& series = chart.series.front();
  const std::vector<double> levels = levels_of(series);
  const ColumnFrame frame(canvas, chart);
  // Rates are published as they are: each keeps its own decimals, +31.3 % stays +31.3 %.
  const std::string unit = "%";

  const double grow = std::clamp(std::min(frame.slot() / 115, canvas.height() / 330), 0.55, 1.15);
  const text::TextStyle rate_style = tabular(resized(theme.headline, grow));
  const text::TextStyle level_style = tabular(resized(theme.small, std::clamp(frame.slot() / 95, 1.0, 1.2)));
  const double rate_size = rate_style.size.to_pt(), level_size = level_style.size.to_pt();
  const double head = rate_size * 1.15 + level_size * 2.4;
  double most = *std::max_element(levels.begin(), levels.end());
  const double height = frame.base() - head;
  const auto y_of = [&](double level) { return frame.base() - level / most * height; };

  for (std::size_t i = 0; i < series.data.size(); ++i) {
    const model::Datum& datum = series.data[i];
    const bool marked = highlighted(chart, *datum.label);
    const Color& color = marked ? theme.highlight : theme.primary;
    const double y = y_of(levels[i]), x = frame.left(i);
    if (i == 0) {
      canvas.bar({x, y, frame.column(), frame.base() - y}, BarEnd::top, theme.muted, datum.span);
    } else {
      const double before = y_of(levels[i - 1]);
      const bool rose = levels[i] > levels[i - 1];
      const double carried = rose ? before : y;
      canvas.bar({x, carried, frame.column(), frame.base() - carried}, rose ? BarEnd::none : BarEnd::top,
                 theme.secondary, datum.span);
      if (rose) canvas.bar({x, y, frame.column(), before - y}, BarEnd::top, color, datum.span);
      canvas.rule(frame.left(i - 1) + frame.column() + 3, before, x - 3, before, theme.grey, theme.hairline.to_pt() * 2,
                  {2, 2.4});
    }
    const double level_baseline = y - level_size * 0.8;
    const std::string level = fmt::format("{:.1f}", levels[i]);
    const std::string caption =
        i == 0 ? level : fmt::format(fmt::runtime(said.multiple), level, base_name(*series.data.front().label, said));
    if (!frame.valued(i)) continue;
    Block words_above = fit(canvas, caption, level_style, frame.room() - 6, 1, datum.span, Long::keep);
    const double middle = frame.middle(i, words_above.width);
    place_below(canvas, std::move(words_above), middle, level_baseline, Anchor::middle);
    if (i == 0) continue;
    const std::string rate =
        datum.display.empty() ? print(*datum.value, {decimals_written(*datum.value), true, unit}) : datum.display;
    const text::TextStyle style = colored(rate_style, marked ? theme.highlight : theme.ink);
    place_below(canvas, fit(canvas, rate, style, frame.room() - 4, 1, datum.value.span, Long::keep), frame.center(i),
                level_baseline - level_size * 1.85, Anchor::middle);
  }
  canvas.rule(0, frame.base(), canvas.width(), frame.base(), theme.grey, theme.hairline.to_pt() * 2);
  frame.draw_names(canvas, chart);
  return canvas.finish();
}

}  // namespace

Kind growth() {
  return {"growth",
          "the level that follows from published rates of growth; the first datum is the base, with the rate 0",
          check_growth, growth_heights, draw_growth};
}

}  // namespace banxin::chart
