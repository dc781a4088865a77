#include "style/sheet.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace banxin::style {

namespace {

struct NamedSize {
  std::string_view name;
  Size size;
};

// ISO 216 and, for 16-mo books, GB/T 788.
constexpr std::array<NamedSize, 8> sizes{{{"A3", {Length::mm(297), Length::mm(420)}},
                                          {"A4", {Length::mm(210), Length::mm(297)}},
                                          {"A5", {Length::mm(148), Length::mm(210)}},
                                          {"A6", {Length::mm(105), Length::mm(148)}},
                                          {"B5", {Length::mm(176), Length::mm(250)}},
                                          {"16K", {Length::mm(185), Length::mm(260)}},
                                          {"32K", {Length::mm(130), Length::mm(184)}},
                                          {"Letter", {Length::inch(8.5), Length::inch(11)}}}};

void apply_page(const model::PageOverride& values, Sheet& sheet, Diagnostics& diagnostics) {
  if (const auto& name = values.size; !name.value.empty()) {
    const auto named =
        std::find_if(sizes.begin(), sizes.end(), [&](const NamedSize& s) { return s.name == name.value; });
    if (named != sizes.end()) {
      sheet.trim = named->size;
    } else {
      std::vector<std::string_view> names;
      for (const auto& size : sizes) names.push_back(size.name);
      diagnostics.report(MessageId::page_size_unknown, name.span, {name.value},
                         did_you_mean(name.value, names, "sizes are"));
    }
  }
  auto set = [&](const std::optional<model::Measure>& from, Length& to, Length whole) {
    if (from) to = from->resolve({}, {}, whole);
  };
  set(values.width, sheet.trim.width, sheet.trim.width);
  set(values.height, sheet.trim.height, sheet.trim.height);
  set(values.margin, sheet.top, sheet.trim.height);
  set(values.margin, sheet.bottom, sheet.trim.height);
  set(values.margin, sheet.inner, sheet.trim.width);
  set(values.margin, sheet.outer, sheet.trim.width);
  set(values.margin_top, sheet.top, sheet.trim.height);
  set(values.margin_bottom, sheet.bottom, sheet.trim.height);
  set(values.margin_inner, sheet.inner, sheet.trim.width);
  set(values.margin_outer, sheet.outer, sheet.trim.width);
  set(values.bleed, sheet.bleed, {});
}

}  // namespace

Sheet read_sheet(const LayoutSpec& layout, const model::PageOverride& override, Diagnostics& diagnostics) {
  Sheet sheet;
  sheet.facing = layout.facing;
  sheet.trim = sizes[1].size;
  apply_page(layout.page, sheet, diagnostics);
  apply_page(override, sheet, diagnostics);
  // PDF 1.7, annex C; ISO 19005-2, 6.1.13.
  constexpr double least_side = 3, largest_side = 14'400;
  const double width = sheet.trim.width.to_pt(), height = sheet.trim.height.to_pt(), bleed = sheet.bleed.to_pt();
  if (std::min(width, height) < least_side || std::max(width, height) + 2 * bleed > largest_side) {
    diagnostics.report(MessageId::page_size_impossible, override.span.known() ? override.span : layout.page.span,
                       {fmt::format("{:g}", sheet.trim.width.to_mm()), fmt::format("{:g}", sheet.trim.height.to_mm())});
    return sheet;
  }
  const Rect text = sheet.text_area(true);
  if (text.width <= Length{} || text.height <= Length{}) {
    diagnostics.report(MessageId::page_too_small, override.span.known() ? override.span : layout.page.span,
                       {fmt::format("{:g}", sheet.trim.width.to_mm()), fmt::format("{:g}", sheet.trim.height.to_mm())});
  }
  return sheet;
}

}  // namespace banxin::style
