// Where glyphs and pictures are drawn, for all renderers.
#pragma once

#include <array>

#include "font/library.hpp"
#include "graphics/display_list.hpp"

namespace banxin::render {

/// The horizontal origin of a glyph relative to its run's, before the run's rotation, points. In vertical text the pen
/// is at the glyph's vertical origin.
struct Spot {
  double x = 0, y = 0;
};
inline Spot glyph_spot(const graphics::GlyphRun& run, const graphics::Glyph& glyph, const font::Library& fonts) {
  Spot spot{Length::units(glyph.x).to_pt(), Length::units(glyph.y).to_pt()};
  if (run.mode != WritingMode::vertical) return spot;
  const font::Face& face = fonts.face(run.face);
  const font::Face::Vertical vertical = face.vertical(glyph.id);
  const double unit = run.size.to_pt() / face.metrics().units_per_em;
  spot.x -= vertical.origin_x * unit;
  spot.y += vertical.origin_y * unit;
  return spot;
}

/// {xx, yx, xy, yy, x0, y0}: from the unit square of a stored picture, y down, to its box, points. The orientation is
/// that of EXIF 2.32, tag 0x0112.
inline std::array<double, 6> picture_matrix(int orientation, const Rect& box) {
  constexpr std::array<std::array<int, 6>, 8> turns{{{1, 0, 0, 1, 0, 0},
                                                     {-1, 0, 0, 1, 1, 0},
                                                     {-1, 0, 0, -1, 1, 1},
                                                     {1, 0, 0, -1, 0, 1},
                                                     {0, 1, 1, 0, 0, 0},
                                                     {0, 1, -1, 0, 1, 0},
                                                     {0, -1, -1, 0, 1, 1},
                                                     {0, -1, 1, 0, 0, 1}}};
  const auto& turn = turns[orientation >= 1 && orientation <= 8 ? static_cast<std::size_t>(orientation - 1) : 0];
  const double w = box.width.to_pt(), h = box.height.to_pt();
  return {turn[0] * w, turn[1] * h, turn[2] * w, turn[3] * h, box.x.to_pt() + turn[4] * w, box.y.to_pt() + turn[5] * h};
}

}  // namespace banxin::render
