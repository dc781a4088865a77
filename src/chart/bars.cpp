// `bars`: ranked horizontal bars. Rank, name, bar and value stand in columns of their own; the values are aligned on
// the decimal at the right edge, under the unit that the title prints once.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "chart/check.hpp"
#include "chart/events.hpp"
#include "chart/kinds.hpp"
#include "chart/labels.hpp"
#include "chart/numbers.hpp"
#include "chart/scale.hpp"

namespace banxin::chart {

namespace {

constexpr double narrow = 300;  // pt; below this names stand over their bars
constexpr double thickest_bar = 30;
constexpr double bracket_distance = 9;  // from the longest bar to its bracket

bool is_ranking(const model::Series& series) {
  if (series.data.size() < 5) return false;
  for (std::size_t i = 1; i < series.data.size(); ++i) {
    if (*series.data[i].value > *series.data[i - 1].value) return false;
  }
  return true;
}

std::optional<double> reference_of(const model::Chart& chart) {
  std::optional<double> least;
  for (const model::Event& event : chart.events) {
    const Place place = place_of(*event.at, chart.series.front());
    if (place.kind == Place::Kind::value) least = least ? std::min(*least, place.value) : place.value;
  }
  return least;
}

void check_bars(const model::Chart& chart, Diagnostics& diagnostics) { check_series(chart, 1, 1, diagnostics); }

Kind::Heights bars_heights(const model::Chart& chart, Length width, const Context& context) {
  const double size = context.theme.category.size.to_pt();
  const bool stacked = width.to_pt() < narrow;
  const auto count = static_cast<double>(chart.series.front().data.size());
  const double head = reference_of(chart) ? context.theme.category.size.to_pt() * 2 : 0;
  return {Length::pt(count * size * (stacked ? 2.3 : 1.6) + head), Length::pt(count * 50 + head)};
}

/// The columns and rows of one drawing.
struct Plan {
  double head = 0;   // room above the rows for the names of reference lines
  double pitch = 0;  // row to row
  double rank = 0;   // width of the rank column
  double name = 0;   // width of the column of names, 0 if they stand over the bars
  double bar_left = 0, bar_right = 0;
  double bar_height = 0, bar_middle = 0;  // in a row, from its top
  double text_middle = 0;
  bool stacked = false;  // names over their bars
  text::TextStyle rank_style, name_style, strong_style, value_style;
  NumberColumn numbers;
  std::optional<double> reference;  // the least value that a line marks
};

Plan plan_bars(const Canvas& canvas, const model::Chart& chart, const NumberFormat& format, bool ranked) {
  const Theme& theme = canvas.theme();
  const std::vector<model::Datum>& data = chart.series.front().data;
  Plan plan;
  plan.reference = reference_of(chart);
  plan.head = plan.reference ? theme.category.size.to_pt() * 2 : 0;
  plan.pitch = (canvas.height() - plan.head) / static_cast<double>(data.size());
  const bool stacked = plan.stacked = canvas.width() < narrow && plan.pitch > theme.category.size.to_pt() * 2.2;
  // Type steps up a little where rows are generous, and down where they are tight.
  const double grow = std::clamp(plan.pitch / (stacked ? 40.0 : 30.0), 0.85, 1.2);
  plan.rank_style = tabular(resized(theme.small, std::min(grow, 1.1)));
  plan.name_style = resized(theme.category, grow);
  plan.strong_style = resized(theme.strong, grow);
  plan.value_style = tabular(resized(theme.value, grow));
  for (const model::Datum& datum : data) {
    plan.numbers.take(canvas, print(datum, format), tabular(plan.strong_style));
    plan.numbers.take(canvas, print(datum, format), plan.value_style);
  }
  const double gap = plan.name_style.size.to_pt() * 1.1;
  if (ranked) plan.rank = canvas.label("00", plan.rank_style).width.to_pt() + gap;
  if (!stacked) {
    const double most = canvas.width() * (canvas.width() < 380 ? 0.36 : 0.28);
    for (const model::Datum& datum : data) {
      for (const text::TextStyle* style : {&plan.name_style, &plan.strong_style}) {
        plan.name = std::max(plan.name, fit(canvas, *datum.label, *style, most, 2).width);
      }
    }
  }
  plan.bar_left = plan.rank + (stacked ? 0 : plan.name + gap * 1.3);
  plan.bar_right = canvas.width() - (stacked ? 0 : plan.numbers.width() + gap);
  if (stacked) {
    const double text_height = plan.name_style.size.to_pt();
    plan.bar_height = std::clamp(plan.pitch * 0.24, 3.0, thickest_bar / 2);
    const double inner = text_height + plan.pitch * 0.14 + plan.bar_height;
    plan.text_middle = (plan.pitch - inner) / 2 + text_height / 2;
    plan.bar_middle = (plan.pitch + inner) / 2 - plan.bar_height / 2;
  } else {
    plan.bar_height = std::min(plan.pitch * 0.54, thickest_bar);
    plan.bar_middle = plan.text_middle = plan.pitch / 2;
  }
  return plan;
}

struct Look {
  const Color& bar;
  text::TextStyle name, value;
};

Look look_of(const model::Chart& chart, std::size_t index, const Plan& plan, const Theme& theme) {
  const model::Datum& datum = chart.series.front().data[index];
  if (highlighted(chart, *datum.label)) {
    return {theme.highlight, plan.strong_style, tabular(colored(plan.strong_style, theme.highlight))};
  }
  // So does, in the primary color, whatever reaches the line that the editor drew, or else the leader.
  if (plan.reference ? *datum.value >= *plan.reference : index == 0 && *datum.value >= largest_value(chart)) {
    return {theme.primary, plan.strong_style, tabular(colored(plan.strong_style, theme.primary))};
  }
  return {theme.secondary, plan.name_style, plan.value_style};
}

// A dotted line from the bar to its number, on a grid that all rows share.
void draw_leader(Canvas& canvas, double from, double to, double y) {
  constexpr double pitch = 5;
  graphics::Dots dots;
  for (double x = to - 1; x > from + 8; x -= pitch) dots.centers.push_back(to_point(x, y));
  if (dots.centers.size() < 2) return;
  dots.radii = {Length::pt(0.4)};
  dots.fill = {canvas.theme().muted, 1, false};
  canvas.dots(std::move(dots));
}

void draw_reference(Canvas& canvas, const Plan& plan, const Scale& scale, const model::Event& event, double value) {
  const Theme& theme = canvas.theme();
  const double x = plan.bar_left + scale.share(value) * (plan.bar_right - plan.bar_left);
  const text::TextStyle style = resized(theme.strong, 0.92);
  const double baseline = style.size.to_pt() * 0.9;
  text::Label label = canvas.label(*event.label, style, event.label.span);
  const double half = label.width.to_pt() / 2;
  const double center = std::clamp(x, half, canvas.width() - half);
  canvas.place(std::move(label), center, baseline, Anchor::middle);
  const double weight = theme.hairline.to_pt() * 1.5;
  if (!plan.stacked) {
    canvas.rule(x, baseline + style.size.to_pt() * 0.5, x, canvas.height(), theme.ink, weight, {2.4, 2.4},
                event.at.span);
    return;
  }
  // Where names and numbers stand over the bars, the line keeps to the bars.
  for (double top = plan.head; top < canvas.height() - 1; top += plan.pitch) {
    const double reach = plan.bar_height / 2 + 1.5;
    canvas.rule(x, top + plan.bar_middle - reach, x, top + plan.bar_middle + reach, theme.ink, weight * 1.6, {},
                event.at.span);
  }
}

/// Where the leader of a row may begin: behind the bar, and behind a bracket that covers it.
double leader_begin(const Plan& plan, const Scale& scale, const model::Chart& chart, std::size_t row, double bar_end) {
  const model::Series& series = chart.series.front();
  for (const model::Event& event : chart.events) {
    const Place range = place_of(*event.at, series);
    if (range.kind != Place::Kind::range || row < range.first || row > range.last) continue;
    for (std::size_t i = range.first; i <= range.last; ++i) {
      const double end = plan.bar_left + scale.share(*series.data[i].value) * (plan.bar_right - plan.bar_left);
      bar_end = std::max(bar_end, end + bracket_distance + 5);
    }
  }
  return bar_end;
}

// A bracket beside the bars of a range, with what they are together.
void draw_range(Canvas& canvas, const Plan& plan, const Scale& scale, const model::Chart& chart,
                const model::Event& event, const Place& range) {
  const Theme& theme = canvas.theme();
  const std::vector<model::Datum>& data = chart.series.front().data;
  double longest = 0;
  for (std::size_t i = range.first; i <= range.last; ++i) longest = std::max(longest, scale.share(*data[i].value));
  const double x = plan.bar_left + longest * (plan.bar_right - plan.bar_left) + bracket_distance;
  const double half = plan.bar_height / 2;
  const double top = plan.head + plan.pitch * static_cast<double>(range.first) + plan.bar_middle - half;
  const double low = plan.head + plan.pitch * static_cast<double>(range.last) + plan.bar_middle + half;
  const double room = plan.bar_right - x - 16;
  if (room < theme.small.size.to_pt() * 3) return;
  graphics::Stroke pen;
  pen.paint = {theme.grey, 1, false};
  pen.width = theme.hairline * 2;
  canvas.stroke(graphics::Path()
                    .move_to(to_point(x, top))
                    .line_to(to_point(x + 5, top))
                    .line_to(to_point(x + 5, low))
                    .line_to(to_point(x, low)),
                pen, event.at.span);
  if (plan.stacked) {
    // Between the names there is no room for words: they stand beside the last bar of the range.
    place(canvas, fit(canvas, *event.label, theme.small, room + 4, 1, event.label.span), x + 10, low - half,
          Anchor::start);
    return;
  }
  Block words = fit(canvas, *event.label, colored(plan.name_style, theme.ink), room, 2, event.label.span);
  // The words lie on the hairlines and leaders: these stop short of them.
  const double clear = plan.name_style.size.to_pt() * 0.45;
  canvas.fill(graphics::Path().rect(to_rect(
                  {x + 7, (top + low) / 2 - words.height() / 2 - clear, words.width + 10, words.height() + 2 * clear})),
              theme.ground);
  place(canvas, std::move(words), x + 12, (top + low) / 2, Anchor::start);
}

Drawing draw_bars(const model::Chart& chart, Size room, const Context& context) {
  Canvas canvas(context, room);
  const Theme& theme = context.theme;
  const std::vector<model::Datum>& data = chart.series.front().data;
  const NumberFormat format = number_format(chart);
  const bool ranked = is_ranking(chart.series.front());
  const Plan plan = plan_bars(canvas, chart, format, ranked);
  const Scale scale = scale_of(chart, context.shared_maximum, 5, false);
  const double zero = plan.bar_left + scale.share(0) * (plan.bar_right - plan.bar_left);

  for (std::size_t i = 0; i < data.size(); ++i) {
    const model::Datum& datum = data[i];
    const double top = plan.head + plan.pitch * static_cast<double>(i);
    if (i > 0) canvas.rule(0, top, canvas.width(), top, theme.rule, theme.hairline.to_pt());
    const Look look = look_of(chart, i, plan, theme);
    const double text_y = top + plan.text_middle;
    const bool rest = !chart.other.empty() && *datum.label == chart.other;
    if (ranked && !rest) {
      text::Label rank = canvas.label(fmt::format("{:02}", i + 1), plan.rank_style, datum.span);
      const double baseline = Canvas::baseline_for(rank, text_y);
      canvas.place(std::move(rank), 0, baseline);
    }
    const double name_room = plan.name > 0 ? plan.name : canvas.width() - plan.rank - plan.numbers.width() - 8;
    place(canvas, fit(canvas, *datum.label, look.name, name_room + 0.05, plan.name > 0 ? 2 : 1, datum.label.span),
          plan.rank, text_y, Anchor::start);
    const double end = plan.bar_left + scale.share(*datum.value) * (plan.bar_right - plan.bar_left);
    const Box box{std::min(zero, end), top + plan.bar_middle - plan.bar_height / 2, std::abs(end - zero),
                  plan.bar_height};
    canvas.bar(box, end >= zero ? BarEnd::right : BarEnd::left, rest ? theme.muted : look.bar, datum.span);
    place_number(canvas, plan.numbers, print(datum, format), look.value, canvas.width(), text_y, datum.value.span);
    if (plan.name > 0 && end >= zero)
      draw_leader(canvas, leader_begin(plan, scale, chart, i, end), plan.bar_right, text_y);
  }
  for (const model::Event& event : chart.events) {
    const Place place = place_of(*event.at, chart.series.front());
    if (place.kind == Place::Kind::value) draw_reference(canvas, plan, scale, event, place.value);
    if (place.kind == Place::Kind::range) draw_range(canvas, plan, scale, chart, event, place);
  }
  return canvas.finish();
}

}  // namespace

Kind bars() {
  return {"bars", "horizontal bars: rank, name, bar, value; events mark a value (a line) or a range (a bracket)",
          check_bars, bars_heights, draw_bars};
}

}  // namespace banxin::chart
