// `line`: a curve over time, with an area under it where there is one only. Events are named at their points; months
// are grouped by year; no gridline where the numbers stand at the curve.
#include <algorithm>
#include <cmath>
#include <optional>

#include "chart/check.hpp"
#include "chart/events.hpp"
#include "chart/kinds.hpp"
#include "chart/labels.hpp"
#include "chart/numbers.hpp"
#include "chart/scale.hpp"
#include "chart/words.hpp"

namespace banxin::chart {

namespace {

constexpr double widest_name_share = 0.3;  ///< of the width, for the name of a datum

struct Dot {
  double x, y;
};

/// A point to be named: at which datum, with which words.
struct Mark {
  std::size_t index;
  std::string name;  // empty: the value alone
  Span span;
};

void check_line(const model::Chart& chart, Diagnostics& diagnostics) {
  check_series(chart, 1, 4, diagnostics);
  check_same_classes(chart, diagnostics);
  for (const model::Series& series : chart.series) {
    if (series.data.size() == 1) {
      diagnostics.report(MessageId::chart_empty, chart.span, {name_of(chart), "a line needs two values at least"});
    }
  }
}

Kind::Heights line_heights(const model::Chart&, Length width, const Context& context) {
  return {context.theme.category.size * 15.0, std::max(width * 0.95, context.theme.category.size * 20.0)};
}

std::vector<Mark> marks_of(const model::Chart& chart) {
  const model::Series& series = chart.series.front();
  std::vector<Mark> marks;
  for (const model::Event& event : chart.events) {
    const Place place = place_of(*event.at, series);
    if (place.kind == Place::Kind::datum) marks.push_back({place.first, *event.label, event.label.span});
  }
  for (const auto& name : chart.highlight) {
    const auto index = index_of(series, *name);
    const bool named =
        index && std::any_of(marks.begin(), marks.end(), [&](const Mark& mark) { return mark.index == *index; });
    if (index && !named) marks.push_back({*index, {}, name.span});
  }
  std::sort(marks.begin(), marks.end(), [](const Mark& a, const Mark& b) { return a.index < b.index; });
  return marks;
}

bool is_marked(const std::vector<Mark>& marks, std::size_t index) {
  return std::any_of(marks.begin(), marks.end(), [&](const Mark& mark) { return mark.index == index; });
}

/// The axis: month names with the year under the first of each, or the labels as they are.
class TimeAxis {
 public:
  TimeAxis(const Canvas& canvas, const model::Series& series, const Words& said) : series_(series), said_(said) {
    months_ = !said.month.empty();
    Month month;
    for (const model::Datum& datum : series.data) months_ = months_ && read_month(*datum.label, month);
    name_ = canvas.theme().category;
    strong_ = canvas.theme().strong;
    strong_.size = name_.size;
    year_ = resized(canvas.theme().small, canvas.width() > 400 ? 1.1 : 1.0);
    for (const model::Datum& datum : series.data) {
      widest_ = std::max(widest_, canvas.label(caption(datum), strong_).width.to_pt());
    }
    widest_ = std::min(widest_, canvas.width() * widest_name_share);
    const double size = name_.size.to_pt();
    height_ = size * 1.9 + (months_ ? year_.size.to_pt() * 1.6 : 0);
  }

  [[nodiscard]] double height() const { return height_; }
  [[nodiscard]] double widest() const { return widest_; }

  void draw(Canvas& canvas, const std::vector<Dot>& dots, double base, const std::vector<Mark>& marks) const {
    const double size = name_.size.to_pt();
    // Names that have no room are left out at an even pace, counted from the end; marked ones always stand.
    const double pitch = dots.size() > 1 ? dots[1].x - dots[0].x : canvas.width();
    const auto pace = static_cast<std::size_t>(std::max(1.0, std::ceil((widest_ + 4) / pitch)));
    std::vector<Box> taken;
    const auto draw_name = [&](std::size_t i, bool strong) {
      Block label = fit(canvas, caption(series_.data[i]), strong ? strong_ : colored(name_, canvas.theme().grey),
                        widest_ + 0.05, 1, series_.data[i].label.span);
      const double width = label.width;
      const double x = std::clamp(dots[i].x, width / 2, canvas.width() - width / 2);
      const Box box{x - width / 2 - 2, base, width + 4, size};
      if (std::any_of(taken.begin(), taken.end(), [&](const Box& other) { return other.overlaps(box); })) return;
      taken.push_back(box);
      place_below(canvas, std::move(label), x, base + size * 1.55, Anchor::middle);
    };
    for (const Mark& mark : marks) draw_name(mark.index, true);
    for (std::size_t i = 0; i < dots.size(); ++i) {
      if (!is_marked(marks, i) && (dots.size() - 1 - i) % pace == 0) draw_name(i, false);
    }
    if (months_) draw_years(canvas, dots, base);
  }

 private:
  [[nodiscard]] std::string caption(const model::Datum& datum) const {
    Month month;
    if (!months_ || !read_month(*datum.label, month)) return *datum.label;
    return std::to_string(month.month) + said_.month;
  }

  void draw_years(Canvas& canvas, const std::vector<Dot>& dots, double base) const {
    int year = 0;
    const double top = base + name_.size.to_pt() * 1.55;
    for (std::size_t i = 0; i < dots.size(); ++i) {
      Month month;
      read_month(*series_.data[i].label, month);
      if (month.year == year) continue;
      year = month.year;
      text::Label label = canvas.label(std::to_string(year) + said_.year, year_, series_.data[i].label.span);
      const double width = label.width.to_pt();
      const double x = std::clamp(dots[i].x, width / 2, canvas.width() - width / 2);
      canvas.place(std::move(label), x, top + year_.size.to_pt() * 1.6, Anchor::middle);
    }
  }

  const model::Series& series_;
  const Words& said_;
  bool months_ = false;
  text::TextStyle name_, strong_, year_;
  double widest_ = 0, height_ = 0;
};

bool touches_curve(const Box& box, const std::vector<Dot>& dots) {
  for (std::size_t i = 1; i < dots.size(); ++i) {
    const Dot a = dots[i - 1], b = dots[i];
    const double from = std::max(a.x, box.x), to = std::min(b.x, box.right());
    if (from > to) continue;
    const auto y_at = [&](double x) { return a.y + (b.y - a.y) * (x - a.x) / (b.x - a.x); };
    const double y1 = y_at(from), y2 = y_at(to);
    if (std::max(y1, y2) > box.y && std::min(y1, y2) < box.bottom()) return true;
  }
  return false;
}

/// Names points: over the point on a leader of growing length, or beside it, wherever nothing is in the way.
class Namer {
 public:
  Namer(Canvas& canvas, const std::vector<Dot>& dots, double base) : canvas_(canvas), dots_(dots), base_(base) {}

  void keep_clear(const Box& box) { taken_.push_back(box); }

  /// The largest is named in large type where that finds room.
  void name(const Mark& mark, const std::string& value, Span value_span, bool large) {
    if (large && try_name(mark, value, value_span, Size::large)) return;
    if (try_name(mark, value, value_span, Size::usual) || try_name(mark, value, value_span, Size::small)) return;
    if (mark.name.empty()) return;
    const Context& context = canvas_.context();
    context.diagnostics.report(MessageId::chart_label_long, mark.span, {mark.name, context.name},
                               "write a shorter one");
  }

 private:
  enum class Size { large, usual, small };

  bool try_name(const Mark& mark, const std::string& value, Span value_span, Size size) {
    const Theme& theme = canvas_.theme();
    const bool large = size == Size::large, small = size == Size::small;
    const text::TextStyle value_style = colored(tabular(large   ? resized(theme.headline, 0.9)
                                                        : small ? resized(theme.value, 0.8)
                                                                : theme.value),
                                                theme.highlight);
    const double grow = large ? 1.25 : small ? 0.8 : 1.05;
    text::Label number = canvas_.label(value, value_style, value_span);
    std::optional<text::Label> title;
    if (!mark.name.empty()) title = canvas_.label(mark.name, resized(theme.strong, grow), mark.span);
    const double gap = large ? 7 : 4, title_size = title ? theme.strong.size.to_pt() * grow : 0;
    const double title_cap = title ? title->cap_height.to_pt() : 0, number_cap = number.cap_height.to_pt();
    const double width = std::max(number.width.to_pt(), title ? title->width.to_pt() : 0);
    const double height = title_cap + (title ? gap + title_size * 0.2 : 0) + number_cap;
    const Dot dot = dots_[mark.index];
    const auto candidate = find(dot, width, height);
    if (!candidate) return false;
    const auto [box, anchor] = *candidate;
    const double x = anchor == Anchor::start ? box.x : anchor == Anchor::end ? box.right() : box.x + box.width / 2;
    if (anchor == Anchor::middle) {
      canvas_.rule(dot.x, dot.y - 6, dot.x, box.bottom() + 4, theme.highlight, theme.hairline.to_pt() * 1.6, {},
                   mark.span);
    }
    if (title) canvas_.place(std::move(*title), x, box.y + title_cap, anchor);
    canvas_.place(std::move(number), x, box.bottom(), anchor);
    taken_.push_back({box.x - 4, box.y - 4, box.width + 8, box.height + 8});
    return true;
  }

  [[nodiscard]] bool free(const Box& box) const {
    if (box.x < 0 || box.right() > canvas_.width() || box.y < 0 || box.bottom() > base_ - 3) return false;
    const Box wide{box.x - 4, box.y - 3, box.width + 8, box.height + 6};
    return !touches_curve(wide, dots_) &&
           std::none_of(taken_.begin(), taken_.end(), [&](const Box& other) { return other.overlaps(wide); });
  }

  struct Candidate {
    Box box;
    Anchor anchor;
  };

  [[nodiscard]] std::optional<Candidate> find(Dot dot, double width, double height) const {
    for (const double lift : {20.0, 28.0, 38.0, 12.0, 50.0, 64.0, 80.0, 100.0}) {
      const Box box{dot.x - width / 2, dot.y - lift - height, width, height};
      if (free(box)) return Candidate{box, Anchor::middle};
    }
    for (const double down : {0.0, 0.35, 0.7, -0.4, 1.2}) {
      const double y = dot.y - height / 2 + height * down;
      const Box left{dot.x - 13 - width, y, width, height};
      if (free(left)) return Candidate{left, Anchor::end};
      const Box right{dot.x + 13, y, width, height};
      if (free(right)) return Candidate{right, Anchor::start};
    }
    // At the edge of the room: over the point, flush with the edge.
    for (const double lift : {12.0, 20.0, 30.0}) {
      const bool at_end = dot.x > canvas_.width() / 2;
      const Box box{at_end ? canvas_.width() - width : 0, dot.y - lift - height, width, height};
      if (free(box)) return Candidate{box, at_end ? Anchor::end : Anchor::start};
    }
    return {};
  }

  Canvas& canvas_;
  const std::vector<Dot>& dots_;
  double base_;
  std::vector<Box> taken_;
};

void draw_ticks(Canvas& canvas, const Scale& scale, const NumberFormat& format, double left, double top, double base) {
  const Theme& theme = canvas.theme();
  for (const double tick : scale.ticks()) {
    const double y = base - scale.share(tick) * (base - top);
    text::Label label =
        canvas.label(print(tick, {decimals_needed(tick), format.plus, format.unit}), tabular(theme.small));
    const double baseline = Canvas::baseline_for(label, y);
    canvas.place(std::move(label), left - 6, baseline, Anchor::end);
    if (tick != scale.minimum) canvas.rule(left, y, canvas.width(), y, theme.rule, theme.hairline.to_pt());
  }
}

graphics::Path curve(const std::vector<Dot>& dots) {
  graphics::Path path;
  path.move_to(to_point(dots.front().x, dots.front().y));
  for (std::size_t i = 1; i < dots.size(); ++i) path.line_to(to_point(dots[i].x, dots[i].y));
  return path;
}

/// What stands at the end of one of several lines: its name and its last value, beside each other or below.
Block series_caption(const Canvas& canvas, const model::Series& series, const NumberFormat& format,
                     const text::TextStyle& style, double width, Span span) {
  const std::string value = print(series.data.back(), format);
  Block block = fit(canvas, *series.name + " " + value, style, width, 2, span, Long::keep);
  if (block.width <= width + 0.01 && block.lines.size() <= 2) return block;
  block = fit(canvas, *series.name, style, width, 1, span);
  Block number = fit(canvas, value, style, width, 1, span, Long::keep);
  block.width = std::max(block.width, number.width);
  block.lines.push_back(std::move(number.lines.front()));
  return block;
}

Drawing draw_line(const model::Chart& chart, Size room, const Context& context) {
  Canvas canvas(context, room);
  const Theme& theme = context.theme;
  const model::Series& main = chart.series.front();
  const NumberFormat format = number_format(chart);
  const std::vector<Mark> marks = marks_of(chart);
  const bool several = chart.series.size() > 1;
  const bool ticks = marks.empty();
  const Scale scale = scale_of(chart, context.shared_maximum, 4, ticks);
  const TimeAxis axis(canvas, main, words(context.language));

  const double base = canvas.height() - axis.height();
  // The highest point keeps room above it for its name.
  const double head =
      ticks ? theme.small.size.to_pt()
            : std::min(theme.headline.size.to_pt() * 1.1 + theme.strong.size.to_pt() * 1.6, canvas.height() * 0.24);
  double left = std::max(axis.widest() / 2, 8.0), right = canvas.width() - std::max(axis.widest() / 2, 8.0);
  if (ticks) {
    double widest = 0;
    for (const double tick : scale.ticks()) {
      widest = std::max(
          widest, canvas.label(print(tick, {decimals_needed(tick), format.plus, format.unit}), tabular(theme.small))
                      .width.to_pt());
    }
    left = widest + 6;
  }
  double name_width = 0;
  if (several) {
    for (const model::Series& series : chart.series) {
      name_width = std::max(name_width,
                            series_caption(canvas, series, format, theme.strong, canvas.width() * 0.24, Span{}).width);
    }
    right = canvas.width() - name_width - 10;
  }

  const Color* const hues[] = {&theme.primary, &theme.muted, &theme.accent, &theme.secondary};
  std::vector<std::vector<Dot>> lines;
  for (const model::Series& series : chart.series) {
    std::vector<Dot> dots;
    const auto count = static_cast<double>(series.data.size());
    for (std::size_t i = 0; i < series.data.size(); ++i) {
      const double x = count > 1 ? left + (right - left) * static_cast<double>(i) / (count - 1) : (left + right) / 2;
      dots.push_back({x, base - scale.share(*series.data[i].value) * (base - head)});
    }
    lines.push_back(std::move(dots));
  }
  const std::vector<Dot>& dots = lines.front();

  if (ticks) draw_ticks(canvas, scale, format, left, head, base);
  if (!several) {
    graphics::Path area = curve(dots);
    area.line_to(to_point(dots.back().x, base)).line_to(to_point(dots.front().x, base)).close();
    graphics::LinearGradient gradient;
    gradient.from = to_point(0, head);
    gradient.to = to_point(0, base);
    // Mixed with the ground, not transparent: it prints the same and needs no soft mask.
    gradient.stops = {{0, mix(theme.ground, theme.primary, 0.34), 1},
                      {0.6, mix(theme.ground, theme.primary, 0.12), 1},
                      {1, mix(theme.ground, theme.primary, 0.02), 1}};
    canvas.fill(std::move(area), graphics::Paint{gradient, 1, false}, chart.span);
  }
  for (const Mark& mark : marks) {
    canvas.rule(dots[mark.index].x, dots[mark.index].y, dots[mark.index].x, base, theme.highlight,
                theme.hairline.to_pt() * 1.4, {1.2, 2.2}, mark.span);
  }
  canvas.rule(0, base, canvas.width(), base, theme.grey, theme.hairline.to_pt() * 2);
  for (std::size_t s = lines.size(); s-- > 0;) {
    graphics::Stroke pen;
    pen.paint = {*hues[s % 4], 1, false};
    pen.width = theme.line;
    pen.cap = graphics::LineCap::round;
    pen.join = graphics::LineJoin::round;
    canvas.stroke(curve(lines[s]), pen, chart.series[s].name.span);
  }
  for (const Mark& mark : marks) {
    graphics::Stroke pen;
    pen.paint = {theme.highlight, 1, false};
    pen.width = theme.line;
    graphics::Path ring;
    ring.circle(to_point(dots[mark.index].x, dots[mark.index].y), theme.line * 1.9);
    canvas.fill(ring, theme.ground, mark.span);
    canvas.stroke(std::move(ring), pen, mark.span);
  }

  Namer namer(canvas, dots, base);
  for (const Mark& mark : marks) {
    const Dot dot = dots[mark.index];
    namer.keep_clear({dot.x - 5, dot.y - 5, 10, 10});
  }
  const double largest = largest_value(chart);
  // The largest first: it is what the chart is about, and takes the best place.
  for (const bool large : {true, false}) {
    for (const Mark& mark : marks) {
      const model::Datum& datum = main.data[mark.index];
      if ((*datum.value >= largest) == large) namer.name(mark, print(datum, format), datum.value.span, large);
    }
  }
  if (!ticks && !is_marked(marks, 0)) {
    text::Label first = canvas.label(print(main.data.front(), format), colored(tabular(theme.value), theme.grey),
                                     main.data.front().value.span);
    const double width = first.width.to_pt();
    canvas.place(std::move(first), std::max(0.0, dots.front().x - width / 2), dots.front().y - 7);
  }
  if (several) {
    std::vector<double> wishes, extents;
    std::vector<std::size_t> order(lines.size());
    for (std::size_t s = 0; s < lines.size(); ++s) order[s] = s;
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return lines[a].back().y < lines[b].back().y; });
    std::vector<Block> names;
    for (const std::size_t s : order) {
      names.push_back(series_caption(canvas, chart.series[s], format,
                                     colored(theme.strong, s == 0 ? theme.primary : theme.ink), name_width + 0.05,
                                     chart.series[s].name.span));
      wishes.push_back(lines[s].back().y);
      extents.push_back(names.back().height() + theme.strong.size.to_pt() * 0.6);
    }
    const std::vector<double> centers = spread(wishes, extents, 0, base);
    for (std::size_t i = 0; i < names.size(); ++i)
      place(canvas, std::move(names[i]), right + 10, centers[i], Anchor::start);
  }
  axis.draw(canvas, dots, base, marks);
  return canvas.finish();
}

}  // namespace

Kind line() {
  return {"line", "a line over time with its area; events are named points; labels like 2022-02 are months", check_line,
          line_heights, draw_line};
}

}  // namespace banxin::chart
