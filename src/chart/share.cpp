// `share`: a whole cut into its parts. In a tall room one column whose parts open into a table beside it; in a low
// room, and for several wholes, bars across the width. Brackets say what neighboring parts are together.
#include <algorithm>
#include <cmath>
#include <numeric>

#include "chart/check.hpp"
#include "chart/events.hpp"
#include "chart/kinds.hpp"
#include "chart/labels.hpp"
#include "chart/numbers.hpp"
#include "chart/shades.hpp"

namespace banxin::chart {

namespace {

void check_share(const model::Chart& chart, Diagnostics& diagnostics) {
  check_series(chart, 1, 12, diagnostics);
  check_parts(chart, diagnostics);
}

Kind::Heights share_heights(const model::Chart& chart, Length width, const Context& context) {
  const double size = context.theme.category.size.to_pt();
  if (chart.series.size() > 1) {
    const auto count = static_cast<double>(chart.series.size());
    return {Length::pt(size * (3 + 2.6 * count)), Length::pt(size * 4 + 90 * count)};
  }
  return {Length::pt(size * 9), width};
}

std::vector<double> shares_of(const model::Series& series) {
  double total = 0;
  for (const model::Datum& datum : series.data) total += *datum.value;
  std::vector<double> shares;
  for (const model::Datum& datum : series.data) shares.push_back(total > 0 ? *datum.value / total : 0);
  return shares;
}

/// Extents that fill `total`, as near to the parts' own as their least extents allow.
std::vector<double> tile(const std::vector<double>& own, const std::vector<double>& least, double total) {
  std::vector<double> result(own.size());
  double lacking = -total, spare = 0;
  for (std::size_t i = 0; i < own.size(); ++i) {
    result[i] = std::max(own[i], least[i]);
    lacking += result[i];
    spare += result[i] - least[i];
  }
  for (std::size_t i = 0; i < own.size(); ++i) {
    // What the small ones take comes off the others in proportion to what they can spare.
    if (spare > 0) result[i] -= (result[i] - least[i]) * std::min(1.0, lacking / spare);
  }
  const double sum = std::accumulate(result.begin(), result.end(), 0.0);
  for (double& extent : result) extent *= total / sum;
  return result;
}

Color color_of(const model::Chart& chart, const Theme& theme, const model::Series& series, std::size_t index) {
  return highlighted(chart, *series.data[index].label) ? theme.highlight : shade(theme, index, series.data.size());
}

/// A bracket over neighboring parts, at its level: 0 lies next to the bar.
struct Bracket {
  std::size_t first, last, level;
  std::string number, words;
  Span span;
};

std::vector<Bracket> brackets_of(const model::Chart& chart, const NumberFormat& format) {
  const model::Series& series = chart.series.front();
  std::vector<Bracket> brackets;
  for (const model::Event& event : chart.events) {
    const Place place = place_of(*event.at, series);
    if (place.kind != Place::Kind::range && place.kind != Place::Kind::datum) continue;
    brackets.push_back({place.first, place.last, 0, print(sum_of(series, place.first, place.last), format),
                        *event.label, event.label.span});
  }
  // Short ones lie within long ones; those that meet go to different levels.
  std::stable_sort(brackets.begin(), brackets.end(),
                   [](const Bracket& a, const Bracket& b) { return a.last - a.first < b.last - b.first; });
  for (std::size_t i = 0; i < brackets.size(); ++i) {
    for (std::size_t k = 0; k < i; ++k) {
      const bool meet = brackets[k].first <= brackets[i].last && brackets[i].first <= brackets[k].last;
      if (meet) brackets[i].level = std::max(brackets[i].level, brackets[k].level + 1);
    }
  }
  return brackets;
}

graphics::Stroke bracket_pen(const Theme& theme) {
  graphics::Stroke pen;
  pen.paint = {theme.grey, 1, false};
  pen.width = theme.hairline * 2;
  return pen;
}

// ---- one column in a tall room -------------------------------------------------------------------------------------

constexpr double narrow = 330;  // pt; below this a column leaves no room for its table
constexpr double widest_column = 132;

Drawing draw_column(const model::Chart& chart, Size room, const Context& context) {
  Canvas canvas(context, room);
  const Theme& theme = context.theme;
  const model::Series& series = chart.series.front();
  const NumberFormat format = number_format(chart);
  const std::vector<double> shares = shares_of(series);
  const std::vector<Bracket> brackets = brackets_of(chart, format);
  const std::size_t count = series.data.size();
  const double height = canvas.height();

  const double grow = std::clamp(height / static_cast<double>(count) / 60, 0.9, 1.2);
  const text::TextStyle name_style = resized(theme.category, grow), strong_style = resized(theme.strong, grow);
  const text::TextStyle number_style = tabular(resized(theme.strong, std::clamp(grow * 1.7, 1.3, 1.95)));
  const text::TextStyle sum_style = tabular(resized(theme.headline, std::clamp(height / 380, 0.7, 1.0)));
  const double name_size = name_style.size.to_pt();

  // Brackets and their words take the left; each level its own strip.
  std::size_t levels = 0;
  for (const Bracket& bracket : brackets) levels = std::max(levels, bracket.level + 1);
  std::vector<double> strips(levels, 0);
  for (const Bracket& bracket : brackets) {
    const double words = fit(canvas, bracket.words, name_style, canvas.width() * 0.17, 2).width;
    const double number = canvas.label(bracket.number, sum_style).width.to_pt();
    strips[bracket.level] = std::max(strips[bracket.level], std::max(words, number) + 26);
  }
  const double left = std::accumulate(strips.begin(), strips.end(), 0.0);
  const double column = std::min(widest_column, (canvas.width() - left) * 0.34);

  for (const Bracket& bracket : brackets) {
    double x = left - 7;
    for (std::size_t level = 0; level < bracket.level; ++level) x -= strips[level];
    const double top =
        std::accumulate(shares.begin(), shares.begin() + static_cast<std::ptrdiff_t>(bracket.first), 0.0) * height;
    const double low =
        std::accumulate(shares.begin(), shares.begin() + static_cast<std::ptrdiff_t>(bracket.last) + 1, 0.0) * height;
    canvas.stroke(graphics::Path()
                      .move_to(to_point(x, top + 1))
                      .line_to(to_point(x - 6, top + 1))
                      .line_to(to_point(x - 6, low - 1))
                      .line_to(to_point(x, low - 1)),
                  bracket_pen(theme), bracket.span);
    const double middle = (top + low) / 2, right = x - 14;
    const double room_left = strips[bracket.level] - 21;
    Block words = fit(canvas, bracket.words, name_style, room_left, 2, bracket.span);
    Block number = fit(canvas, bracket.number, sum_style, room_left, 1, bracket.span, Long::keep);
    const double gap = name_size * 0.75, block = number.height() + gap + words.height();
    const double first = middle - block / 2 + number.cap_height;
    const double second = middle - block / 2 + number.height() + gap + words.cap_height;
    place_below(canvas, std::move(number), right, first, Anchor::end);
    place_below(canvas, std::move(words), right, second, Anchor::end);
  }

  std::vector<double> own, least;
  for (std::size_t i = 0; i < count; ++i) {
    own.push_back(shares[i] * height);
    least.push_back(std::min(number_style.size.to_pt() * 1.7, height / static_cast<double>(count)));
  }
  const std::vector<double> bands = tile(own, least, height);
  NumberColumn numbers;
  for (const model::Datum& datum : series.data) numbers.take(canvas, print(datum, format), number_style);
  const double fan = left + column + 22;  // where the bands are level
  const double name_left = fan + 8, right = canvas.width();
  double part_top = 0, band_top = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const model::Datum& datum = series.data[i];
    const bool marked = highlighted(chart, *datum.label);
    const Color color = color_of(chart, theme, series, i);
    canvas.fill(graphics::Path().rect(to_rect({left, part_top, column, own[i]})), color, datum.span);
    if (i > 0) {
      canvas.rule(left, part_top, left + column, part_top, theme.ground, 1.2);
      graphics::Stroke pen;
      pen.paint = {theme.rule, 1, false};
      pen.width = theme.hairline * 2;
      canvas.stroke(graphics::Path()
                        .move_to(to_point(left + column + 4, part_top))
                        .line_to(to_point(fan, band_top))
                        .line_to(to_point(right, band_top)),
                    pen, datum.span);
    }
    const double middle = band_top + bands[i] / 2;
    const text::TextStyle& style = marked ? strong_style : name_style;
    place(canvas,
          fit(canvas, *datum.label, style, right - numbers.width() - 12 - name_left, bands[i] > name_size * 3 ? 2 : 1,
              datum.label.span),
          name_left, middle, Anchor::start);
    place_number(canvas, numbers, print(datum, format), colored(number_style, marked ? theme.highlight : theme.ink),
                 right, middle, datum.value.span);
    part_top += own[i];
    band_top += bands[i];
  }
  return canvas.finish();
}

// ---- bars across ---------------------------------------------------------------------------------------------------

constexpr double thickest_bar = 84;

Drawing draw_rows(const model::Chart& chart, Size room, const Context& context) {
  Canvas canvas(context, room);
  const Theme& theme = context.theme;
  const NumberFormat format = number_format(chart);
  const model::Series& first = chart.series.front();
  const bool single = chart.series.size() == 1;
  const double size = theme.category.size.to_pt();
  double name_width = 0;
  if (!single) {
    for (const model::Series& series : chart.series) {
      name_width = std::max(name_width, fit(canvas, *series.name, theme.strong, canvas.width() * 0.24, 2).width);
    }
    name_width += size * 1.2;
  }
  const double left = name_width, width = canvas.width() - left;
  const std::vector<double> shares = shares_of(first);

  // Names of the parts over the first bar, each as near to its part as its neighbors allow; with one bar the numbers
  // too.
  text::TextStyle number_style = tabular(resized(theme.strong, single ? 1.5 : 1.05));
  if (single) {
    // Large figures where all of them find room beside each other.
    double all = 0;
    for (const model::Datum& datum : first.data) all += canvas.label(print(datum, format), number_style).width.to_pt();
    const double have = width - size * 0.8 * static_cast<double>(first.data.size());
    if (all > have) number_style = resized(number_style, std::max(have, 1.0) / all * 0.99);
  }
  std::vector<Block> names;
  std::vector<double> wishes, extents;
  double at = left, name_height = 0;
  for (std::size_t i = 0; i < first.data.size(); ++i) {
    const model::Datum& datum = first.data[i];
    const bool marked = highlighted(chart, *datum.label);
    names.push_back(fit(canvas, *datum.label, marked ? theme.strong : theme.category,
                        std::max(shares[i] * width - 4, width / static_cast<double>(first.data.size()) * 0.8), 2,
                        datum.label.span));
    const double number = single ? canvas.label(print(datum, format), number_style).width.to_pt() : 0;
    extents.push_back(std::max(names.back().width, number) + size * 0.8);
    wishes.push_back(at + shares[i] * width / 2);
    at += shares[i] * width;
    name_height = std::max(name_height, names.back().height());
  }
  const std::vector<double> centers = spread(wishes, extents, left - size * 0.4, canvas.width() + size * 0.4);
  const std::vector<Bracket> brackets = single ? brackets_of(chart, format) : std::vector<Bracket>{};
  std::size_t levels = 0;
  for (const Bracket& bracket : brackets) levels = std::max(levels, bracket.level + 1);
  double level_height = size * 2.3;

  const double tick = size * 0.7;
  const double rise = size * 0.14;  // of Han characters above the capitals that blocks are measured by
  const double head = rise + size * 0.3 + name_height + (single ? number_style.size.to_pt() * 1.35 : 0) + tick;
  if (levels > 0) {
    // A bar that is thick enough leaves the rest of the room to its brackets.
    const double over = canvas.height() - head - static_cast<double>(levels) * level_height - thickest_bar * 1.5;
    if (over > 0) level_height += std::min(over / static_cast<double>(levels), size * 1.2);
  }
  const double foot = static_cast<double>(levels) * level_height;
  const double pitch = (canvas.height() - head - foot) / static_cast<double>(chart.series.size());
  const double bar_height = single ? pitch : std::min(pitch * 0.66, thickest_bar);

  for (std::size_t i = 0; i < names.size(); ++i) {
    const model::Datum& datum = first.data[i];
    double baseline = rise + names[i].cap_height + (name_height - names[i].height());
    const double low = rise + name_height;
    place_below(canvas, std::move(names[i]), centers[i], baseline, Anchor::middle);
    if (single) {
      text::Label number = canvas.label(
          print(datum, format), colored(number_style, highlighted(chart, *datum.label) ? theme.highlight : theme.ink),
          datum.value.span);
      baseline = low + size * 0.6 + number.cap_height.to_pt();
      canvas.place(std::move(number), centers[i], baseline, Anchor::middle);
    }
    canvas.rule(centers[i], head - tick, wishes[i], head - 1.5, theme.grey, theme.hairline.to_pt() * 1.5, {},
                datum.span);
  }
  for (std::size_t s = 0; s < chart.series.size(); ++s) {
    const model::Series& series = chart.series[s];
    const std::vector<double> parts = shares_of(series);
    const double top = head + pitch * static_cast<double>(s) + (single ? 0 : (pitch - bar_height) / 2);
    if (!single) {
      place(canvas, fit(canvas, *series.name, theme.strong, name_width - size, 2, series.name.span), 0,
            top + bar_height / 2, Anchor::start);
    }
    double x = left;
    for (std::size_t i = 0; i < series.data.size(); ++i) {
      const model::Datum& datum = series.data[i];
      const Color color = color_of(chart, theme, series, i);
      const double extent = parts[i] * width;
      canvas.fill(graphics::Path().rect(to_rect({x, top, extent, bar_height})), color, datum.span);
      if (i > 0) canvas.rule(x, top, x, top + bar_height, theme.ground, 1.2);
      if (!single) {
        text::Label number =
            canvas.label(print(datum, format), colored(number_style, contrasting(color, theme)), datum.value.span);
        const double baseline = Canvas::baseline_for(number, top + bar_height / 2);
        // A part too thin for its number is left to the table.
        if (number.width.to_pt() + 4 <= extent)
          canvas.place(std::move(number), x + extent / 2, baseline, Anchor::middle);
      }
      x += extent;
    }
  }
  const double bars_low = canvas.height() - foot;
  for (const Bracket& bracket : brackets) {
    const double y = bars_low + static_cast<double>(bracket.level) * level_height + 4;
    const auto edge = [&](std::size_t part) {
      return left + width * std::accumulate(shares.begin(), shares.begin() + static_cast<std::ptrdiff_t>(part), 0.0);
    };
    const double from = edge(bracket.first) + 1, to = edge(bracket.last + 1) - 1;
    canvas.stroke(graphics::Path()
                      .move_to(to_point(from, y))
                      .line_to(to_point(from, y + 4))
                      .line_to(to_point(to, y + 4))
                      .line_to(to_point(to, y)),
                  bracket_pen(theme), bracket.span);
    Block words =
        fit(canvas, bracket.words + " " + bracket.number, theme.strong, canvas.width(), 1, bracket.span, Long::keep);
    const double half = words.width / 2;
    const double x = std::clamp((from + to) / 2, half, std::max(half, canvas.width() - half));
    const double baseline = y + 4 + size * 0.45 + words.cap_height;
    place_below(canvas, std::move(words), x, baseline, Anchor::middle);
  }
  return canvas.finish();
}

Drawing draw_share(const model::Chart& chart, Size room, const Context& context) {
  const bool tall =
      chart.series.size() == 1 && room.height.to_pt() > room.width.to_pt() * 0.45 && room.width.to_pt() >= narrow;
  return tall ? draw_column(chart, room, context) : draw_rows(chart, room, context);
}

}  // namespace

Kind share() {
  return {"share", "a whole cut into parts, or several; an event over a range of parts is a bracket with their sum",
          check_share, share_heights, draw_share};
}

}  // namespace banxin::chart
