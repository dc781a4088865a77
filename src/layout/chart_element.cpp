#include "layout/chart_element.hpp"

#include <algorithm>

#include "chart/check.hpp"

namespace banxin::layout {

namespace {

constexpr double icon_em = 1.15;  ///< an icon is slightly taller than the title's characters
constexpr double icon_gap_em = 0.5;
/// In vertical mode a chart is as wide as the page is high, or as wide as the remaining space. If that is less than
/// this share of the height, the chart moves to the next page.
constexpr double min_square_share = 0.4;

Constraints unlimited_depth(const Constraints& constraints, Length measure) {
  Constraints available = constraints;
  available.measure = measure;
  available.depth = Length::pt(1e6);
  available.at_top = true;
  available.fill.reset();
  return available;
}

}  // namespace

ChartElement::ChartElement(model::Chart chart, Parts parts, const Setting& setting, Axes axes)
    : chart_(std::move(chart)),
      parts_(std::move(parts)),
      setting_(setting),
      axes_(axes),
      style_(setting.styles().get("chart")),
      title_style_(setting.styles().get("chart-title")) {
  space_before = style_.space_before;
  space_after = style_.space_after;
  span = chart_.span;
  name_ = chart::name_of(chart_);
}

Length ChartElement::icon_size() const { return parts_.icon.empty() ? Length{} : title_style_.text.size * icon_em; }

Length ChartElement::title_measure(Length measure) const {
  Length left = measure;
  if (!parts_.icon.empty()) left -= icon_size() + title_style_.text.size * icon_gap_em;
  if (parts_.unit) left -= parts_.unit->natural_width() + title_style_.text.size;
  return left;
}

chart::Context ChartElement::context(Diagnostics& diagnostics) const {
  return {setting_.styled.chart_theme, setting_.fonts, setting_.styled.document.lang.language, diagnostics,
          parts_.shared_maximum,       name_,          setting_.styled.document.line_break};
}

Length ChartElement::max_depth(Length measure) const {
  Diagnostics ignored;
  Constraints constraints;
  constraints.dry = true;
  const chart::Kind* kind = chart::find_kind(chart_.kind.value);
  if (!kind) return {};
  Length most = kind->heights(chart_, measure, context(ignored)).most;
  if (parts_.title) {
    most += parts_.title->place(unlimited_depth(constraints, title_measure(measure)), {}, ignored).depth +
            title_style_.space_after;
  } else if (parts_.unit) {
    most += title_style_.paragraph.leading + title_style_.space_after;
  }
  if (parts_.note)
    most += parts_.note->place(unlimited_depth(constraints, measure), {}, ignored).depth + parts_.note->space_before;
  return most;
}

/// An invisible space: text rendering mode 3 (ISO 32000-1, 9.3.6).
graphics::Item ChartElement::blank(Diagnostics& diagnostics) const {
  // Between two digits, since spaces at the end of a line are dropped.
  text::Label label = text::set_label("0 0", setting_.styled.chart_theme.small, setting_.styled.document.lang.language,
                                      setting_.fonts, diagnostics, span);
  for (graphics::Item& item : label.items) {
    auto* run = std::get_if<graphics::GlyphRun>(&item.what);
    if (!run) continue;
    const auto space = std::find_if(run->glyphs.begin(), run->glyphs.end(),
                                    [run](const graphics::Glyph& glyph) { return run->text[glyph.cluster] == ' '; });
    if (space == run->glyphs.end()) continue;
    run->glyphs = {{space->id, 0, 0, 0}};
    run->text = " ";
    run->fill.reset();
    run->stroke.reset();
    run->reading_break_after = true;
    return std::move(item);
  }
  return {};
}

Piece ChartElement::place(const Constraints& constraints, const Break& /*from*/, Diagnostics& diagnostics) const {
  return axes_.vertical() ? place_in_vertical(constraints, diagnostics) : place_upright(constraints, diagnostics);
}

Piece ChartElement::place_in_vertical(const Constraints& constraints, Diagnostics& diagnostics) const {
  Length notes;
  if (parts_.provenance) notes = parts_.provenance->place(constraints, {}, diagnostics).note_depth;
  // A multiple of the column pitch, so that the text after it stays on the grid.
  auto whole = [&](Length width) {
    const std::int64_t column = std::max<std::int64_t>(setting_.grid().count(), 1);
    return Length::units(width.count() - width.count() % column);
  };
  const Length space = constraints.depth - notes;
  const Length width = whole(std::min(constraints.measure, space));
  if (!constraints.at_top && width < constraints.measure * min_square_share) {
    Piece nothing;
    nothing.placed = false;
    return nothing;
  }
  Constraints upright = constraints;
  upright.measure = std::max(width, setting_.grid());
  upright.depth = Length::pt(1e6);
  upright.fill = std::min(max_depth(upright.measure), constraints.measure);
  Piece figure = place_upright(upright, diagnostics);
  Piece piece;
  piece.depth = upright.measure;
  add_piece(piece, std::move(figure), {-upright.measure, {}});
  piece.note_depth = notes;
  return piece;
}

Piece ChartElement::place_upright(const Constraints& constraints, Diagnostics& diagnostics) const {
  Piece piece;
  const chart::Kind* kind = chart::find_kind(chart_.kind.value);
  if (!kind) return piece;  // reported when the document was built
  Length across;
  if (parts_.title || parts_.unit) {
    const Length indent = icon_size() > Length{} ? icon_size() + title_style_.text.size * icon_gap_em : Length{};
    const Length line = title_style_.paragraph.leading;
    Piece title;
    title.depth = line;  // of a unit without title
    if (parts_.title)
      title = parts_.title->place(unlimited_depth(constraints, title_measure(constraints.measure)), {}, diagnostics);
    const Length depth = title.depth;
    if (!constraints.dry && !parts_.icon.empty()) {
      auto icon = chart::icon(parts_.icon, icon_size(), setting_.styled.chart_theme.primary);
      graphics::append(piece.items, std::move(icon), {Length{}, (line - icon_size()) / 2});
    }
    add_piece(piece, std::move(title), {indent, Length{}});
    if (parts_.unit) {
      const Length width = parts_.unit->natural_width();
      Piece unit = parts_.unit->place(unlimited_depth(constraints, width), {}, diagnostics);
      add_piece(piece, std::move(unit), {constraints.measure - width, Length{}});
    }
    across += depth + title_style_.space_after;
  }
  Piece note;
  Length note_space;
  if (parts_.note) {
    note = parts_.note->place(unlimited_depth(constraints, constraints.measure), {}, diagnostics);
    note_space = note.depth + parts_.note->space_before;
  }
  if (parts_.provenance) {
    Piece foot = parts_.provenance->place(constraints, {}, diagnostics);
    add_piece(piece, std::move(foot), {});
  }
  Diagnostics ignored;  // drawing reports the same
  const Length least = kind->heights(chart_, constraints.measure, context(ignored)).least;
  const Length space = constraints.fill ? *constraints.fill - across - note_space : least;
  const bool fits = across + least + note_space + piece.note_depth <= constraints.depth;
  if (!fits && !constraints.fill && !constraints.at_top) {
    Piece nothing;
    nothing.placed = false;
    return nothing;
  }
  const Rect box{Length{}, across, constraints.measure, space};
  if (!constraints.dry) {
    chart::Drawing drawing = kind->draw(chart_, {constraints.measure, space}, context(diagnostics));
    graphics::DisplayList items = parts_.table.assign(std::move(drawing.items), parts_.content, blank(diagnostics));
    for (graphics::Item& item : items) {
      if (!item.span.known()) item.span = span;
    }
    graphics::append(piece.items, std::move(items), {Length{}, across});
    piece.figures.emplace_back(parts_.figure, box);
  }
  across += space;
  if (parts_.note) add_piece(piece, std::move(note), {Length{}, across + parts_.note->space_before});
  piece.depth = across + note_space;
  return piece;
}

}  // namespace banxin::layout
