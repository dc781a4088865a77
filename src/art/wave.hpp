// The long wave that runs through a publication: cover, openers and page feet each show a stretch of it.
#pragma once

#include <cstdint>

namespace banxin::art {

/// Heights of the crests, drawn from a seed. Front ridges lie lower and run out of step with those behind.
class Wave {
 public:
  explicit Wave(std::uint64_t seed);
  /// The climb of the whole wave at `u` (0 = its beginning, 1 = its end): 0..1, rising throughout.
  [[nodiscard]] static double climb(double u);
  /// The swell of one ridge at `u`, −1..1, its beats widening and growing towards the end.
  [[nodiscard]] double swell(double u, int ridge) const;

 private:
  std::uint64_t seed_;
};

}  // namespace banxin::art
