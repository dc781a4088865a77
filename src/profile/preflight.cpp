#include "profile/preflight.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <set>
#include <tuple>

#include "profile/placed_item.hpp"

namespace banxin::profile {

namespace {

using graphics::GlyphRun;
using graphics::Paint;

// Half a point: the tolerance at the trim and at the end of the bleed.
constexpr Length slack = Length::pt(0.5);
// Sums are shown as whole percentages, and the limits of profiles are not more exact.
constexpr double rounding = 0.005;

std::string points(Length length) { return fmt::format("{:.2f} pt", length.to_pt()); }
std::string millimeters(Length length) { return fmt::format("{:.1f} mm", length.to_mm()); }

int plates(const Cmyk& inks) {
  int count = 0;
  for (const double ink : {inks.c, inks.m, inks.y, inks.k}) count += ink > 0.005 ? 1 : 0;
  return count;
}

bool black_alone(const Paint& paint) {
  const auto* color = std::get_if<Color>(&paint.source);
  return color && !color->spot && color->cmyk == Cmyk{0, 0, 0, 1};
}

const graphics::Stroke* stroke_of(const graphics::Item& item) {
  if (const auto* run = std::get_if<GlyphRun>(&item.what)) return run->stroke.get();
  if (const auto* shape = std::get_if<graphics::Shape>(&item.what)) return shape->stroke ? &*shape->stroke : nullptr;
  return nullptr;
}

bool inside(const Rect& inner, const Rect& outer) {
  return inner.left() >= outer.left() && inner.top() >= outer.top() && inner.right() <= outer.right() &&
         inner.bottom() <= outer.bottom();
}

class Checker {
 public:
  Checker(const page::PagedDocument& document, const PrintLimits& limits, const InkOf& inks_of,
          Diagnostics& diagnostics)
      : document_(document), limits_(limits), convert_(inks_of), inks_(document, inks_of), diagnostics_(diagnostics) {}

  void run() {
    for (std::size_t i = 0; i < document_.pages.size(); ++i) {
      page_ = &document_.pages[i];
      number_ = std::to_string(i + 1);
      if (page_->bleed < limits_.bleed - slack) {
        report(MessageId::print_bleed_small, {}, {millimeters(page_->bleed), millimeters(limits_.bleed)});
      }
      placed_ = place_items(page_->items);
      for (std::size_t k = 0; k < placed_.size(); ++k) check(k);
      for (const InkFinding& heavy : inks_.above(*page_, limits_.total_ink + rounding)) {
        report(MessageId::print_ink_coverage, heavy.item->span,
               {fmt::format("{:.0f} %", heavy.total * 100), fmt::format("{:.0f} %", limits_.total_ink * 100), number_});
      }
    }
    if (document_.pages.size() % 4 != 0) {
      report(MessageId::print_page_count, {}, {std::to_string(document_.pages.size())});
    }
  }

 private:
  void report(MessageId id, Span span, std::initializer_list<std::string_view> arguments) {
    if (seen_.emplace(id, span.file, span.begin, span.end).second) diagnostics_.report(id, span, arguments);
  }

  void check(std::size_t index) {
    const PlacedItem& placed = placed_[index];
    const Span span = placed.item->span;
    if (const graphics::Stroke* stroke = stroke_of(*placed.item)) {
      const Length width = stroke->width * placed.scale;
      if (width < limits_.hairline)
        report(MessageId::print_hairline, span, {points(width), points(limits_.hairline), number_});
    }
    if (const auto* run = std::get_if<GlyphRun>(&placed.item->what)) check_text(*run, index);
    if (const auto* picture = std::get_if<graphics::Picture>(&placed.item->what)) check_picture(*picture, placed);
    check_edges(placed);
  }

  // The paint below an item, if one shape covers its whole bounds.
  [[nodiscard]] const Paint* background(std::size_t index) const {
    for (std::size_t k = index; k-- > 0;) {
      const auto* shape = std::get_if<graphics::Shape>(&placed_[k].item->what);
      if (shape && shape->fill && shape->fill->opacity == 1 && placed_[k].opacity == 1 &&
          inside(placed_[index].bounds, placed_[k].bounds)) {
        return &*shape->fill;
      }
    }
    return nullptr;
  }

  // The inks of a paint; of a gradient those of its heaviest stop. A spot ink has a separate plate.
  [[nodiscard]] std::optional<Cmyk> inks_of(const Color& color) const {
    if (color.spot) return std::nullopt;
    if (color.cmyk) return color.cmyk;
    return convert_ ? std::optional(convert_(color.rgb)) : std::nullopt;
  }

  [[nodiscard]] std::optional<Cmyk> inks_of(const Paint& paint) const {
    if (const auto* color = std::get_if<Color>(&paint.source)) return inks_of(*color);
    std::optional<Cmyk> heaviest;
    for (const graphics::GradientStop& stop : std::get<graphics::LinearGradient>(paint.source).stops) {
      const std::optional<Cmyk> inks = inks_of(stop.color);
      if (inks && (!heaviest || inks->total() > heaviest->total())) heaviest = inks;
    }
    return heaviest;
  }

  void check_text(const GlyphRun& run, std::size_t index) {
    const PlacedItem& placed = placed_[index];
    const Span span = placed.item->span;
    if (!run.fill && !run.stroke) return;  // invisible
    const Length size = run.size * placed.scale;
    if (size < limits_.smallest_type) {
      report(MessageId::print_type_small, span, {points(size), points(limits_.smallest_type), number_});
    }
    if (size >= limits_.small_type || !run.fill) return;
    const auto* color = std::get_if<Color>(&run.fill->source);
    const bool one_plate = color && (color->spot || (inks_of(*color) && plates(*inks_of(*color)) == 1));
    if (one_plate && size < limits_.fine_type && !black_alone(*run.fill)) {
      report(MessageId::print_small_type_colored, span, {points(size), number_});
    }
    const std::optional<Cmyk> inks = inks_of(*run.fill);
    if (inks && plates(*inks) > 1) {
      report(MessageId::print_small_type_plates, span, {points(size), std::to_string(plates(*inks)), number_});
    }
    if (inks && plates(*inks) == 0) {
      const Paint* below = background(index);
      const std::optional<Cmyk> under = below ? inks_of(*below) : std::nullopt;
      if (under && plates(*under) > 1 && size < limits_.smallest_type + Length::pt(1)) {
        report(MessageId::print_type_knocked_out, span, {points(size), std::to_string(plates(*under)), number_});
      }
    }
  }

  void check_picture(const graphics::Picture& picture, const PlacedItem& placed) {
    if (picture.image >= document_.images.size() || !document_.images[picture.image]) return;
    const image::Image& image = *document_.images[picture.image];
    if (image.vector() || picture.box.width <= Length{} || picture.box.height <= Length{}) return;
    const double across = image.turned() ? image.height : image.width,
                 down = image.turned() ? image.width : image.height;
    const double resolution = std::min(across / picture.box.width.to_pt(), down / picture.box.height.to_pt()) * 72 /
                              (placed.scale > 0 ? placed.scale : 1);
    const std::string found = fmt::format("{:.0f}", resolution);
    const Span span = placed.item->span;
    if (resolution < limits_.least_resolution) {
      report(MessageId::print_resolution_poor, span, {found, fmt::format("{:.0f}", limits_.least_resolution), number_});
    } else if (resolution < limits_.fair_resolution) {
      report(MessageId::print_resolution_low, span, {found, fmt::format("{:.0f}", limits_.fair_resolution), number_});
    }
    if (image.space == image::ColorSpace::rgb && image.color_profile.empty()) {
      report(MessageId::print_picture_untagged, span, {number_});
    }
  }

  void check_edges(const PlacedItem& placed) {
    const Span span = placed.item->span;
    const Rect& r = placed.bounds;
    // How far each side extends beyond the trim: left, top, right, bottom; negative inside.
    const std::array<Length, 4> over{-r.left(), -r.top(), r.right() - page_->trim.width,
                                     r.bottom() - page_->trim.height};
    const auto* run = std::get_if<GlyphRun>(&placed.item->what);
    const bool text = run && (run->fill || run->stroke);
    const bool picture = std::holds_alternative<graphics::Picture>(placed.item->what);
    // Dots are not checked for bleed: a dot cut by the trim is no visible gap.
    const auto* shape = std::get_if<graphics::Shape>(&placed.item->what);
    const bool filled = (shape && shape->fill) || std::holds_alternative<graphics::Picture>(placed.item->what);
    for (const Length side : over) {
      if (filled && side > -slack && side < page_->bleed - slack) {
        report(MessageId::print_bleed_missing, span,
               {millimeters(std::max(side, Length{})), millimeters(page_->bleed), number_});
      }
      if (picture && side <= -slack && side > -limits_.live) {
        report(MessageId::print_live_picture, span, {millimeters(-side), millimeters(limits_.live), number_});
      }
      if (text && side > -limits_.live) {
        report(MessageId::print_live_matter, span, {millimeters(-side), millimeters(limits_.live), number_});
      }
    }
  }

  const page::PagedDocument& document_;
  const PrintLimits& limits_;
  const InkOf& convert_;
  InkMap inks_;
  Diagnostics& diagnostics_;
  const page::Page* page_ = nullptr;
  std::string number_;
  std::vector<PlacedItem> placed_;
  std::set<std::tuple<MessageId, FileId, std::uint32_t, std::uint32_t>> seen_;
};

}  // namespace

void preflight(const page::PagedDocument& document, const Profile& profile, Diagnostics& diagnostics,
               const PrintLimits& limits, const InkOf& inks_of) {
  if (profile.print) Checker(document, limits, inks_of, diagnostics).run();
}

}  // namespace banxin::profile
