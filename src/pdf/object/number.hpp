// Writes numbers in PDF syntax (ISO 32000-1, 7.3.3): no exponent, no locale, as short as possible.
#pragma once

#include <cstdint>
#include <string>

#include "core/length.hpp"

namespace banxin::pdf {

/// Appends `value` rounded to at most `decimals` (0..6) places: "12", ".5", "-3.25". Values that are not finite or
/// beyond ±1e9 are an error of the caller and written as 0.
void append_number(std::string& out, double value, int decimals = 5);

void append_integer(std::string& out, std::int64_t value);

/// Appends a length in points, rounded to 1/1000 pt.
void append_points(std::string& out, Length length);

/// The value that `append_points` writes, in thousandths of a point.
constexpr std::int64_t millipoints(Length length) {
  const std::int64_t scaled = length.count() * 1000;
  constexpr std::int64_t half = Length::units_per_pt / 2;
  return (scaled >= 0 ? scaled + half : scaled - half) / Length::units_per_pt;
}

}  // namespace banxin::pdf
