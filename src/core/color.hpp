// Color as a typed value. A layout names a color once and gives it a screen value and a printing recipe;
// both travel to the writer, and only the output profile picks one (or converts, by ICC).
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

/// A spot ink and how much of it; `alternate` approximates it where the plate is missing.
struct Spot {
  std::string name;
  double tint = 1;
  Cmyk alternate;
  bool operator==(const Spot&) const = default;
};

struct Color {
  Rgb rgb;                   ///< what a screen shows
  std::optional<Cmyk> cmyk;  ///< what a press prints; without it the print profile converts `rgb`
  std::optional<Spot> spot;  ///< printed on its own plate; wins over `cmyk` in print
  bool operator==(const Color&) const = default;

  static Color black() { return {{0, 0, 0}, Cmyk{0, 0, 0, 1}, {}}; }
  static Color white() { return {{1, 1, 1}, Cmyk{0, 0, 0, 0}, {}}; }
  /// A tint: each value moved towards paper white; `amount` 1 leaves it, 0 gives white.
  [[nodiscard]] Color tint(double amount) const;
};

/// The mix of `a` and `b`, `t` = 0 gives `a`; spot colors mix through their alternates.
Color mix(const Color& a, const Color& b, double t);

}  // namespace banxin
