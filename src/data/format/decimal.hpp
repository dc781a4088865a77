// Numbers in decimal digits as people write and round them.
#pragma once

#include <algorithm>
#include <string>

namespace banxin::data {

/// The digits of a number without its sign: 0.0123 has the digits "123", and its point is one place before them.
struct Decimal {
  std::string digits;  ///< without zeros at either end; empty for 0
  int point = 0;       ///< how many digits come before the point; negative: zeros after it
  [[nodiscard]] int decimals() const { return std::max(0, static_cast<int>(digits.size()) - point); }
};

/// The shortest digits that identify this finite value; of computed values no more than 15, which are certain.
Decimal decimal(double value);

/// With this many decimals. Halves are rounded away from zero: 0.25 → 0.3.
std::string fixed(const Decimal& number, int decimals);

/// Groups of three from five digits on: 1234, 12,345.
std::string grouped(std::string digits);

}  // namespace banxin::data
