// Colors. A layout gives each color a value for the screen and optionally inks for print. Both reach the PDF writer;
// the output profile selects one of them, or converts by ICC.
#pragma once

#include <optional>
#include <string>

namespace banxin {

/// sRGB, each channel 0..1.
struct Rgb {
  double r = 0, g = 0, b = 0;
  bool operator==(const Rgb&) const = default;
};

/// Process inks, each 0..1 (1 = 100 %).
struct Cmyk {
  double c = 0, m = 0, y = 0, k = 0;
  bool operator==(const Cmyk&) const = default;
  [[nodiscard]] double total() const { return c + m + y + k; }
};

/// A spot ink with its tint; `alternate` approximates the full ink where there is no plate for it.
struct Spot {
  std::string name;
  double tint = 1;
  Cmyk alternate;
  bool operator==(const Spot&) const = default;
};

struct Color {
  Rgb rgb;                   ///< for the screen
  std::optional<Cmyk> cmyk;  ///< for print; without it the print profile converts `rgb`
  std::optional<Spot> spot;  ///< printed on its own plate; used instead of `cmyk` in print
  bool operator==(const Color&) const = default;

  static Color black() { return {{0, 0, 0}, Cmyk{0, 0, 0, 1}, {}}; }
  static Color white() { return {{1, 1, 1}, Cmyk{0, 0, 0, 0}, {}}; }
  /// Interpolates each value towards paper white: `amount` 1 returns the color, 0 white.
  [[nodiscard]] Color tint(double amount) const;
};

/// Interpolates from `a` (`t` = 0) to `b` (`t` = 1). Two different spot inks mix as their alternates.
Color mix(const Color& a, const Color& b, double t);

}  // namespace banxin
