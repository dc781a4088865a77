#include "art/wave.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "art/random.hpp"

namespace banxin::art {

Wave::Wave(std::uint64_t seed) : seed_(seed) {}

double Wave::climb(double u) {
  // Starts flat and ends steep.
  const double t = std::clamp(u, 0.0, 1.0);
  return 0.25 * t + 0.75 * t * t;
}

double Wave::swell(double u, int ridge) const {
  constexpr double beats[] = {1.7, 3.1, 6.7};
  constexpr double weights[] = {0.60, 0.32, 0.08};
  double sum = 0;
  for (int i = 0; i < 3; ++i) {
    const double phase = fraction(seed_, ridge, i);
    sum += weights[i] * std::sin(2 * std::numbers::pi * (beats[i] * u + phase));
  }
  return sum * (0.55 + 0.45 * std::clamp(u, 0.0, 1.0));
}

}  // namespace banxin::art
