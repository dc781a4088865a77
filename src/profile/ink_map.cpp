#include "profile/ink_map.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>
#include <utility>

#include "image/decode.hpp"
#include "profile/affine.hpp"
#include "profile/outline.hpp"

namespace banxin::profile {

namespace {

using graphics::Item;
using graphics::Paint;

constexpr double step = 2 * 72 / 25.4;  // pt

/// Inks at one point of the paper, or of one paint.
struct Inks {
  Cmyk process;
  double spot = 0;  ///< all spot plates together
  [[nodiscard]] double total() const { return process.total() + spot; }
};

struct InkPaint {
  Inks inks;
  double opacity = 1;
  bool overprint = false;
  bool black_only = false;
};

Inks blend(const Inks& over, const Inks& under, double opacity) {
  const auto mix = [opacity](double a, double b) { return a * opacity + b * (1 - opacity); };
  return {{mix(over.process.c, under.process.c), mix(over.process.m, under.process.m),
           mix(over.process.y, under.process.y), mix(over.process.k, under.process.k)},
          mix(over.spot, under.spot)};
}

Inks apply(const InkPaint& ink_paint, const Inks& under) {
  if (ink_paint.opacity < 1) return blend(ink_paint.inks, under, ink_paint.opacity);
  if (!ink_paint.overprint && !ink_paint.black_only) return ink_paint.inks;
  // Overprint mode 1: a process ink of 0 leaves its plate unchanged; a spot ink changes only its plate.
  const auto plate = [](double over, double below) { return over > 0 ? over : below; };
  const Cmyk &o = ink_paint.inks.process, &u = under.process;
  return {{plate(o.c, u.c), plate(o.m, u.m), plate(o.y, u.y), plate(o.k, u.k)}, ink_paint.inks.spot + under.spot};
}

double sample(const std::string& data, std::size_t at, int bits) {
  if (bits == 16) {
    return (static_cast<unsigned char>(data[2 * at]) * 256 + static_cast<unsigned char>(data[2 * at + 1])) / 65535.0;
  }
  return static_cast<unsigned char>(data[at]) / 255.0;
}

}  // namespace

/// The grid of one page.
class InkMap::Canvas {
 public:
  Canvas(InkMap& map, const page::Page& page, double limit)
      : map_(map),
        limit_(limit),
        left_(-page.bleed.to_pt()),
        top_(-page.bleed.to_pt()),
        columns_(cells(page.trim.width.to_pt() + 2 * page.bleed.to_pt())),
        rows_(cells(page.trim.height.to_pt() + 2 * page.bleed.to_pt())),
        paper_(columns_ * rows_) {}

  void paint_items(const graphics::DisplayList& items, const Affine& axes, const std::vector<char>* clip,
                   double opacity) {
    for (const Item& item : items) {
      highest_ = 0;
      if (const auto* group = std::get_if<std::shared_ptr<graphics::Group>>(&item.what)) {
        if (*group) paint_group(**group, axes, clip, opacity);
        continue;
      }
      if (const auto* shape = std::get_if<graphics::Shape>(&item.what)) {
        if (shape->fill) fill(shape->path, shape->even_odd, *shape->fill, axes, clip, opacity);
        if (shape->stroke) measure_stroke(shape->path, shape->stroke->paint, axes, opacity);
      } else if (const auto* dots = std::get_if<graphics::Dots>(&item.what)) {
        for (const Point center : dots->centers) measure(at(center, axes), ink_paint(dots->fill, center, opacity));
      } else if (const auto* run = std::get_if<graphics::GlyphRun>(&item.what)) {
        measure_text(*run, axes, opacity);
      } else if (const auto* picture = std::get_if<graphics::Picture>(&item.what)) {
        paint_picture(*picture, axes, clip, opacity);
      }
      if (highest_ > limit_) found_.push_back({&item, highest_});
    }
  }

  std::vector<InkFinding> found() { return std::move(found_); }

 private:
  struct Spot {
    double x = 0, y = 0;
  };

  static std::size_t cells(double extent) { return static_cast<std::size_t>(std::max(1.0, std::ceil(extent / step))); }
  static Spot at(Point point, const Affine& axes) {
    const Point p = transform(axes, point);
    return {p.x.to_pt(), p.y.to_pt()};
  }
  [[nodiscard]] Spot middle(std::size_t column, std::size_t row) const {
    return {left_ + (static_cast<double>(column) + 0.5) * step, top_ + (static_cast<double>(row) + 0.5) * step};
  }
  [[nodiscard]] std::optional<std::size_t> cell(Spot spot) const {
    const double column = std::floor((spot.x - left_) / step), row = std::floor((spot.y - top_) / step);
    if (column < 0 || row < 0 || column >= static_cast<double>(columns_) || row >= static_cast<double>(rows_))
      return {};
    return static_cast<std::size_t>(row) * columns_ + static_cast<std::size_t>(column);
  }

  Inks inks(const Color& color) const {
    if (color.spot) return {{}, color.spot->tint};
    if (color.cmyk) return {*color.cmyk, 0};
    return {map_.inks_of_ ? map_.inks_of_(color.rgb) : Cmyk{}, 0};
  }

  /// The paint at a point on the axes of its item.
  InkPaint ink_paint(const Paint& paint, Point point, double opacity) const {
    InkPaint ink_paint;
    ink_paint.opacity = paint.opacity * opacity;
    ink_paint.overprint = paint.overprint;
    if (const auto* color = std::get_if<Color>(&paint.source)) {
      ink_paint.inks = inks(*color);
      ink_paint.black_only = !color->spot && color->cmyk == Cmyk{0, 0, 0, 1};
      return ink_paint;
    }
    const auto& gradient = std::get<graphics::LinearGradient>(paint.source);
    if (gradient.stops.empty()) return ink_paint;
    const double dx = (gradient.to.x - gradient.from.x).to_pt(), dy = (gradient.to.y - gradient.from.y).to_pt();
    const double length = dx * dx + dy * dy;
    const double along =
        length > 0 ? ((point.x - gradient.from.x).to_pt() * dx + (point.y - gradient.from.y).to_pt() * dy) / length : 0;
    const auto after = std::find_if(gradient.stops.begin(), gradient.stops.end(),
                                    [along](const graphics::GradientStop& stop) { return stop.at > along; });
    if (after == gradient.stops.begin() || after == gradient.stops.end()) {
      const auto& stop = after == gradient.stops.end() ? gradient.stops.back() : *after;
      ink_paint.inks = inks(stop.color);
      ink_paint.opacity *= stop.opacity;
      return ink_paint;
    }
    const auto& before = *std::prev(after);
    const double share = (along - before.at) / (after->at - before.at);
    ink_paint.inks = blend(inks(after->color), inks(before.color), share);
    ink_paint.opacity *= before.opacity + (after->opacity - before.opacity) * share;
    return ink_paint;
  }

  void paint_group(const graphics::Group& group, const Affine& axes, const std::vector<char>* clip, double opacity) {
    const Affine inner = compose(group.transform, axes);
    // A group is painted as a whole, then mixed once with its backdrop (ISO 32000-1, 11.4.8), so its items do not show
    // through each other.
    const bool translucent = group.opacity < 1;
    if (translucent) backdrops_.push_back({paper_, group.opacity});
    if (group.clip) {
      paint_clipped(group, inner, clip, opacity);
    } else {
      paint_items(group.items, inner, clip, opacity);
    }
    if (!translucent) return;
    for (std::size_t i = 0; i < paper_.size(); ++i) {
      paper_[i] = blend(paper_[i], backdrops_.back().paper[i], backdrops_.back().opacity);
    }
    backdrops_.pop_back();
  }

  void paint_clipped(const graphics::Group& group, const Affine& inner, const std::vector<char>* clip, double opacity) {
    std::vector<char> own(paper_.size(), 0);
    const Outline outline(*group.clip, inner);
    outline.cover(left_, top_, step, columns_, rows_, false, [&](std::size_t column, std::size_t row) {
      const std::size_t i = row * columns_ + column;
      own[i] = !clip || (*clip)[i] ? 1 : 0;
    });
    paint_items(group.items, inner, &own, opacity);
  }

  /// The sum of inks after the open groups are mixed with their backdrops.
  [[nodiscard]] double composited(std::size_t at, Inks inks) const {
    for (auto group = backdrops_.rbegin(); group != backdrops_.rend(); ++group) {
      inks = blend(inks, group->paper[at], group->opacity);
    }
    return inks.total();
  }

  void put(std::size_t at, const InkPaint& ink_paint) {
    paper_[at] = apply(ink_paint, paper_[at]);
    highest_ = std::max(highest_, composited(at, paper_[at]));
  }

  /// Measures ink that is too small for the grid, without painting it.
  void measure(Spot spot, const InkPaint& ink_paint) {
    const auto at = cell(spot);
    if (at) highest_ = std::max(highest_, composited(*at, apply(ink_paint, paper_[*at])));
  }

  void fill(const graphics::Path& path, bool even_odd, const Paint& paint, const Affine& axes,
            const std::vector<char>* clip, double opacity) {
    const std::optional<Affine> back = inverse(axes);
    if (!back) return;
    bool any = false;
    const bool plain = std::holds_alternative<Color>(paint.source);
    InkPaint flat = plain ? ink_paint(paint, {}, opacity) : InkPaint{};
    flat.black_only = false;  // only type and hairlines keep the inks below
    const Outline outline(path, axes);
    outline.cover(left_, top_, step, columns_, rows_, even_odd, [&](std::size_t column, std::size_t row) {
      any = true;
      const std::size_t i = row * columns_ + column;
      if (clip && !(*clip)[i]) return;
      const Spot spot = middle(column, row);
      put(i, plain ? flat : ink_paint(paint, transform(*back, {Length::pt(spot.x), Length::pt(spot.y)}), opacity));
    });
    if (any || path.points.empty()) return;
    const Rect box = path.bounds();
    const Point center{box.x + box.width / 2, box.y + box.height / 2};
    measure(at(center, axes), ink_paint(paint, center, opacity));
  }

  void measure_stroke(const graphics::Path& path, const Paint& paint, const Affine& axes, double opacity) {
    for (const Point point : path.points) measure(at(point, axes), ink_paint(paint, point, opacity));
  }

  void measure_text(const graphics::GlyphRun& run, const Affine& axes, double opacity) {
    for (const graphics::Glyph& glyph : run.glyphs) {
      const double turn = run.rotation * std::numbers::pi / 180;
      const Length x = Length::units(glyph.x) + run.size * 0.5, y = Length::units(glyph.y) - run.size * 0.38;
      const Point point{run.origin.x + x * std::cos(turn) - y * std::sin(turn),
                        run.origin.y + x * std::sin(turn) + y * std::cos(turn)};
      if (run.fill) measure(at(point, axes), ink_paint(*run.fill, point, opacity));
      if (run.stroke) measure(at(point, axes), ink_paint(run.stroke->paint, point, opacity));
    }
  }

  void paint_picture(const graphics::Picture& picture, const Affine& axes, const std::vector<char>* clip,
                     double opacity) {
    const auto& images = map_.document_.images;
    if (picture.image >= images.size() || !images[picture.image] || images[picture.image]->vector()) return;
    const image::Image& image = *images[picture.image];
    const std::optional<Affine> back = inverse(axes);
    if (!back || picture.box.width <= Length{} || picture.box.height <= Length{}) return;
    auto known = map_.samples_.find(picture.image);
    if (known == map_.samples_.end()) {
      known = map_.samples_.emplace(picture.image, image::decoded_samples(image)).first;
    }
    const std::size_t pixels = std::size_t{image.width} * image.height;
    if (known->second.size() < pixels * static_cast<std::size_t>(image.channels())) return;
    graphics::Path box;
    box.rect(picture.box);
    const Outline outline(box, axes);
    outline.cover(left_, top_, step, columns_, rows_, false, [&](std::size_t column, std::size_t row) {
      const std::size_t i = row * columns_ + column;
      if (clip && !(*clip)[i]) return;
      const Spot spot = middle(column, row);
      const Point point = transform(*back, {Length::pt(spot.x), Length::pt(spot.y)});
      put(i, pixel(image, known->second, (point.x - picture.box.x) / picture.box.width,
                   (point.y - picture.box.y) / picture.box.height, opacity));
    });
  }

  /// The pixel at (x, y) of the upright picture, each 0..1 from its top left corner (EXIF 2.32, tag 0x0112).
  InkPaint pixel(const image::Image& image, const std::string& samples, double x, double y, double opacity) const {
    switch (image.orientation) {
      case 2: x = 1 - x; break;
      case 3: x = 1 - x, y = 1 - y; break;
      case 4: y = 1 - y; break;
      case 5: std::swap(x, y); break;
      case 6: std::swap(x, y), y = 1 - y; break;
      case 7: std::swap(x, y), x = 1 - x, y = 1 - y; break;
      case 8: std::swap(x, y), x = 1 - x; break;
      default: break;
    }
    const auto index = [](double share, std::uint32_t count) {
      return static_cast<std::size_t>(std::clamp(share * count, 0.0, count - 1.0));
    };
    const std::size_t at = index(y, image.height) * image.width + index(x, image.width);
    const auto channels = static_cast<std::size_t>(image.channels());
    const int bits = image.jpeg.empty() ? image.bits : 8;
    const auto value = [&](std::size_t channel) { return sample(samples, at * channels + channel, bits); };
    InkPaint ink_paint;
    ink_paint.opacity = opacity * (image.alpha.empty() ? 1 : sample(image.alpha, at, image.bits));
    switch (image.space) {
      case image::ColorSpace::grey: ink_paint.inks.process.k = 1 - value(0); break;
      case image::ColorSpace::cmyk: {
        const auto ink = [&](std::size_t channel) { return image.inverted ? 1 - value(channel) : value(channel); };
        ink_paint.inks.process = {ink(0), ink(1), ink(2), ink(3)};
        break;
      }
      case image::ColorSpace::rgb:
        if (map_.inks_of_) ink_paint.inks.process = map_.inks_of_({value(0), value(1), value(2)});
        break;
      case image::ColorSpace::indexed: {
        const std::size_t entry = static_cast<unsigned char>(samples[at]) * std::size_t{3};
        if (!map_.inks_of_ || entry + 2 >= image.palette.size()) break;
        const auto of = [&](std::size_t i) { return sample(image.palette, entry + i, 8); };
        ink_paint.inks.process = map_.inks_of_({of(0), of(1), of(2)});
        break;
      }
    }
    return ink_paint;
  }

  InkMap& map_;
  double limit_, left_, top_;
  std::size_t columns_, rows_;
  std::vector<Inks> paper_;
  struct Backdrop {
    std::vector<Inks> paper;
    double opacity;
  };
  std::vector<Backdrop> backdrops_;  ///< of the open groups, innermost last
  double highest_ = 0;
  std::vector<InkFinding> found_;
};

InkMap::InkMap(const page::PagedDocument& document, InkOf inks_of)
    : document_(document), inks_of_(std::move(inks_of)) {}
InkMap::~InkMap() = default;

std::vector<InkFinding> InkMap::above(const page::Page& page, double limit) {
  Canvas canvas(*this, page, limit);
  canvas.paint_items(page.items, {}, nullptr, 1);
  return canvas.found();
}

}  // namespace banxin::profile
