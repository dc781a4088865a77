#include "chart/column_frame.hpp"

#include <algorithm>
#include <cmath>

#include "chart/check.hpp"
#include "chart/events.hpp"
#include "chart/numbers.hpp"

namespace banxin::chart {

namespace {

constexpr double widest_column = 96;
constexpr double narrowest_slot = 22;  // three characters of the least size
constexpr double widest_name = 70;     // beyond which a name is cut rather than its neighbors left out
constexpr double slot_margin = 6;      // pt between the names of neighbors

}  // namespace

void ColumnFrame::choose_names(const Canvas& canvas, const model::Chart& chart) {
  const std::size_t count = series_.data.size();
  named_.assign(count, true);
  valued_.assign(count, true);
  if (slot_ >= narrowest_slot) return;
  double widest = narrowest_slot;
  const text::TextStyle small = resized(name_style_, least_type_size / name_style_.size.to_pt());
  const NumberFormat format = number_format(chart);
  for (const model::Datum& datum : series_.data) {
    widest = std::max(widest, canvas.label(*datum.label, small).width.to_pt());
    widest = std::max(widest, canvas.label(print(datum, format), small).width.to_pt());
  }
  pace_ = static_cast<std::size_t>(std::ceil((std::min(widest, widest_name) + slot_margin) / slot_));
  named_.assign(count, false);
  std::vector<double> taken;
  auto name = [&](std::size_t at) {
    const double here = middle(at, room() - slot_margin);
    if (std::any_of(taken.begin(), taken.end(), [&](double other) { return std::abs(other - here) < room() - 0.01; })) {
      return;
    }
    taken.push_back(here);
    named_[at] = true;
  };
  const double largest = largest_value(chart);
  for (std::size_t i = 0; i < count; ++i) {
    if (highlighted(chart, *series_.data[i].label)) name(i);
  }
  for (std::size_t i = 0; i < count; ++i) {
    if (*series_.data[i].value >= largest) name(i);
  }
  valued_ = named_;
  for (std::size_t i = 0; i < count; ++i) name(i);
}

double ColumnFrame::middle(std::size_t index, double width) const {
  const double half = std::min(width, width_) / 2;
  return std::clamp(center(index), half, width_ - half);
}

ColumnFrame::ColumnFrame(const Canvas& canvas, const model::Chart& chart) : series_(chart.series.front()) {
  const model::Series& series = series_;
  const Theme& theme = canvas.theme();
  width_ = canvas.width();
  slot_ = canvas.width() / static_cast<double>(std::max<std::size_t>(1, series.data.size()));
  column_ = std::min(slot_ * 0.6, widest_column);
  const double grow = std::clamp(slot_ / 80, 0.9, 1.15);
  name_style_ = resized(theme.category, grow);
  strong_style_ = resized(theme.strong, grow);
  note_style_ = resized(theme.small, std::clamp(slot_ / 95, 1.0, 1.2));

  choose_names(canvas, chart);
  double name_height = 0, note_height = 0;
  for (std::size_t i = 0; i < series.data.size(); ++i) {
    if (!named(i)) continue;
    const model::Datum& datum = series.data[i];
    name_height = std::max(name_height, fit(canvas, *datum.label, strong_style_, room() - slot_margin, 2).height());
    if (datum.note.empty()) continue;
    note_height = std::max(note_height, fit(canvas, datum.note, note_style_, room() - slot_margin, 2).height());
  }
  const double size = name_style_.size.to_pt(), note_size = note_style_.size.to_pt();
  const double note_room = note_height > 0 ? note_height + note_size * 1.15 : 0;
  base_ = canvas.height() - (size * 1.0 + name_height + note_room + size * 0.35);
  name_baseline_ = base_ + size * 1.0 + size * 0.75;
  note_baseline_ = base_ + size * 1.0 + name_height + note_size * 1.15 + note_size * 0.75;
}

void ColumnFrame::draw_names(Canvas& canvas, const model::Chart& chart) const {
  const auto count = std::count(named_.begin(), named_.end(), true);
  if (static_cast<std::size_t>(count) < named_.size()) {
    canvas.context().diagnostics.report(MessageId::chart_labels_crowded, chart.span,
                                        {name_of(chart), std::to_string(named_.size()), std::to_string(count)},
                                        "show fewer, with `top` and `other`, or draw `bars` or a `line`");
  }
  for (std::size_t i = 0; i < series_.data.size(); ++i) {
    if (!named(i)) continue;
    const model::Datum& datum = series_.data[i];
    const text::TextStyle& style = highlighted(chart, *datum.label) ? strong_style_ : name_style_;
    Block name = fit(canvas, *datum.label, style, room() - slot_margin, 2, datum.label.span);
    const double x = middle(i, name.width);
    place_below(canvas, std::move(name), x, name_baseline_, Anchor::middle);
    if (datum.note.empty()) continue;
    Block note = fit(canvas, datum.note, note_style_, room() - slot_margin, 2, datum.span);
    const double note_x = middle(i, note.width);
    place_below(canvas, std::move(note), note_x, note_baseline_, Anchor::middle);
  }
}

Kind::Heights column_heights(const model::Chart& chart, Length, const Context& context) {
  const double size = context.theme.category.size.to_pt();
  const bool notes = std::any_of(chart.series.front().data.begin(), chart.series.front().data.end(),
                                 [](const model::Datum& datum) { return !datum.note.empty(); });
  return {Length::pt(size * (notes ? 13 : 11)), Length::pt(460)};
}

}  // namespace banxin::chart
