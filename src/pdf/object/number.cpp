#include "pdf/object/number.hpp"

#include <array>
#include <cmath>

namespace banxin::pdf {

namespace {

constexpr std::array<std::int64_t, 7> powers{1, 10, 100, 1000, 10000, 100000, 1000000};

// Writes `value` / 10^decimals without trailing zeros.
void append_decimal(std::string& out, std::int64_t value, int decimals) {
  if (value < 0) {
    out.push_back('-');
    value = -value;
  }
  const std::int64_t whole = value / powers[static_cast<std::size_t>(decimals)];
  std::int64_t fraction = value % powers[static_cast<std::size_t>(decimals)];
  if (whole != 0 || fraction == 0) {
    std::array<char, 20> digits;
    std::size_t length = 0;
    std::int64_t rest = whole;
    do {
      digits[length++] = static_cast<char>('0' + rest % 10);
      rest /= 10;
    } while (rest != 0);
    while (length > 0) out.push_back(digits[--length]);
  }
  if (fraction == 0) return;
  out.push_back('.');
  for (int place = decimals - 1; place >= 0 && fraction != 0; --place) {
    const std::int64_t unit = powers[static_cast<std::size_t>(place)];
    out.push_back(static_cast<char>('0' + fraction / unit));
    fraction %= unit;
  }
}

}  // namespace

void append_integer(std::string& out, std::int64_t value) { append_decimal(out, value, 0); }

void append_number(std::string& out, double value, int decimals) {
  if (!std::isfinite(value) || std::abs(value) > 1e9) value = 0;
  append_decimal(out, std::llround(value * static_cast<double>(powers[static_cast<std::size_t>(decimals)])), decimals);
}

void append_points(std::string& out, Length length) { append_decimal(out, millipoints(length), 3); }

}  // namespace banxin::pdf
