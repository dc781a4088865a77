#include "pdf/font/descriptor.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "font/sfnt.hpp"

namespace banxin::pdf {
namespace {

enum Flag : int { fixed_pitch = 1, serif = 1 << 1, symbolic = 1 << 2, italic = 1 << 6 };  // table 123

/// The second digit of PANOSE for Latin text (family 2) is the serif style: 2–10 with serifs, 11–15 without.
bool has_serifs(const font::Face& face) {
  const font::Table os2(face.hb_face(), HB_TAG('O', 'S', '/', '2'));
  const unsigned kind = os2.u8(32), style = os2.u8(33);
  return kind == 2 && style >= 2 && style <= 10;
}

/// The x coordinates where a horizontal line intersects a path, ascending. Curves are approximated by chords.
std::vector<double> crossings(const graphics::Path& path, double y) {
  constexpr int chords = 16;
  struct Place {
    double x, y;
  };
  std::vector<double> found;
  Place start{}, pen{};
  const auto line = [&](Place to) {
    if ((pen.y <= y) != (to.y <= y)) found.push_back(pen.x + (to.x - pen.x) * (y - pen.y) / (to.y - pen.y));
    pen = to;
  };
  std::size_t next = 0;
  const auto take = [&] {
    const Point point = path.points[next++];
    return Place{point.x.to_pt(), point.y.to_pt()};
  };
  for (const graphics::Path::Verb verb : path.verbs) {
    switch (verb) {
      case graphics::Path::Verb::move: start = pen = take(); break;
      case graphics::Path::Verb::line: line(take()); break;
      case graphics::Path::Verb::close: line(start); break;
      case graphics::Path::Verb::cubic: {
        const Place from = pen, c1 = take(), c2 = take(), to = take();
        for (int i = 1; i <= chords; ++i) {
          const double t = static_cast<double>(i) / chords, u = 1 - t;
          const auto at = [&](double Place::*axis) {
            return u * u * u * from.*axis + 3 * u * u * t * c1.*axis + 3 * u * t * t * c2.*axis + t * t * t * to.*axis;
          };
          line({at(&Place::x), at(&Place::y)});
        }
        break;
      }
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace

double measure_stem(const font::Face& face) {
  const double scale = 1000.0 / face.metrics().units_per_em;
  for (const char32_t letter : {U'l', U'I', U'丨'}) {
    const std::uint16_t glyph = face.glyph(letter);
    if (glyph == 0) continue;
    const auto cuts = crossings(face.outline(glyph, Length::pt(1000)), -face.metrics().x_height * scale / 2);
    if (cuts.size() >= 2) return std::round(cuts[1] - cuts[0]);
  }
  return 0;
}

FontDescriptorValues describe(const font::Face& face) {
  const font::Face::Metrics& metrics = face.metrics();
  const double scale = 1000.0 / metrics.units_per_em;
  const font::Table head(face.hb_face(), HB_TAG('h', 'e', 'a', 'd'));
  FontDescriptorValues values;
  // A font for East Asian text exceeds the standard Latin character set: symbolic (9.8.2).
  values.flags = symbolic | (face.fixed_pitch() ? fixed_pitch : 0) | (has_serifs(face) ? serif : 0) |
                 (face.italic() || face.italic_angle() != 0 ? italic : 0);
  values.italic_angle = face.italic_angle();
  values.ascent = metrics.ascender * scale;
  values.descent = metrics.descender * scale;
  values.cap_height = metrics.cap_height * scale;
  values.stem_v = measure_stem(face);
  values.x_min = head.i16(36) * scale;
  values.y_min = head.i16(38) * scale;
  values.x_max = head.i16(40) * scale;
  values.y_max = head.i16(42) * scale;
  return values;
}

}  // namespace banxin::pdf
