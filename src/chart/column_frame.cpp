#include "chart/column_frame.hpp"

#include <algorithm>

#include "chart/events.hpp"

namespace banxin::chart {

namespace {

constexpr double widest_column = 96;
constexpr double slot_margin = 6;  // pt between the names of neighbours

}  // namespace

ColumnFrame::ColumnFrame(const Canvas& canvas, const model::Series& series) : series_(series) {
  const Theme& theme = canvas.theme();
  slot_ = canvas.width() / static_cast<double>(std::max<std::size_t>(1, series.data.size()));
  column_ = std::min(slot_ * 0.6, widest_column);
  const double grow = std::clamp(slot_ / 80, 0.9, 1.15);
  name_style_ = resized(theme.category, grow);
  strong_style_ = resized(theme.strong, grow);
  note_style_ = resized(theme.small, std::clamp(slot_ / 95, 1.0, 1.2));

  double name_height = 0, note_height = 0;
  for (const model::Datum& datum : series.data) {
    name_height = std::max(name_height, fit(canvas, *datum.label, strong_style_, slot_ - slot_margin, 2).height());
    if (datum.note.empty()) continue;
    note_height = std::max(note_height, fit(canvas, datum.note, note_style_, slot_ - slot_margin, 2).height());
  }
  const double size = name_style_.size.to_pt(), note_size = note_style_.size.to_pt();
  const double note_room = note_height > 0 ? note_height + note_size * 1.15 : 0;
  base_ = canvas.height() - (size * 1.0 + name_height + note_room + size * 0.35);
  name_baseline_ = base_ + size * 1.0 + size * 0.75;
  note_baseline_ = base_ + size * 1.0 + name_height + note_size * 1.15 + note_size * 0.75;
}

void ColumnFrame::draw_names(Canvas& canvas, const model::Chart& chart) const {
  for (std::size_t i = 0; i < series_.data.size(); ++i) {
    const model::Datum& datum = series_.data[i];
    const text::TextStyle& style = highlighted(chart, *datum.label) ? strong_style_ : name_style_;
    place_below(canvas, fit(canvas, *datum.label, style, slot_ - slot_margin, 2, datum.label.span), centre(i),
                name_baseline_, Anchor::middle);
    if (datum.note.empty()) continue;
    place_below(canvas, fit(canvas, datum.note, note_style_, slot_ - slot_margin, 2, datum.span), centre(i),
                note_baseline_, Anchor::middle);
  }
}

Kind::Heights column_heights(const model::Chart& chart, Length, const Context& context) {
  const double size = context.theme.category.size.to_pt();
  const bool notes = std::any_of(chart.series.front().data.begin(), chart.series.front().data.end(),
                                 [](const model::Datum& datum) { return !datum.note.empty(); });
  return {Length::pt(size * (notes ? 13 : 11)), Length::pt(460)};
}

}  // namespace banxin::chart
