#include "core/color.hpp"

namespace banxin {

namespace {

double between(double a, double b, double t) { return a + (b - a) * t; }

Cmyk scaled(const Cmyk& inks, double amount) {
  return {inks.c * amount, inks.m * amount, inks.y * amount, inks.k * amount};
}

/// The process inks that print the color where the spot ink has no plate.
std::optional<Cmyk> process_inks(const Color& color) {
  if (color.spot) return scaled(color.spot->alternate, color.spot->tint);
  return color.cmyk;
}

}  // namespace

Color Color::tint(double amount) const {
  if (amount >= 1) return *this;  // exact: no rounding
  Color result = *this;
  result.rgb = {1 - (1 - rgb.r) * amount, 1 - (1 - rgb.g) * amount, 1 - (1 - rgb.b) * amount};
  if (cmyk) result.cmyk = scaled(*cmyk, amount);
  if (spot) result.spot->tint = spot->tint * amount;
  return result;
}

Color mix(const Color& a, const Color& b, double t) {
  if (t <= 0) return a;
  if (t >= 1) return b;
  Color result;
  result.rgb = {between(a.rgb.r, b.rgb.r, t), between(a.rgb.g, b.rgb.g, t), between(a.rgb.b, b.rgb.b, t)};
  const std::optional<Cmyk> inks_a = process_inks(a), inks_b = process_inks(b);
  if (inks_a && inks_b) {
    result.cmyk = Cmyk{between(inks_a->c, inks_b->c, t), between(inks_a->m, inks_b->m, t),
                       between(inks_a->y, inks_b->y, t), between(inks_a->k, inks_b->k, t)};
  }
  // Two tints of one spot ink are a tint of it.
  if (a.spot && b.spot && a.spot->name == b.spot->name) {
    result.spot = Spot{a.spot->name, between(a.spot->tint, b.spot->tint, t), a.spot->alternate};
  }
  return result;
}

}  // namespace banxin
