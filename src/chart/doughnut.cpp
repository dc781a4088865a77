// `doughnut`: parts of a whole as a ring, each named where it lies; what an event sums up stands in the middle.
#include <algorithm>
#include <cmath>
#include <numbers>

#include "chart/check.hpp"
#include "chart/events.hpp"
#include "chart/kinds.hpp"
#include "chart/labels.hpp"
#include "chart/numbers.hpp"
#include "chart/shades.hpp"

namespace banxin::chart {

namespace {

void check_doughnut(const model::Chart& chart, Diagnostics& diagnostics) {
  check_series(chart, 1, 2, diagnostics);
  check_parts(chart, diagnostics);
}

bool side_by_side(const model::Chart& chart, double width, double height) {
  return chart.series.size() > 1 && width >= height * 0.9;
}

Kind::Heights doughnut_heights(const model::Chart& chart, Length width, const Context& context) {
  const double size = context.theme.category.size.to_pt();
  const auto count = static_cast<double>(chart.series.size());
  const double labels = static_cast<double>(chart.series.front().data.size()) * size * 1.5;
  return {Length::pt(std::max(size * 13, labels)), width * (count > 1 ? 1.1 : 0.8)};
}

struct Slice {
  double from, to;  // turns
  [[nodiscard]] double middle() const { return (from + to) / 2; }
};

struct Tag {
  std::size_t index;
  Block name;
  std::string number;
  double height = 0, width = 0;
};

/// One ring in a cell of the room.
class Ring {
 public:
  Ring(Canvas& canvas, const model::Chart& chart, const model::Series& series, const NumberFormat& format, Box cell)
      : canvas_(canvas), chart_(chart), series_(series), format_(format), cell_(cell) {
    const Theme& theme = canvas.theme();
    const double grow = std::clamp(std::min(cell.width / 400, cell.height / 300), 0.9, 1.2);
    name_style_ = resized(theme.category, grow);
    number_style_ = tabular(resized(theme.strong, grow * 1.35));
    double total = 0;
    for (const model::Datum& datum : series.data) total += *datum.value;
    double at = 0;
    for (const model::Datum& datum : series.data) {
      const double share = total > 0 ? *datum.value / total : 0;
      slices_.push_back({at, at + share});
      at += share;
    }
  }

  void draw() {
    draw_title();
    prepare_tags();
    place_ring();
    for (std::size_t i = 0; i < slices_.size(); ++i) {
      if (slices_[i].to <= slices_[i].from) continue;
      graphics::Path path;
      path.ring_sector(to_point(x_, y_), Length::pt(inner_), Length::pt(outer_), slices_[i].from, slices_[i].to);
      canvas_.fill(path, color(i), series_.data[i].span);
      graphics::Stroke gap;
      gap.paint = {canvas_.theme().ground, 1, false};
      gap.width = Length::pt(1.6);
      canvas_.stroke(std::move(path), gap, series_.data[i].span);
    }
    draw_side(tags_[0], -1);
    draw_side(tags_[1], 1);
    draw_middle();
  }

 private:
  [[nodiscard]] bool is_marked(std::size_t index) const { return highlighted(chart_, *series_.data[index].label); }
  [[nodiscard]] Color color(std::size_t index) const {
    return is_marked(index) ? canvas_.theme().highlight : shade(canvas_.theme(), index, series_.data.size());
  }

  void draw_title() {
    if (chart_.series.size() < 2 || series_.name->empty()) return;
    const text::TextStyle style = resized(canvas_.theme().strong, 1.1);
    place_below(canvas_, fit(canvas_, *series_.name, style, cell_.width, 1, series_.name.span),
                cell_.x + cell_.width / 2, cell_.y + style.size.to_pt(), Anchor::middle);
    const double used = style.size.to_pt() * 2;
    cell_.y += used;
    cell_.height -= used;
  }

  void prepare_tags() {
    for (std::size_t i = 0; i < slices_.size(); ++i) {
      Tag tag;
      tag.index = i;
      tag.name = fit(canvas_, *series_.data[i].label, name_style_, cell_.width * 0.24, 2, series_.data[i].label.span);
      tag.number = print(series_.data[i], format_);
      const text::Label number = canvas_.label(tag.number, number_style_);
      tag.width = std::max(tag.name.width, number.width.to_pt());
      tag.height = tag.name.height() + number.cap_height.to_pt() + name_style_.size.to_pt() * 0.55;
      tags_[slices_[i].middle() < 0.5 ? 1 : 0].push_back(std::move(tag));
    }
    // Both sides are read from above to below.
    std::reverse(tags_[0].begin(), tags_[0].end());
  }

  void place_ring() {
    double sides[2] = {0, 0};
    for (int side = 0; side < 2; ++side) {
      for (const Tag& tag : tags_[side]) sides[side] = std::max(sides[side], tag.width);
    }
    const double label_room = std::max(sides[0], sides[1]) + reach_;
    outer_ = std::min(cell_.width / 2 - label_room, cell_.height / 2 - 2);
    // Labels near twelve and six o'clock stand beyond the ring: it leaves them their height.
    for (const auto& tags : tags_) {
      for (const Tag& tag : tags) {
        const double rise = std::abs(std::cos(slices_[tag.index].middle() * 2 * std::numbers::pi));
        if (rise > 0.5) outer_ = std::min(outer_, (cell_.height / 2 - tag.height / 2) / rise - away_);
      }
    }
    outer_ = std::max(outer_, 12.0);
    inner_ = outer_ * 0.62;
    x_ = cell_.x + cell_.width / 2;
    y_ = cell_.y + cell_.height / 2;
  }

  void draw_side(std::vector<Tag>& tags, double side) {
    std::vector<double> wishes, extents;
    const double away = outer_ + away_;
    for (const Tag& tag : tags) {
      const double angle = slices_[tag.index].middle() * 2 * std::numbers::pi;
      wishes.push_back(y_ - std::cos(angle) * away);
      extents.push_back(tag.height + name_style_.size.to_pt() * 1.3);
    }
    const std::vector<double> centers = spread(wishes, extents, cell_.y, cell_.bottom());
    const Theme& theme = canvas_.theme();
    for (std::size_t i = 0; i < tags.size(); ++i) {
      Tag& tag = tags[i];
      const bool marked = is_marked(tag.index);
      const double y = centers[i];
      const double edge = x_ + side * (outer_ + reach_ - 8);
      graphics::Stroke pen;
      pen.paint = {theme.grey, 1, false};
      pen.width = theme.hairline * 1.5;
      canvas_.stroke(leader(slices_[tag.index].middle(), side, edge, y), pen, series_.data[tag.index].span);
      const Anchor anchor = side > 0 ? Anchor::start : Anchor::end;
      const double x = edge + side * 6;
      const Color& ink = marked ? theme.highlight : theme.ink;
      text::Label number = canvas_.label(tag.number, colored(number_style_, ink), series_.data[tag.index].value.span);
      const double top = y - tag.height / 2;
      const double number_baseline = top + number.cap_height.to_pt();
      canvas_.place(std::move(number), x, number_baseline, anchor);
      const double name_cap = tag.name.cap_height;
      place_below(canvas_, std::move(tag.name), x, number_baseline + name_style_.size.to_pt() * 0.55 + name_cap,
                  anchor);
    }
  }

  void draw_middle() {
    const Theme& theme = canvas_.theme();
    std::string number, words;
    Span span;
    for (const model::Event& event : chart_.events) {
      const Place place = place_of(*event.at, series_);
      if (place.kind != Place::Kind::datum && place.kind != Place::Kind::range) continue;
      number = print(sum_of(series_, place.first, place.last), format_);
      words = *event.label;
      span = event.label.span;
      break;
    }
    if (words.empty()) return;
    const double room = inner_ * 1.45;
    const Block sum = fit(canvas_, number, tabular(resized(theme.headline, std::clamp(inner_ / 70, 0.6, 1.4))), room, 1,
                          span, Long::keep);
    const Block text = fit(canvas_, words, resized(theme.category, std::clamp(inner_ / 80, 0.85, 1.15)), room, 2, span);
    const double gap = theme.category.size.to_pt() * 0.8;
    const double height = sum.height() + gap + text.height();
    place_below(canvas_, sum, x_, y_ - height / 2 + sum.cap_height, Anchor::middle);
    place_below(canvas_, text, x_, y_ - height / 2 + sum.height() + gap + text.cap_height, Anchor::middle);
  }

  /// From the ring's edge out to the height of the label, then level to it; a label that had to move away along the
  /// ring is reached round it, never across.
  [[nodiscard]] graphics::Path leader(double turn, double side, double edge, double y) const {
    double angle = turn * 2 * std::numbers::pi;
    const auto at = [&](double a, double radius) {
      return to_point(x_ + std::sin(a) * radius, y_ - std::cos(a) * radius);
    };
    const double orbit = outer_ + 7;
    graphics::Path path;
    path.move_to(at(angle, outer_ + 2)).line_to(at(angle, orbit));
    const double wanted = std::clamp((y_ - y) / orbit, -1.0, 1.0);
    const bool beyond = std::abs(y_ - y) >= orbit || std::abs(y - (y_ - std::cos(angle) * orbit)) < 1;
    if (!beyond) {
      const double target = side > 0 ? std::acos(wanted) : 2 * std::numbers::pi - std::acos(wanted);
      const bool outwards = (target - angle) * side * (y > y_ ? -1 : 1) > 0;
      if (outwards) {
        const int steps = std::max(1, static_cast<int>(std::ceil(std::abs(target - angle) / 0.06)));
        for (int i = 1; i <= steps; ++i) path.line_to(at(angle + (target - angle) * i / steps, orbit));
      } else {
        path.line_to(to_point(x_ + std::sin(angle) * (orbit + 5), y));
      }
    } else {
      path.line_to(to_point(x_ + std::sin(angle) * (orbit + 3), y));
    }
    return path.line_to(to_point(edge, y));
  }

  static constexpr double away_ = 10;   // from the ring to the height that a label wishes for
  static constexpr double reach_ = 30;  // from the ring to the labels, leader included

  Canvas& canvas_;
  const model::Chart& chart_;
  const model::Series& series_;
  const NumberFormat& format_;
  Box cell_;
  text::TextStyle name_style_, number_style_;
  std::vector<Slice> slices_;
  std::vector<Tag> tags_[2];
  double x_ = 0, y_ = 0, outer_ = 0, inner_ = 0;
};

Drawing draw_doughnut(const model::Chart& chart, Size room, const Context& context) {
  Canvas canvas(context, room);
  const NumberFormat format = number_format(chart);
  const auto count = static_cast<double>(chart.series.size());
  const bool across = side_by_side(chart, canvas.width(), canvas.height());
  const double gap = count > 1 ? context.theme.category.size.to_pt() * 2 : 0;
  for (std::size_t s = 0; s < chart.series.size(); ++s) {
    const double extent = ((across ? canvas.width() : canvas.height()) - gap * (count - 1)) / count;
    const double at = static_cast<double>(s) * (extent + gap);
    const Box cell = across ? Box{at, 0, extent, canvas.height()} : Box{0, at, canvas.width(), extent};
    Ring(canvas, chart, chart.series[s], format, cell).draw();
  }
  return canvas.finish();
}

}  // namespace

Kind doughnut() {
  return {"doughnut",
          "parts of a whole as a ring, or two rings; an event over a range of parts is summed in the middle",
          check_doughnut, doughnut_heights, draw_doughnut};
}

}  // namespace banxin::chart
