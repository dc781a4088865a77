#include "art/dot_field.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "art/random.hpp"
#include "art/wave.hpp"

namespace banxin::art {

namespace {

// Steps of the color gradients: enough to look smooth, few enough to keep pages small.
constexpr int hues = 20, depths = 10;
// Radii are multiples of 1/10 pt, so that dots of equal size share one item.
constexpr double radius_step = 0.1;

struct Field {
  const Art& art;
  Rect box;
  Wave wave;
  std::uint64_t seed;
  double from, to, pitch, base, rise, swell, depth, spray, radius, least;
  int ridges;
  bool mirrored;

  Field(const Art& a, const Rect& b)
      : art(a),
        box(b),
        wave(static_cast<std::uint64_t>(number("seed"))),
        seed(static_cast<std::uint64_t>(number("seed"))),
        from(number("from")),
        to(number("to")),
        pitch(number("pitch")),
        base(number("base")),
        rise(number("rise")),
        swell(number("swell")),
        depth(number("depth")),
        spray(number("spray")),
        radius(number("radius")),
        least(number("least")),
        ridges(static_cast<int>(number("ridges"))),
        mirrored(number("mirrored") > 0.5) {}

  [[nodiscard]] double number(const char* name) const { return art.numbers.at(name); }
  [[nodiscard]] const Color& color(const char* name) const { return art.colors.at(name); }

  /// The position on the long wave of `x`, a share of the width.
  [[nodiscard]] double at(double x) const { return from + (to - from) * (mirrored ? 1 - x : x); }

  /// Height of a ridge's crest above the lower edge of the box, as a share of its height.
  [[nodiscard]] double crest(double u, int ridge) const {
    const double front = static_cast<double>(ridge) / std::max(1, ridges);
    return (base + rise * Wave::climb(u)) * (1 - 0.62 * front) + swell * wave.swell(u, ridge) * (1 - 0.35 * front);
  }
};

struct Dot {
  double size = 0;   ///< 0..1 of the largest radius
  double light = 0;  ///< 0 = the color of the ground, 1 = full color
};

// A dot is largest just below the crest of its ridge and smaller below, down to the crest of the ridge in front. Above
// the highest crest, small dots fade out.
Dot dot_at(const Field& field, const std::vector<double>& crests, double u, double height, double row) {
  double top = 0;
  int front = -1;
  for (int k = 0; k < field.ridges; ++k) {
    top = std::max(top, crests[k]);
    if (height <= crests[k] + 0.5 * row) front = k;
  }
  // Dots grow along the wave.
  const double strength = 0.62 + 0.38 * Wave::climb(u);
  if (front < 0) {
    const double fade = std::exp(-2.2 * (height - top) / field.spray);
    return {0.30 * fade * strength, 0.16 + 0.55 * fade};
  }
  const double below = std::max(0.0, crests[front] - height);
  const double edge = std::clamp(below / row + 0.55, 0.0, 1.0);
  const double fade = std::exp(-1.6 * below / field.depth);
  const double nearness = field.ridges > 1 ? static_cast<double>(front) / (field.ridges - 1) : 0;
  // Towards the lower edge dots fade, but do not vanish.
  const double foot = 0.42 + 0.58 * std::clamp(height / 0.24, 0.0, 1.0);
  const double size = (0.34 + 0.66 * edge) * (0.17 + 0.83 * fade) * (1 - 0.22 * nearness) * strength * foot;
  const double light = (0.16 + 0.84 * fade) * (0.45 + 0.55 * edge) * (1 - 0.22 * nearness) * (0.25 + 0.75 * foot);
  return {size, light};
}

double centerd(double extent, double pitch, std::int64_t count) {
  return (extent - static_cast<double>(count - 1) * pitch) / 2;
}

graphics::DisplayList draw_field(const Art& art, const Rect& box, Span span) {
  const Field field(art, box);
  const double width = box.width.to_pt(), height = box.height.to_pt();
  // Dots keep their whole radius inside the box: nothing is cut but by the sheet's own edge.
  const auto columns = static_cast<std::int64_t>((width - 2 * field.radius) / field.pitch) + 1;
  const auto rows = static_cast<std::int64_t>((height - 2 * field.radius) / field.pitch) + 1;
  const double left = centerd(width, field.pitch, columns), top = centerd(height, field.pitch, rows);
  const double row_share = field.pitch / height;

  // By hue and depth; in each the radius in steps and the place.
  std::map<std::pair<int, int>, std::vector<std::pair<int, Point>>> buckets;
  std::vector<double> crests(static_cast<std::size_t>(field.ridges));
  for (std::int64_t c = 0; c < columns; ++c) {
    const double x = left + static_cast<double>(c) * field.pitch;
    const double u = field.at(x / width);
    const double along = field.mirrored ? 1 - x / width : x / width;
    for (int k = 0; k < field.ridges; ++k) crests[k] = field.crest(u, k);
    for (std::int64_t r = 0; r < rows; ++r) {
      const double y = top + static_cast<double>(r) * field.pitch;
      const Dot dot = dot_at(field, crests, u, 1 - y / height, row_share);
      const double grain = 0.94 + 0.12 * fraction(field.seed, c, r);
      const int steps = static_cast<int>(std::lround(dot.size * grain * field.radius / radius_step));
      if (steps * radius_step < field.least) continue;
      const int hue = static_cast<int>(std::lround(along * (hues - 1)));
      const int deep = static_cast<int>(std::lround(std::clamp(dot.light, 0.0, 1.0) * depths));
      if (deep == 0) continue;
      buckets[{hue, deep}].push_back({steps, {box.x + Length::pt(x), box.y + Length::pt(y)}});
    }
  }

  graphics::DisplayList list;
  for (auto& [key, bucket] : buckets) {
    std::stable_sort(bucket.begin(), bucket.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    graphics::Dots dots;
    for (const auto& [steps, center] : bucket) {
      dots.centers.push_back(center);
      dots.radii.push_back(Length::pt(steps * radius_step));
    }
    const Color full = mix(field.color("start"), field.color("end"), static_cast<double>(key.first) / (hues - 1));
    dots.fill = {mix(field.color("ground"), full, static_cast<double>(key.second) / depths), 1, false};
    list.push_back({std::move(dots), graphics::artifact, span});
  }

  // Highlighted dots on the crest of the first ridge, where it is highest: like data points on a curve.
  const int highlights = static_cast<int>(field.number("highlights"));
  graphics::Dots warm;
  warm.radii = {Length::pt(field.radius * 1.12)};
  warm.fill = {field.color("highlight"), 1, false};
  for (int i = 0; i < highlights; ++i) {
    // One in each section of the width, at its highest column.
    const auto first = columns * (2 * i + 1) / (2 * highlights + 1),
               last = columns * (2 * i + 2) / (2 * highlights + 1);
    std::int64_t best = first;
    double best_height = -1;
    for (auto c = first; c < std::min(last, columns - 1); ++c) {
      const double u = field.at((left + static_cast<double>(c) * field.pitch) / width);
      const double lift = field.crest(u, 0) - field.rise * Wave::climb(u);
      if (lift > best_height) best_height = lift, best = c;
    }
    const double x = left + static_cast<double>(best) * field.pitch;
    const double crest_y = (1 - field.crest(field.at(x / width), 0)) * height;
    const double r = std::ceil((crest_y - top) / field.pitch);
    if (r < 0 || r >= static_cast<double>(rows)) continue;
    warm.centers.push_back({box.x + Length::pt(x), box.y + Length::pt(top + r * field.pitch)});
  }
  if (!warm.centers.empty()) list.push_back({std::move(warm), graphics::artifact, span});
  return list;
}

}  // namespace

Kind dot_field() {
  return {"dot-field",
          "ridges of dots under a rising wave, fading into the ground",
          {{"seed", 7, 0, 1e9, "the wave's shape"},
           {"from", 0, 0, 1, "start of the box on the long wave"},
           {"to", 1, 0, 1, "end of the box on the long wave"},
           {"pitch", 9.2, 3, 60, "distance of the dots, pt"},
           {"radius", 4.5, 0.2, 30, "the largest dot, pt"},
           {"least", 0.35, 0.1, 5, "the smallest dot that is drawn, pt"},
           {"base", 0.33, 0, 1, "height of the crest where the long wave begins, as a share of the box"},
           {"rise", 0.33, -1, 1, "how much higher the crest is at its end"},
           {"swell", 0.075, 0, 0.5, "height of the waves on the long wave"},
           {"ridges", 3, 1, 6, "number of waves, one behind the other"},
           {"depth", 0.26, 0.01, 2, "how far below a crest the dots fade, as a share of the box"},
           {"spray", 0.20, 0.01, 1, "how far above the crest the small dots extend, as a share of the box"},
           {"highlights", 3, 0, 12, "warm dots on the crest"},
           {"mirrored", 0, 0, 1, "1: the wave rises to the left"}},
          {"ground", "start", "end", "highlight"},
          draw_field};
}

Kind dot_strip() {
  Kind kind = dot_field();
  kind.name = "dot-strip";
  kind.summary = "the same wave, low at the foot of a page";
  const std::map<std::string_view, double> own = {{"pitch", 9},      {"radius", 3.6}, {"base", 0.42}, {"rise", 0.36},
                                                  {"swell", 0.10},   {"ridges", 1},   {"depth", 0.9}, {"spray", 0.25},
                                                  {"highlights", 0}, {"least", 0.3}};
  for (Parameter& parameter : kind.numbers) {
    if (const auto found = own.find(parameter.name); found != own.end()) parameter.value = found->second;
  }
  return kind;
}

}  // namespace banxin::art
