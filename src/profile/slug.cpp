#include "profile/slug.hpp"

#include <fmt/format.h>

#include <array>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace banxin::profile {

namespace {

using graphics::DisplayList;

// Between the crop marks (5 mm long, 1 mm from the bleed) and clear of the registration mark in the middle.
constexpr Length baseline_above_bleed = Length::mm(4), from_corner = Length::mm(2), from_middle = Length::mm(4);
constexpr Length type_size = Length::pt(5);

/// The inks by name, each with its process color approximation.
using Spots = std::map<std::string, Cmyk>;

void add_spot(const Color& color, Spots& spots) {
  if (color.spot) spots.try_emplace(color.spot->name, color.spot->alternate);
}

void add_spots(const graphics::Paint& paint, Spots& spots) {
  if (const auto* color = std::get_if<Color>(&paint.source)) return add_spot(*color, spots);
  for (const auto& stop : std::get<graphics::LinearGradient>(paint.source).stops) add_spot(stop.color, spots);
}

void add_spots(const DisplayList& items, Spots& spots) {
  for (const graphics::Item& item : items) {
    if (const auto* run = std::get_if<graphics::GlyphRun>(&item.what)) {
      if (run->fill) add_spots(*run->fill, spots);
      if (run->stroke) add_spots(run->stroke->paint, spots);
    } else if (const auto* shape = std::get_if<graphics::Shape>(&item.what)) {
      if (shape->fill) add_spots(*shape->fill, spots);
      if (shape->stroke) add_spots(shape->stroke->paint, spots);
    } else if (const auto* dots = std::get_if<graphics::Dots>(&item.what)) {
      add_spots(dots->fill, spots);
    } else if (const auto* group = std::get_if<std::shared_ptr<graphics::Group>>(&item.what); group && *group) {
      add_spots((*group)->items, spots);
    }
  }
}

/// Places words next to each other, each in its color; the first that do not fit are shortened, later ones dropped.
class Line {
 public:
  Line(const font::Library& fonts, const page::PagedDocument& document, text::TextStyle type, Length left, Length right,
       Length y)
      : fonts_(fonts), document_(document), type_(std::move(type)), x_(left), right_(right), y_(y) {}

  void add(const std::string& words, const Color& color, DisplayList& out) {
    if (words.empty()) return;
    text::TextStyle style = type_;
    style.color = color;
    text::Label label = set(words, style);
    if (x_ + label.width > right_) label = shortened(words, style);
    if (label.items.empty()) return;
    graphics::append(out, std::move(label.items), {x_, y_});
    x_ += label.width + type_size / 2;
  }

 private:
  [[nodiscard]] text::Label set(const std::string& words, const text::TextStyle& style) const {
    Diagnostics ignored;  // a missing glyph is reported at the content
    return text::set_label(words, style, document_.metadata.lang.language, fonts_, ignored);
  }

  /// The most characters that fit with an ellipsis; empty if fewer than two fit.
  [[nodiscard]] text::Label shortened(const std::string& words, const text::TextStyle& style) const {
    std::vector<std::size_t> ends;
    for (std::size_t i = 1; i < words.size(); ++i) {
      if ((static_cast<unsigned char>(words[i]) & 0xC0) != 0x80) ends.push_back(i);
    }
    std::size_t low = 0, high = ends.size();
    text::Label best;
    while (low < high) {
      const std::size_t middle = (low + high) / 2;
      text::Label label = set(words.substr(0, ends[middle]) + "…", style);
      const bool fits = x_ + label.width <= right_;
      if (fits && middle > 0) best = std::move(label);
      (fits ? low : high) = fits ? middle + 1 : middle;
    }
    return best;
  }

  const font::Library& fonts_;
  const page::PagedDocument& document_;
  text::TextStyle type_;
  Length x_, right_, y_;
};

}  // namespace

void add_slugs(page::PagedDocument& document, const Profile& profile, const font::Library& fonts,
               text::TextStyle type) {
  if (!profile.marks) return;
  type.size = type_size;
  type.tracking = type.baseline_shift = {};
  type.capitals = false;
  type.outline.reset();
  type.opacity = 1;
  const PrintCondition fogra39{{}, "FOGRA39", {}};
  const PrintCondition& condition = profile.condition ? *profile.condition : fogra39;
  const std::string& press = condition.identifier.empty() ? condition.description : condition.identifier;
  const std::array<std::pair<const char*, Cmyk>, 4> process{
      {{"Cyan", {1, 0, 0, 0}}, {"Magenta", {0, 1, 0, 0}}, {"Yellow", {0, 0, 1, 0}}, {"Black", {0, 0, 0, 1}}}};
  const Color black = Color::black();
  for (std::size_t i = 0; i < document.pages.size(); ++i) {
    page::Page& page = document.pages[i];
    const Length middle = page.trim.width / 2, y = -(page.bleed + baseline_above_bleed);
    page.slug.clear();
    Line left(fonts, document, type, from_corner, middle - from_middle, y);
    left.add(document.metadata.date.substr(0, 10), black, page.slug);
    left.add(document.metadata.title, black, page.slug);
    Line right(fonts, document, type, middle + from_middle, page.trim.width - from_corner, y);
    right.add(fmt::format("{}/{}", i + 1, document.pages.size()), black, page.slug);
    right.add(std::string(profile.name), black, page.slug);
    right.add(press, black, page.slug);
    for (const auto& [name, inks] : process) right.add(name, Color{{}, inks, {}}, page.slug);
    Spots spots;
    add_spots(page.items, spots);
    for (const auto& [name, alternate] : spots) {
      Color color = black;
      color.spot = Spot{name, 1, alternate};
      right.add(name, color, page.slug);
    }
  }
}

}  // namespace banxin::profile
