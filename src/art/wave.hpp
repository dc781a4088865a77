// The long wave through a publication: cover, openers and page feet each show a section of it.
#pragma once

#include <cstdint>

namespace banxin::art {

/// Heights of the crests, from a seed. Ridges in front are lower and have another phase than those behind.
class Wave {
 public:
  explicit Wave(std::uint64_t seed);
  /// The rise of the whole wave at `u` (0 = its start, 1 = its end): 0..1, monotonic.
  [[nodiscard]] static double climb(double u);
  /// The height of the waves on one ridge at `u`, −1..1, growing towards the end.
  [[nodiscard]] double swell(double u, int ridge) const;

 private:
  std::uint64_t seed_;
};

}  // namespace banxin::art
