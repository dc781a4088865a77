#include "chart/plot/panel.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "chart/check.hpp"
#include "chart/numbers.hpp"
#include "chart/words.hpp"

namespace banxin::chart::plot {

namespace {

constexpr std::size_t most_values = 30;  // numbers at bars: more are read from an axis

}  // namespace

Panel::Panel(Canvas& canvas, const model::Chart& chart, const Prepared& plot, Box box, std::size_t facet, bool direct)
    : canvas_(canvas),
      theme_(canvas.theme()),
      chart_(chart),
      plot_(plot),
      outer_(box),
      box_(box),
      facet_(facet),
      direct_(direct),
      horizontal_(chart.plot->horizontal),
      band_(chart.plot->position == model::Plot::Position::band),
      tick_style_(tabular(resized(theme_.category, 0.9))),
      name_style_(theme_.category),
      size_(theme_.category.size.to_pt()) {
  for (const bool side : {false, true})
    formats_[side] = tick_format(plot.scales[side].ticks, canvas.context().language);
  if (plot.normalized) formats_[0].suffix = "%";
  std::vector<double> all;
  for (const Strip& strip : plot.strips) {
    if (chart.plot->layers[strip.series->layer].mark != "bar") continue;
    for (const Piece& piece : strip.pieces) all.push_back(*piece.datum->value);
    if (all.size() > most_values * 20) break;
  }
  value_format_ = tick_format(all, canvas.context().language);
  // Means have more decimals than anyone reads.
  double most = 1;
  for (const double value : all) most = std::max(most, std::abs(value) / value_format_.divisor);
  if (value_format_.decimals > 2)
    value_format_.decimals = std::clamp(3 - static_cast<int>(std::log10(most)), 0, value_format_.decimals);
  if (value_format_.divisor > 1) value_format_.decimals = std::min(value_format_.decimals, 2);
  choose_values();
  measure();
}

bool Panel::is_right(const model::Series& series) const {
  return plot_.dual && chart_.plot->layers[series.layer].right;
}

std::vector<const Strip*> Panel::strips(std::string_view mark) const {
  std::vector<const Strip*> found;
  for (const Strip& strip : plot_.strips) {
    if (strip.series->facet == facet_ && chart_.plot->layers[strip.series->layer].mark == mark) found.push_back(&strip);
  }
  return found;
}

double Panel::slot() const {
  const double length = horizontal_ ? box_.height : box_.width;
  return length / static_cast<double>(std::max<std::size_t>(1, plot_.categories.size()));
}

double Panel::along(double at) const {
  if (band_) return (horizontal_ ? box_.y : box_.x) + (at + 0.5) * slot();
  return box_.x + (at - plot_.first) / (plot_.last - plot_.first) * box_.width;
}

double Panel::across(bool right, double value) const {
  const double share = std::clamp(plot_.scales[right].share(value), 0.0, 1.0);
  return horizontal_ ? box_.x + share * box_.width : box_.bottom() - share * box_.height;
}

/// Months print as in prose, the year with the first and each January.
std::string Panel::category(std::size_t index) const {
  const std::string& label = **plot_.categories[index];
  Month month;
  const Words& said = words(canvas_.context().language);
  if (said.month.empty() || !read_month(label, month)) return label;
  const std::string short_name = std::to_string(month.month) + said.month;
  return index == 0 || month.month == 1 ? std::to_string(month.year) + said.year + short_name : short_name;
}

/// Numbers at all bars, or at none.
void Panel::choose_values() {
  const auto bars = strips("bar");
  if (bars.empty() || plot_.dual || !strips("line").empty() || !strips("area").empty()) return;
  std::size_t count = 0;
  for (const Strip* strip : bars) count += strip->pieces.size();
  if (count > most_values) return;
  const model::Plot::PlotLayer& layer = chart_.plot->layers[bars.front()->series->layer];
  if (!layer.grouped && bars.size() > 1) return;
  if (plot_.scales[0].type != ScaleType::linear) return;
  const double room = horizontal_ ? 1e9 : slot() * 0.94 / static_cast<double>(layer.grouped ? bars.size() : 1);
  for (const Strip* strip : bars) {
    for (const Piece& piece : strip->pieces) {
      const text::TextStyle least = resized(tick_style_, least_type_size / tick_style_.size.to_pt());
      if (canvas_.label(value_format_.print(*piece.datum->value), least).width.to_pt() > room) return;
    }
  }
  if (horizontal_ && slot() * 0.8 / static_cast<double>(layer.grouped ? bars.size() : 1) < least_type_size) return;
  values_ = true;
}

void Panel::measure() {
  const auto widest = [&](bool side) {
    double width = 0;
    for (const double tick : plot_.scales[side].ticks)
      width = std::max(width, canvas_.label(formats_[side].print(tick), tick_style_).width.to_pt());
    return width;
  };
  double left = 0, right = 0, top = size_ * 0.7, bottom = 0;
  if (plot_.dual || chart_.plot->position == model::Plot::Position::number) top += size_ * 1.7;
  if (values_) top = std::max(top, size_ * 1.6);
  if (horizontal_) {
    for (std::size_t i = 0; i < plot_.categories.size(); ++i)
      left = std::max(left, canvas_.label(category(i), name_style_).width.to_pt());
    left = std::min(left, outer_.width * 0.36) + size_ * 0.7;
    right = values_ ? size_ * 4 : size_;
    top = 0;
    bottom = values_ ? 0 : size_ * 2;
  } else {
    if (!values_) left = widest(false) + size_ * 0.7;
    if (plot_.dual) right = widest(true) + size_ * 0.7;
    if (direct_) {
      double names = 0;
      for (const model::Series* series : plot_.keys)
        names = std::max(names, canvas_.label(series->key, name_style_).width.to_pt());
      right = std::min(names, outer_.width * 0.3) + size_ * 0.9;
    }
    if (!band_ && right < size_ * 1.5) right = size_ * 1.5;
    box_ = {outer_.x + left, outer_.y, outer_.width - left - right, outer_.height};
    bottom = size_ * 2;
    if (band_ && slot() >= 22) {
      double height = 0;
      for (std::size_t i = 0; i < plot_.categories.size(); ++i)
        height = std::max(height, fit(canvas_, category(i), name_style_, slot() - 4, 2).height());
      bottom = height + size_ * 1.3;
    }
    if (!chart_.plot->x_title.empty()) bottom += size_ * 1.5;
    if (values_ && plot_.scales[0].low < 0) bottom += size_ * 1.2;
  }
  box_ = {outer_.x + left, outer_.y + top, std::max(10.0, outer_.width - left - right),
          std::max(10.0, outer_.height - top - bottom)};
}

void Panel::draw() {
  if (!values_) draw_value_axis();
  draw_titles();
  draw_bands();
  draw_areas();
  draw_bars();
  const double zero = across(false, 0);
  const ValueScale& scale = plot_.scales[0];
  if (scale.type != ScaleType::log && scale.low <= 0 && scale.high >= 0) {
    const double weight = theme_.hairline.to_pt() * 2;
    if (horizontal_) {
      canvas_.rule(zero, box_.y, zero, box_.bottom(), theme_.grey, weight);
    } else {
      canvas_.rule(box_.x, zero, box_.right(), zero, theme_.grey, weight);
    }
  }
  draw_lines();
  draw_points();
  if (horizontal_) {
    draw_names_beside();
  } else if (band_) {
    draw_names();
  } else {
    draw_numbers_below();
  }
  if (direct_) draw_direct();
  draw_annotations();
  if (omitted_.empty()) return;
  canvas_.context().diagnostics.report(
      MessageId::chart_labels_omitted, chart_.span,
      {name_of(chart_), std::to_string(omitted_.size()), fmt::format("{}", fmt::join(omitted_, ", "))});
}

void Panel::draw_value_axis() {
  const double weight = theme_.hairline.to_pt();
  for (const bool side : {false, true}) {
    if (side && !plot_.dual) continue;
    double free_from = -1e9;
    for (const double tick : plot_.scales[side].ticks) {
      const double at = across(side, tick);
      if (horizontal_) {
        canvas_.rule(at, box_.y, at, box_.bottom(), theme_.rule, weight);
        text::Label label = canvas_.label(formats_[side].print(tick), tick_style_);
        const double half = label.width.to_pt() / 2;
        if (at - half < free_from || at + half > outer_.right()) continue;
        free_from = at + half + 4;
        canvas_.place(std::move(label), at, box_.bottom() + size_ * 1.4, Anchor::middle);
        continue;
      }
      if (!side) canvas_.rule(box_.x, at, box_.right(), at, theme_.rule, weight);
      text::Label label = canvas_.label(formats_[side].print(tick), tick_style_);
      const double baseline = Canvas::baseline_for(label, at);
      const double x = side ? box_.right() + size_ * 0.5 : box_.x - size_ * 0.5;
      canvas_.place(std::move(label), x, baseline, side ? Anchor::start : Anchor::end);
    }
  }
}

void Panel::draw_titles() {
  const Words& said = words(canvas_.context().language);
  const auto whole = [&](const std::string& title, const std::string& unit) {
    return unit.empty() || title.empty() ? title + unit : title + said.open + unit + said.close;
  };
  const text::TextStyle style = colored(tick_style_, theme_.grey);
  const bool numbers = chart_.plot->position == model::Plot::Position::number;
  for (const bool side : {false, true}) {
    if ((side || !numbers) && !plot_.dual) continue;
    std::string unit;
    for (const model::Plot::PlotLayer& layer : chart_.plot->layers) {
      if (!plot_.dual || layer.right == side) unit = layer.unit;
    }
    if (!plot_.dual && !chart_.unit.empty()) unit.clear();
    Block words = fit(canvas_, whole(plot_.titles[side], unit), style, outer_.width * 0.48, 1, chart_.span);
    place(canvas_, std::move(words), side ? outer_.right() : outer_.x, outer_.y + size_ * 0.6,
          side ? Anchor::end : Anchor::start);
  }
  if (chart_.plot->x_title.empty() || horizontal_) return;
  Block words = fit(canvas_, whole(chart_.plot->x_title, chart_.plot->x_unit), style, outer_.width, 1, chart_.span);
  place(canvas_, std::move(words), box_.right(), outer_.bottom() - size_ * 0.6, Anchor::end);
}

void Panel::draw_names() {
  std::size_t pace = 1;
  double room = slot() - 4;
  if (slot() < 22) {
    double widest = 0;
    const text::TextStyle small = resized(name_style_, least_type_size / size_);
    for (std::size_t i = 0; i < plot_.categories.size(); ++i)
      widest = std::max(widest, canvas_.label(category(i), small).width.to_pt());
    pace = static_cast<std::size_t>(std::ceil((std::min(widest, 60.0) + 6) / slot()));
    room = slot() * static_cast<double>(pace) - 5;
    const std::string& first = **plot_.categories.front();
    const bool ordered = !first.empty() && first[0] >= '0' && first[0] <= '9';
    if (!ordered) {
      const std::size_t shown = (plot_.categories.size() + pace - 1) / pace;
      canvas_.context().diagnostics.report(
          MessageId::chart_labels_crowded, chart_.span,
          {name_of(chart_), std::to_string(plot_.categories.size()), std::to_string(shown)},
          "show fewer, or draw bars");
    }
  }
  const double below = values_ && plot_.scales[0].low < 0 ? size_ * 1.2 : 0;
  for (std::size_t i = 0; i < plot_.categories.size(); i += pace) {
    Block name = fit(canvas_, category(i), name_style_, room, pace > 1 ? 1 : 2, plot_.categories[i]->span);
    const double half = name.width / 2;
    const double x =
        std::clamp(along(static_cast<double>(i)), outer_.x + half, std::max(outer_.x + half, outer_.right() - half));
    place_below(canvas_, std::move(name), x, box_.bottom() + below + size_ * 1.45, Anchor::middle);
  }
}

void Panel::draw_names_beside() {
  const double room = box_.x - outer_.x - size_ * 0.7;
  const std::size_t pace = static_cast<std::size_t>(std::ceil(least_type_size * 1.2 / slot()));
  const int lines = slot() > size_ * 2.7 ? 2 : 1;
  for (std::size_t i = 0; i < plot_.categories.size(); i += pace) {
    Block name = fit(canvas_, category(i), name_style_, room, lines, plot_.categories[i]->span);
    place(canvas_, std::move(name), box_.x - size_ * 0.6, along(static_cast<double>(i)), Anchor::end);
  }
  if (pace == 1) return;
  canvas_.context().diagnostics.report(MessageId::chart_labels_crowded, chart_.span,
                                       {name_of(chart_), std::to_string(plot_.categories.size()),
                                        std::to_string((plot_.categories.size() + pace - 1) / pace)},
                                       "show fewer, or give the chart more height");
}

void Panel::draw_numbers_below() {
  std::vector<TimeTick> ticks;
  const int most = std::max(2, static_cast<int>(box_.width / (size_ * 6)));
  if (chart_.plot->position == model::Plot::Position::time) {
    ticks = time_ticks(plot_.first, plot_.last, plot_.interval, most, canvas_.context().language);
  } else {
    const ValueScale scale = value_scale(ScaleType::linear, plot_.first, plot_.last, 6, false);
    const TickFormat format = tick_format(scale.ticks, canvas_.context().language);
    for (const double tick : scale.ticks) ticks.push_back({tick, format.print(tick)});
  }
  double free_from = outer_.x - 0.01;
  for (const TimeTick& tick : ticks) {
    const double x = along(tick.at);
    canvas_.rule(x, box_.bottom(), x, box_.bottom() + 3, theme_.grey, theme_.hairline.to_pt());
    text::Label label = canvas_.label(tick.label, tick_style_);
    const double width = label.width.to_pt();
    const double left = std::clamp(x - width / 2, outer_.x, std::max(outer_.x, outer_.right() - width));
    if (left < free_from || left + width > outer_.right()) continue;
    free_from = left + width + 5;
    canvas_.place(std::move(label), left, box_.bottom() + size_ * 1.55);
  }
}

bool Panel::place_free(const std::string& words, const text::TextStyle& style, Span span,
                       const std::vector<std::pair<double, double>>& candidates, double room) {
  Block block = fit(canvas_, words, style, room, 1, span);
  const double height = style.size.to_pt();
  const auto meets = [](const std::vector<Box>& boxes, const Box& box) {
    return std::any_of(boxes.begin(), boxes.end(), [&](const Box& other) { return box.overlaps(other); });
  };
  // Preferably clear of the marks; else on a patch of paper.
  for (const bool clear : {true, false}) {
    for (const auto& [x, y] : candidates) {
      const Box box{x, y - height * 0.6, block.width, height * 1.2};
      const bool inside = box.x >= outer_.x - 0.01 && box.right() <= outer_.right() + 0.01 &&
                          box.y >= outer_.y - 0.01 && box.bottom() <= outer_.bottom() + 0.01;
      if (!inside || meets(taken_, box) || (clear && meets(marks_, box))) continue;
      if (!clear) {
        canvas_.fill(graphics::Path().rect(to_rect({box.x - 2, box.y, box.width + 4, box.height})), theme_.ground);
      }
      taken_.push_back(box);
      place(canvas_, std::move(block), x, y, Anchor::start);
      return true;
    }
  }
  omitted_.push_back(words);
  return false;
}

bool Panel::find_place(const std::string& label, double& at) {
  for (const Strip& strip : plot_.strips) {
    for (const Piece& piece : strip.pieces) {
      if (*piece.datum->label != label) continue;
      at = along(piece.at);
      return true;
    }
  }
  canvas_.context().diagnostics.report(MessageId::chart_annotation_unknown, chart_.span, {label, name_of(chart_)});
  return false;
}

/// Under the marks, which would lose their color.
void Panel::draw_bands() {
  for (const model::Annotation& note : chart_.annotations) {
    double from = 0, to = 0;
    if (note.band.size() != 2 || horizontal_ || !find_place(note.band[0], from) || !find_place(note.band[1], to))
      continue;
    const double half = band_ ? slot() / 2 : 0;
    canvas_.fill(graphics::Path().rect(to_rect({from - half, box_.y, to - from + 2 * half, box_.height})),
                 mix(theme_.grey, theme_.ground, 0.86));
  }
}

void Panel::draw_annotations() {
  const text::TextStyle style = colored(resized(theme_.strong, 0.95), theme_.ink);
  for (const model::Annotation& note : chart_.annotations) {
    const double step = size_ * 0.9;
    if (note.line) {
      const double y = across(false, *note.line);
      if (horizontal_) {
        canvas_.rule(y, box_.y, y, box_.bottom(), theme_.ink, theme_.hairline.to_pt() * 2, {3, 2});
        place_free(*note.label, style, note.label.span, {{y + 4, box_.y + step}, {y + 4, box_.bottom() - step}},
                   box_.width / 2);
        continue;
      }
      canvas_.rule(box_.x, y, box_.right(), y, theme_.ink, theme_.hairline.to_pt() * 2, {3, 2});
      const double width = std::min(box_.width, canvas_.label(*note.label, style).width.to_pt());
      const double right = box_.right() - width - 2, left = box_.x + 4, middle = box_.x + (box_.width - width) / 2;
      place_free(*note.label, style, note.label.span,
                 {{right, y - step}, {left, y - step}, {right, y + step}, {left, y + step}, {middle, y - step}},
                 box_.width);
      continue;
    }
    if (horizontal_) continue;
    double from = 0;
    const double top = box_.y + size_ * 0.8;
    if (note.band.size() == 2) {
      if (!find_place(note.band[0], from)) continue;
      from -= band_ ? slot() / 2 : 0;
    } else if (!note.point.empty()) {
      if (!find_place(note.point, from)) continue;
      canvas_.rule(from, box_.y, from, box_.bottom(), theme_.ink, theme_.hairline.to_pt() * 2, {3, 2});
    }
    const double width = canvas_.label(*note.label, style).width.to_pt();
    place_free(
        *note.label, style, note.label.span,
        {{from + 3, top}, {from - 3 - width, top}, {from + 3, top + size_ * 1.3}, {from + 3, box_.y - size_ * 0.3}},
        box_.width);
  }
}

void Panel::draw_direct() {
  std::vector<double> wishes, extents;
  std::vector<const Strip*> ends;
  for (const Strip& strip : plot_.strips) {
    if (strip.series->facet == facet_ && !strip.pieces.empty()) ends.push_back(&strip);
  }
  const auto y_of = [&](const Strip* strip) {
    const Piece& last = strip->pieces.back();
    const bool area = chart_.plot->layers[strip->series->layer].mark == "area";
    return across(false, area ? (last.low + last.high) / 2 : last.high);
  };
  std::stable_sort(ends.begin(), ends.end(), [&](const Strip* a, const Strip* b) { return y_of(a) < y_of(b); });
  for (const Strip* strip : ends) {
    wishes.push_back(y_of(strip));
    extents.push_back(size_ * 1.25);
  }
  const std::vector<double> centers = spread(wishes, extents, box_.y - size_ * 0.6, box_.bottom() + size_ * 0.6);
  for (std::size_t i = 0; i < ends.size(); ++i) {
    const Color color = mix(key_color(theme_, ends[i]->key), theme_.ink, 0.35);
    Block name = fit(canvas_, ends[i]->series->key, colored(name_style_, color),
                     outer_.right() - box_.right() - size_ * 0.6, 1, ends[i]->series->name.span);
    place(canvas_, std::move(name), box_.right() + size_ * 0.6, centers[i], Anchor::start);
  }
}

}  // namespace banxin::chart::plot
