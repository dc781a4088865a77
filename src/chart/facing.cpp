// `facing`: two series face each other across their common classes, on one scale. The numbers stand in the bars at the
// end next to the class, where both sides are compared; a bar too short for its number has it at its outer end.
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

constexpr double thickest_bar = 64;

void check_facing(const model::Chart& chart, Diagnostics& diagnostics) {
  check_series(chart, 2, 2, diagnostics);
  check_same_classes(chart, diagnostics);
  check_not_negative(chart, diagnostics);
}

Kind::Heights facing_heights(const model::Chart& chart, Length, const Context& context) {
  const double size = context.theme.category.size.to_pt();
  const auto count = static_cast<double>(chart.series.front().data.size());
  return {Length::pt(size * (3 + count * 2.2)), Length::pt(size * 3 + count * 110)};
}

struct Plan {
  double head = 0, pitch = 0, bar_height = 0;
  double axis[2] = {0, 0};  // where the bars of either side begin
  double wing = 0;          // length of the longest bar
  double center = 0;
  double class_width = 0;
  double padding = 0;  // from a bar's end to its number
  text::TextStyle class_style, strong_style, value_style;
  text::TextStyle title_style;
  double title_height = 0, rise = 0;
  NumberColumn numbers;
  [[nodiscard]] double need() const { return numbers.width() + 2 * padding; }  // of a number with its margins
};

Block sum_of_range(const Canvas& canvas, const model::Chart& chart, const Place& range, const NumberFormat& format,
                   const Plan& plan, Span span) {
  const std::string sum = print(sum_of(chart.series[0], range.first, range.last), format);
  return fit(canvas, sum, plan.strong_style, canvas.width() * 0.2, 1, span, Long::keep);
}

Block words_of_range(const Canvas& canvas, const model::Event& event, const Plan& plan) {
  return fit(canvas, *event.label, plan.class_style, canvas.width() * 0.16, 2, event.label.span);
}

constexpr double bracket_depth = 24;  // from the bars to the bracket and on to its words

/// What the brackets at the outer edge take from the width.
double bracket_room(const Canvas& canvas, const model::Chart& chart, const Plan& plan, const NumberFormat& format) {
  double room = 0;
  for (const model::Event& event : chart.events) {
    const Place range = place_of(*event.at, chart.series[0]);
    if (range.kind != Place::Kind::range) continue;
    const double words =
        std::max(words_of_range(canvas, event, plan).width, sum_of_range(canvas, chart, range, format, plan, {}).width);
    room = std::max(room, words + bracket_depth);
  }
  return room;
}

/// Whether each number fits into its bar, or else between the bar's end and the edge.
bool numbers_fit(const model::Chart& chart, const Scale& scale, double side, double need) {
  for (const model::Series& series : chart.series) {
    for (const model::Datum& datum : series.data) {
      const double length = scale.share(*datum.value) * side;
      if (length < need && length + need > side) return false;
    }
  }
  return true;
}

Plan plan_facing(const Canvas& canvas, const model::Chart& chart, const NumberFormat& format, const Scale& scale) {
  const Theme& theme = canvas.theme();
  const auto count = static_cast<double>(chart.series[0].data.size());
  Plan plan;
  plan.title_style = resized(theme.strong, 1.1);
  const double title_room = canvas.width() * 0.4;
  for (const model::Series& series : chart.series) {
    plan.title_height =
        std::max(plan.title_height, fit(canvas, *series.name, plan.title_style, title_room, 2).height());
  }
  // Han characters rise above the capitals that blocks are measured by.
  plan.rise = plan.title_style.size.to_pt() * 0.14;
  plan.head = plan.rise + plan.title_height + theme.strong.size.to_pt() * 2.1;
  plan.pitch = (canvas.height() - plan.head) / count;
  plan.bar_height = std::min(plan.pitch * 0.62, thickest_bar);
  const double grow = std::clamp(plan.pitch / 60, 0.9, 1.25);
  plan.class_style = resized(theme.category, grow);
  plan.strong_style = resized(theme.strong, grow);
  const double number_size = std::clamp(std::min(plan.pitch * 0.26, canvas.width() * 0.036), theme.value.size.to_pt(),
                                        theme.value.size.to_pt() * 1.75);
  const auto take_numbers = [&](double size) {
    plan.value_style = tabular(resized(theme.strong, size / theme.strong.size.to_pt()));
    plan.padding = size * 0.65;
    plan.numbers = {};
    for (const model::Series& series : chart.series) {
      for (const model::Datum& datum : series.data) plan.numbers.take(canvas, print(datum, format), plan.value_style);
    }
  };
  take_numbers(number_size);
  for (const model::Series& series : chart.series) {
    for (const model::Datum& datum : series.data) {
      plan.class_width =
          std::max(plan.class_width, fit(canvas, *datum.label, plan.strong_style, canvas.width() * 0.2, 2).width);
    }
  }
  const double half = plan.class_width / 2 + plan.strong_style.size.to_pt() * 1.1;
  const double zone = bracket_room(canvas, chart, plan, format);
  const double side = (canvas.width() - zone) / 2 - half;
  plan.wing = side;
  while (!numbers_fit(chart, scale, side, plan.need())) {
    const double size = plan.value_style.size.to_pt();
    if (size <= least_type_size) {
      // Every number has its room beyond its bar, whatever is left for the bars.
      plan.wing = std::max(side - plan.need(), 1.0);
      break;
    }
    take_numbers(size * 0.92);
  }
  plan.center = zone + plan.wing + half;
  plan.axis[0] = plan.center - half;
  plan.axis[1] = plan.center + half;
  return plan;
}

// The part by which one side exceeds the other: a dashed edge where the other one ends, and the words over it.
void draw_difference(Canvas& canvas, const Plan& plan, const Scale& scale, const model::Chart& chart,
                     const model::Event& event, std::size_t row) {
  const Theme& theme = canvas.theme();
  const double a = scale.share(*chart.series[0].data[row].value), b = scale.share(*chart.series[1].data[row].value);
  const int side = a >= b ? 0 : 1;
  const double direction = side == 0 ? -1 : 1;
  const double from = plan.axis[side] + direction * std::min(a, b) * plan.wing;
  const double to = plan.axis[side] + direction * std::max(a, b) * plan.wing;
  const double y = plan.head + plan.pitch * (static_cast<double>(row) + 0.5);
  const double half = plan.bar_height / 2;
  canvas.rule(from, y - half, from, y + half, theme.ground, theme.hairline.to_pt() * 3, {3, 2.2}, event.at.span);
  const double over = std::min((plan.pitch - plan.bar_height) / 2, 14.0) * 0.5;
  graphics::Stroke pen;
  pen.paint = {theme.highlight, 1, false};
  pen.width = theme.hairline * 2;
  const double rail = y - half - over;
  canvas.stroke(graphics::Path()
                    .move_to(to_point(from, rail + over * 0.6))
                    .line_to(to_point(from, rail))
                    .line_to(to_point(to, rail))
                    .line_to(to_point(to, rail + over * 0.6)),
                pen, event.at.span);
  // The bracket has the color: type as small as this is sharp in one ink only.
  const text::TextStyle style = resized(theme.strong, 0.92);
  Block words = fit(canvas, *event.label, style, plan.wing, 1, event.label.span);
  // Flush with the outer end, so that the words read towards the center.
  const double edge = side == 0 ? std::min(from, to) : std::max(from, to);
  place_below(canvas, std::move(words), edge, rail - 4, side == 0 ? Anchor::start : Anchor::end);
}

// What several classes of one side are together: a bracket along the outer edge.
void draw_range(Canvas& canvas, const Plan& plan, const Scale& scale, const model::Chart& chart,
                const model::Event& event, const Place& range, const NumberFormat& format) {
  const Theme& theme = canvas.theme();
  double longest = 0;
  for (std::size_t i = range.first; i <= range.last; ++i) {
    const double length = scale.share(*chart.series[0].data[i].value) * plan.wing;
    longest = std::max(longest, length >= plan.need() ? length : length + plan.need());
  }
  const double x = plan.axis[0] - longest - 8;
  const double top = plan.head + plan.pitch * (static_cast<double>(range.first) + 0.5) - plan.bar_height / 2;
  const double low = plan.head + plan.pitch * (static_cast<double>(range.last) + 0.5) + plan.bar_height / 2;
  graphics::Stroke pen;
  pen.paint = {theme.grey, 1, false};
  pen.width = theme.hairline * 2;
  canvas.stroke(graphics::Path()
                    .move_to(to_point(x, top))
                    .line_to(to_point(x - 5, top))
                    .line_to(to_point(x - 5, low))
                    .line_to(to_point(x, low)),
                pen, event.at.span);
  Block sum = sum_of_range(canvas, chart, range, format, plan, event.label.span);
  Block words = words_of_range(canvas, event, plan);
  const double gap = plan.class_style.size.to_pt() * 0.6, height = sum.height() + gap + words.height();
  const double first = (top + low - height) / 2 + sum.cap_height;
  const double second = (top + low - height) / 2 + sum.height() + gap + words.cap_height;
  place_below(canvas, std::move(sum), x - 12, first, Anchor::end);
  place_below(canvas, std::move(words), x - 12, second, Anchor::end);
}

Drawing draw_facing(const model::Chart& chart, Size room, const Context& context) {
  Canvas canvas(context, room);
  const Theme& theme = context.theme;
  const NumberFormat format = number_format(chart);
  const Scale scale = scale_of(chart, context.shared_maximum, 5, false);
  const Plan plan = plan_facing(canvas, chart, format, scale);
  const model::Series& left = chart.series[0];

  for (int side = 0; side < 2; ++side) {
    const Color& hue = side == 0 ? theme.primary : theme.grey;
    const double x = plan.axis[side];
    Block title = fit(canvas, *chart.series[side].name, colored(plan.title_style, hue), canvas.width() * 0.4, 2,
                      chart.series[side].name.span);
    const double title_baseline = plan.rise + title.cap_height + plan.title_height - title.height();
    // Titles begin at their axis, unless a narrow wing pushes them towards the other.
    const double at = side == 0 ? std::max(x, title.width) : std::min(x, canvas.width() - title.width);
    place_below(canvas, std::move(title), at, title_baseline, side == 0 ? Anchor::end : Anchor::start);
  }

  for (std::size_t i = 0; i < left.data.size(); ++i) {
    const double y = plan.head + plan.pitch * (static_cast<double>(i) + 0.5);
    const bool marked = highlighted(chart, *left.data[i].label);
    for (int side = 0; side < 2; ++side) {
      const model::Datum& datum = chart.series[side].data[i];
      const double length = scale.share(*datum.value) * plan.wing;
      const Color& color = side == 0 ? (marked ? theme.highlight : theme.primary) : theme.muted;
      canvas.bar({side == 0 ? plan.axis[0] - length : plan.axis[1], y - plan.bar_height / 2, length, plan.bar_height},
                 side == 0 ? BarEnd::left : BarEnd::right, color, datum.span);
      const bool inside = length >= plan.need();
      const Color& ink = inside ? contrasting(color, theme) : side == 0 ? color : theme.grey;
      // The right edge of the number's column, inside next to the axis or outside next to the bar's end.
      const double right = side == 0 ? plan.axis[0] - (inside ? 0 : length) - plan.padding
                                     : plan.axis[1] + (inside ? 0 : length) + plan.padding + plan.numbers.width();
      place_number(canvas, plan.numbers, print(datum, format), colored(plan.value_style, ink), right, y,
                   datum.value.span);
    }
    place(canvas,
          fit(canvas, *left.data[i].label, marked ? plan.strong_style : plan.class_style, plan.class_width + 0.05, 2,
              left.data[i].label.span),
          plan.center, y, Anchor::middle);
  }
  for (const model::Event& event : chart.events) {
    const Place place = place_of(*event.at, left);
    if (place.kind == Place::Kind::datum) draw_difference(canvas, plan, scale, chart, event, place.first);
    if (place.kind == Place::Kind::range) draw_range(canvas, plan, scale, chart, event, place, format);
  }
  return canvas.finish();
}

}  // namespace

Kind facing() {
  return {"facing",
          "two series face each other across their common classes; an event names a difference, a range a sum",
          check_facing, facing_heights, draw_facing};
}

}  // namespace banxin::chart
