// `landscape`: groups of named products as bands. Each band is as tall as its rows of chips; together they fill the
// room.
#include <algorithm>
#include <cmath>
#include <set>

#include "chart/check.hpp"
#include "chart/events.hpp"
#include "chart/kinds.hpp"
#include "chart/labels.hpp"

namespace banxin::chart {

namespace {

constexpr double narrow = 320;  // pt; below this a group's name stands over its chips

void check_landscape(const model::Chart& chart, Diagnostics& diagnostics) {
  if (chart.groups.empty()) {
    diagnostics.report(MessageId::chart_empty, chart.span, {name_of(chart), "it has no groups"},
                       "write `groups:` with a name and items for each");
  }
  const auto names = icon_names();
  for (const model::LandscapeGroup& group : chart.groups) {
    if (group.items.empty()) {
      diagnostics.report(MessageId::chart_empty, group.name.span,
                         {name_of(chart), "the group “" + *group.name + "” has no items"});
    }
    if (!group.icon.empty() && std::find(names.begin(), names.end(), group.icon) == names.end()) {
      diagnostics.report(MessageId::chart_icon_unknown, group.name.span, {group.icon},
                         did_you_mean(group.icon, names, "icons are"));
    }
    std::set<std::string> seen;
    for (const model::LandscapeItem& item : group.items) {
      if (!seen.insert(*item.name).second) {
        diagnostics.report(MessageId::chart_item_repeated, item.name.span, {*group.name, *item.name});
      }
    }
  }
}

std::size_t rows_for(const model::LandscapeGroup& group, std::size_t columns) {
  return std::max<std::size_t>(1, (group.items.size() + columns - 1) / columns);
}

/// Chips in a row: as many as stay wide enough to read, fewer where that leaves fewer holes.
std::size_t chip_columns(const model::Chart& chart, double width, double size) {
  const auto most = static_cast<std::size_t>(std::clamp(width / (size * 8.6), 1.0, 6.0));
  std::size_t best = most, fewest = SIZE_MAX;
  for (std::size_t columns = most; columns + 1 >= most && columns >= 1; --columns) {
    std::size_t holes = 0;
    for (const model::LandscapeGroup& group : chart.groups)
      holes += rows_for(group, columns) * columns - group.items.size();
    if (holes < fewest) fewest = holes, best = columns;
  }
  return best;
}

struct Plan {
  bool stacked = false;     // the name over the chips
  double title_width = 0;   // of the band's left cell
  double title_height = 0;  // of its head, where stacked
  std::size_t columns = 1, rows = 0;
};

Plan plan_landscape(const model::Chart& chart, double width, const Theme& theme) {
  Plan plan;
  const double size = theme.category.size.to_pt();
  plan.stacked = width < narrow;
  plan.title_width = plan.stacked ? 0 : std::clamp(width * 0.2, 74.0, 108.0);
  plan.title_height = plan.stacked ? size * 2.4 : 0;
  plan.columns = chip_columns(chart, width - plan.title_width, size);
  for (const model::LandscapeGroup& group : chart.groups) plan.rows += rows_for(group, plan.columns);
  return plan;
}

constexpr double band_gap = 7, chip_gap = 6, band_padding = 7;

double fixed_height(const model::Chart& chart, const Plan& plan) {
  const auto groups = static_cast<double>(chart.groups.size());
  return groups * (plan.title_height + 2 * band_padding) + (groups - 1) * band_gap +
         (static_cast<double>(plan.rows) - groups) * chip_gap;
}

Kind::Heights landscape_heights(const model::Chart& chart, Length width, const Context& context) {
  const Plan plan = plan_landscape(chart, width.to_pt(), context.theme);
  const double fixed = fixed_height(chart, plan), rows = static_cast<double>(plan.rows);
  const double size = context.theme.category.size.to_pt();
  return {Length::pt(fixed + rows * size * 2.7), Length::pt(fixed + rows * size * 6)};
}

void draw_chip(Canvas& canvas, const model::LandscapeItem& item, Box box, bool marked, const Color& hue) {
  const Theme& theme = canvas.theme();
  graphics::Path path;
  path.rounded_rect(to_rect(box), std::max(theme.radius, Length::pt(2)));
  canvas.fill(std::move(path), marked ? theme.highlight : theme.ground, item.name.span);
  canvas.rule(box.x, box.y + box.height * 0.24, box.x, box.bottom() - box.height * 0.24, marked ? theme.ground : hue,
              1.6, {}, item.name.span);
  const double inset = 9, width = box.width - inset - 5;
  const double grow = std::clamp(box.height / 34, 0.9, 1.12);
  const text::TextStyle name_style = colored(resized(theme.strong, grow), marked ? theme.ground : theme.ink);
  const text::TextStyle note_style = colored(theme.small, marked ? theme.ground : theme.grey);
  Block name = fit(canvas, *item.name, name_style, width, item.note.empty() ? 2 : 1, item.name.span);
  if (item.note.empty()) {
    place(canvas, std::move(name), box.x + inset, box.middle(), Anchor::start);
    return;
  }
  Block note = fit(canvas, item.note, note_style, width, 1, item.name.span);
  const double gap = std::min(box.height * 0.16, 6.5);
  const double block = name.height() + gap + note.height();
  const double top = box.middle() - block / 2;
  const double first = top + name.cap_height, second = top + name.height() + gap + note.cap_height;
  place_below(canvas, std::move(name), box.x + inset, first, Anchor::start);
  place_below(canvas, std::move(note), box.x + inset, second, Anchor::start);
}

Drawing draw_landscape(const model::Chart& chart, Size room, const Context& context) {
  Canvas canvas(context, room);
  const Theme& theme = context.theme;
  const Plan plan = plan_landscape(chart, canvas.width(), theme);
  const double chip_height = (canvas.height() - fixed_height(chart, plan)) / static_cast<double>(plan.rows);
  const double chips_left = plan.stacked ? band_padding : plan.title_width + band_padding;
  const auto columns = static_cast<double>(plan.columns);
  const double chip_width = (canvas.width() - chips_left - band_padding - (columns - 1) * chip_gap) / columns;
  const auto count = static_cast<double>(chart.groups.size());

  double top = 0;
  for (std::size_t g = 0; g < chart.groups.size(); ++g) {
    const model::LandscapeGroup& group = chart.groups[g];
    const auto rows = static_cast<double>(rows_for(group, plan.columns));
    const double height = plan.title_height + 2 * band_padding + rows * chip_height + (rows - 1) * chip_gap;
    // The bands run from the primary towards the accent color down the page, as the publication's wave does across
    // it; not all the way, so that white letters stay legible.
    const Color hue =
        highlighted(chart, *group.name)
            ? theme.highlight
            : mix(theme.primary, theme.accent, count > 1 ? 0.62 * static_cast<double>(g) / (count - 1) : 0);
    canvas.fill(graphics::Path().rounded_rect(to_rect({0, top, canvas.width(), height}), theme.radius), theme.panel,
                group.name.span);
    const Color& on_hue = contrasting(hue, theme);
    if (plan.stacked) {
      canvas.fill(graphics::Path().rect(to_rect({0, top, canvas.width(), 2})), hue, group.name.span);
      const double y = top + band_padding + plan.title_height * 0.42;
      const double size = theme.strong.size.to_pt() * 1.4;
      double x = band_padding;
      if (graphics::DisplayList drawn = icon(group.icon, Length::pt(size), hue); !drawn.empty()) {
        canvas.add(std::move(drawn), x, y - size / 2);
        x += size * 1.4;
      }
      place(canvas, fit(canvas, *group.name, theme.strong, canvas.width() - x - band_padding, 1, group.name.span), x, y,
            Anchor::start);
    } else {
      canvas.bar({0, top, plan.title_width, height}, BarEnd::left, hue, group.name.span);
      const text::TextStyle style = colored(resized(theme.strong, 1.2), on_hue);
      Block name = fit(canvas, *group.name, style, plan.title_width - 20, 2, group.name.span);
      const double large = theme.strong.size.to_pt() * 2.1, gap = theme.strong.size.to_pt() * 0.9;
      // The icon stands over the name, or before it in a band that is too low.
      const bool over = height >= large + gap + name.height() + 14;
      const double size = over ? large : theme.strong.size.to_pt() * 1.5;
      double x = 12, y = top + height / 2;
      if (graphics::DisplayList drawn = icon(group.icon, Length::pt(size), on_hue); !drawn.empty()) {
        if (over) y -= (name.height() + gap) / 2;
        canvas.add(std::move(drawn), over ? x - 2 : x - 3, y - size / 2);
        if (over) y += (size + gap + name.height()) / 2;
        if (!over) x += size + 2;
      }
      if (!over) name = fit(canvas, *group.name, style, plan.title_width - x - 6, 2, group.name.span);
      place(canvas, std::move(name), x, y, Anchor::start);
    }
    for (std::size_t i = 0; i < group.items.size(); ++i) {
      const auto row = static_cast<double>(i / plan.columns), column = static_cast<double>(i % plan.columns);
      const Box box{chips_left + column * (chip_width + chip_gap),
                    top + plan.title_height + band_padding + row * (chip_height + chip_gap), chip_width, chip_height};
      draw_chip(canvas, group.items[i], box, highlighted(chart, *group.items[i].name), hue);
    }
    top += height + band_gap;
  }
  return canvas.finish();
}

}  // namespace

Kind landscape() {
  return {"landscape", "groups of named items, each with a note, as bands of chips", check_landscape, landscape_heights,
          draw_landscape};
}

}  // namespace banxin::chart
