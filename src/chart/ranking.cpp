// `ranking`: two ranked lists side by side on one scale. Lines join what stands in both; what stands in one only is
// pale.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "chart/check.hpp"
#include "chart/events.hpp"
#include "chart/kinds.hpp"
#include "chart/labels.hpp"
#include "chart/numbers.hpp"
#include "chart/scale.hpp"

namespace banxin::chart {

namespace {

void check_ranking(const model::Chart& chart, Diagnostics& diagnostics) {
  check_series(chart, 2, 2, diagnostics);
  check_not_negative(chart, diagnostics);
}

std::size_t rows_of(const model::Chart& chart) {
  std::size_t rows = 1;
  for (const model::Series& series : chart.series) rows = std::max(rows, series.data.size());
  return rows;
}

Kind::Heights ranking_heights(const model::Chart& chart, Length, const Context& context) {
  const double size = context.theme.category.size.to_pt();
  const auto rows = static_cast<double>(rows_of(chart));
  return {Length::pt(size * (2.6 + rows * 2.3)), Length::pt(size * 2.6 + rows * 46)};
}

struct Plan {
  double head = 0, pitch = 0, bar_height = 0, text_middle = 0, bar_middle = 0;
  double inner[2] = {0, 0};  // the edges of the gutter that the lines cross
  double wing = 0;
  text::TextStyle name_style, strong_style, value_style, rank_style;
  NumberColumn numbers;
};

Plan plan_ranking(const Canvas& canvas, const model::Chart& chart, const NumberFormat& format) {
  const Theme& theme = canvas.theme();
  Plan plan;
  plan.head = theme.strong.size.to_pt() * 2.5;
  plan.pitch = (canvas.height() - plan.head) / static_cast<double>(rows_of(chart));
  const double grow = std::clamp(plan.pitch / 36, 0.85, 1.15);
  plan.name_style = resized(theme.category, grow);
  plan.strong_style = resized(theme.strong, grow);
  plan.value_style = tabular(resized(theme.value, grow));
  plan.rank_style = tabular(theme.small);
  const double text = plan.name_style.size.to_pt();
  plan.bar_height = std::clamp(plan.pitch * 0.2, 3.0, 10.0);
  const double inner = text + plan.pitch * 0.12 + plan.bar_height;
  plan.text_middle = (plan.pitch - inner) / 2 + text / 2;
  plan.bar_middle = (plan.pitch + inner) / 2 - plan.bar_height / 2;
  const double gutter = std::clamp(canvas.width() * 0.17, 26.0, 92.0);
  plan.inner[0] = (canvas.width() - gutter) / 2;
  plan.inner[1] = (canvas.width() + gutter) / 2;
  plan.wing = plan.inner[0];
  for (const model::Series& series : chart.series) {
    for (const model::Datum& datum : series.data)
      plan.numbers.take(canvas, print(datum, format), tabular(plan.strong_style));
  }
  return plan;
}

Drawing draw_ranking(const model::Chart& chart, Size room, const Context& context) {
  Canvas canvas(context, room);
  const Theme& theme = context.theme;
  const NumberFormat format = number_format(chart);
  const Plan plan = plan_ranking(canvas, chart, format);
  const Scale scale = scale_of(chart, context.shared_maximum, 5, false);
  const Color hues[2] = {theme.primary, theme.accent};
  const Color pale[2] = {mix(theme.ground, theme.primary, 0.42), mix(theme.ground, theme.accent, 0.42)};
  const auto row_middle = [&](std::size_t i) {
    return plan.head + plan.pitch * static_cast<double>(i) + plan.text_middle;
  };

  for (int side = 0; side < 2; ++side) {
    const Anchor outer = side == 0 ? Anchor::start : Anchor::end;
    place_below(canvas,
                fit(canvas, *chart.series[side].name, colored(resized(theme.strong, 1.1), hues[side]), plan.wing, 1,
                    chart.series[side].name.span),
                side == 0 ? 0 : canvas.width(), theme.strong.size.to_pt() * 1.1, outer);
    const double y = plan.head - theme.strong.size.to_pt() * 0.6;
    canvas.rule(side == 0 ? 0 : plan.inner[1], y, side == 0 ? plan.inner[0] : canvas.width(), y, hues[side],
                theme.hairline.to_pt() * 3);
  }

  // Lines first, so that the dots at their ends lie on them.
  for (const bool marked : {false, true}) {
    for (std::size_t i = 0; i < chart.series[0].data.size(); ++i) {
      const model::Datum& datum = chart.series[0].data[i];
      const auto other = index_of(chart.series[1], *datum.label);
      if (!other || highlighted(chart, *datum.label) != marked) continue;
      graphics::Stroke pen;
      pen.paint = {marked ? theme.highlight : theme.muted, 1, false};
      pen.width = marked ? theme.line : theme.hairline * 3;
      const double x1 = plan.inner[0] + 6, x2 = plan.inner[1] - 6, bend = (x2 - x1) * 0.5;
      canvas.stroke(graphics::Path()
                        .move_to(to_point(x1, row_middle(i)))
                        .cubic_to(to_point(x1 + bend, row_middle(i)), to_point(x2 - bend, row_middle(*other)),
                                  to_point(x2, row_middle(*other))),
                    pen, datum.span);
    }
  }

  for (int side = 0; side < 2; ++side) {
    const model::Series& series = chart.series[side];
    const double sign = side == 0 ? -1 : 1;
    const Anchor inwards = side == 0 ? Anchor::end : Anchor::start;
    for (std::size_t i = 0; i < series.data.size(); ++i) {
      const model::Datum& datum = series.data[i];
      const bool marked = highlighted(chart, *datum.label);
      const bool shared = index_of(chart.series[1 - side], *datum.label).has_value();
      const double y = row_middle(i);
      const Color& color = marked ? theme.highlight : shared ? hues[side] : pale[side];
      graphics::Path dot;
      dot.circle(to_point(plan.inner[side] - sign * 6, y), Length::pt(2.6));
      if (shared) {
        canvas.fill(std::move(dot), color, datum.span);
      } else {
        graphics::Stroke ring;
        ring.paint = {color, 1, false};
        ring.width = Length::pt(1);
        canvas.fill(dot, theme.ground, datum.span);
        canvas.stroke(std::move(dot), ring, datum.span);
      }
      text::Label rank = canvas.label(fmt::format("{:02}", i + 1), plan.rank_style, datum.span);
      const double rank_width = rank.width.to_pt() + plan.name_style.size.to_pt() * 0.7;
      const double baseline = Canvas::baseline_for(rank, y);
      canvas.place(std::move(rank), plan.inner[side], baseline, inwards);
      const double name_room = plan.wing - rank_width - plan.numbers.width() - 8;
      const text::TextStyle& name_style = marked ? plan.strong_style : plan.name_style;
      place(canvas, fit(canvas, *datum.label, name_style, name_room, 1, datum.label.span),
            plan.inner[side] + sign * rank_width, y, inwards);
      const text::TextStyle value_style =
          marked ? tabular(colored(plan.strong_style, theme.highlight)) : plan.value_style;
      place_number(canvas, plan.numbers, print(datum, format), value_style,
                   side == 0 ? plan.numbers.width() : canvas.width(), y, datum.value.span);
      const double length = scale.share(*datum.value) * plan.wing;
      const double bar_y = plan.head + plan.pitch * static_cast<double>(i) + plan.bar_middle - plan.bar_height / 2;
      canvas.fill(graphics::Path().rect(to_rect({side == 0 ? 0 : plan.inner[1], bar_y, plan.wing, plan.bar_height})),
                  theme.panel, datum.span);
      canvas.bar({side == 0 ? plan.inner[0] - length : plan.inner[1], bar_y, length, plan.bar_height},
                 side == 0 ? BarEnd::left : BarEnd::right, color, datum.span);
    }
  }
  return canvas.finish();
}

}  // namespace

Kind ranking() {
  return {"ranking", "two ranked lists side by side on one scale; lines join what stands in both", check_ranking,
          ranking_heights, draw_ranking};
}

}  // namespace banxin::chart
