// Pseudo-random numbers for art: integers only, so that every platform draws the same picture.
#pragma once

#include <cstdint>

namespace banxin::art {

/// A uniform hash of (seed, column, row). It depends on the place alone, so every part of a field has the same dots
/// wherever drawing starts.
constexpr std::uint64_t scatter(std::uint64_t seed, std::int64_t column, std::int64_t row) {
  // The finalizer of SplitMix64 (Steele, Lea, Flood 2014), applied to the three numbers in turn.
  const auto stir = [](std::uint64_t z) {
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31);
  };
  std::uint64_t z = stir(seed + 0x9e3779b97f4a7c15ULL);
  z = stir(z ^ (static_cast<std::uint64_t>(column) * 0x9e3779b97f4a7c15ULL));
  return stir(z ^ (static_cast<std::uint64_t>(row) * 0xd1b54a32d192ed03ULL));
}

/// The same as a fraction 0 ≤ f < 1 with 24 bits, exact in a double.
constexpr double fraction(std::uint64_t seed, std::int64_t column, std::int64_t row) {
  return static_cast<double>(scatter(seed, column, row) >> 40) / 16777216.0;
}

}  // namespace banxin::art
