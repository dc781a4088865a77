#include "chart/numbers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string_view>

namespace banxin::chart {

namespace {

constexpr int most_decimals = 4;                                ///< of what is computed
constexpr double least_of_one = 1e-3, least_of_largest = 1e-4;  ///< below both: next to nothing
constexpr int least_magnitude = 9;  ///< decimals before a number is written as a power of ten

bool is_negligible(double value, double largest) {
  return value != 0 && std::abs(value) < least_of_one && std::abs(value) < largest * least_of_largest;
}

/// A number without its sign as it was written: 0.0123 has the digits "123" and the point one place before them.
struct Decimal {
  std::string digits;  ///< without zeros at either end; empty for 0
  int point = 0;       ///< how many digits stand before the point; negative: zeros behind it
  [[nodiscard]] int decimals() const { return std::max(0, static_cast<int>(digits.size()) - point); }
};

/// The shortest digits that mean this value and no other; of computed values no more than are certain.
Decimal decimal(double value) {
  constexpr std::size_t certain = 15;                 // digits that every double keeps
  constexpr double largest_whole = 9007199254740992;  // 2^53
  value = std::abs(value);
  std::array<char, 64> buffer{};
  auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::scientific).ptr;
  const auto parted = [&] {
    const std::string_view text(buffer.data(), static_cast<std::size_t>(end - buffer.data()));
    const std::size_t e = text.find('e');
    Decimal result{std::string(text.substr(0, 1)), 1};
    if (e > 2) result.digits += text.substr(2, e - 2);
    int exponent = 0;
    std::from_chars(text.data() + e + (text[e + 1] == '+' ? 2 : 1), text.data() + text.size(), exponent);
    result.point = exponent + 1;
    result.digits.erase(result.digits.find_last_not_of('0') + 1);
    return result;
  };
  Decimal result = parted();
  if (result.digits.size() > certain && (result.decimals() > 0 || value > largest_whole)) {
    end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::scientific,
                        static_cast<int>(certain) - 1)
              .ptr;
    result = parted();
  }
  return result;
}

/// Halves are rounded away from zero, as readers do it: 0.25 → 0.3.
std::string fixed(const Decimal& number, int decimals) {
  const int whole = std::max(number.point, 0);
  std::string digits(static_cast<std::size_t>(whole - number.point), '0');
  digits += number.digits;
  const auto length = static_cast<std::size_t>(whole + decimals);
  const bool up = length < digits.size() && digits[length] >= '5';
  digits.resize(length, '0');
  digits.insert(digits.begin(), '0');
  if (up) {
    std::size_t at = digits.size() - 1;
    while (digits[at] == '9') digits[at--] = '0';
    ++digits[at];
  }
  if (decimals > 0) digits.insert(digits.size() - static_cast<std::size_t>(decimals), ".");
  const std::size_t first = digits.find_first_not_of('0');
  digits.erase(0, first == std::string::npos ? digits.size() - 1 : digits[first] == '.' ? first - 1 : first);
  return digits;
}

std::string grouped(std::string digits) {
  const std::size_t whole = std::min(digits.find('.'), digits.size());
  // Four digits read well as they are; from five on groups of three.
  if (whole < 5) return digits;
  for (std::size_t at = whole - 3;; at -= 3) {
    digits.insert(at, ",");
    if (at <= 3) return digits;
  }
}

}  // namespace

int decimals_needed(double value) {
  double scaled = std::abs(value);
  for (int decimals = 0; decimals < most_decimals; ++decimals, scaled *= 10) {
    if (std::abs(scaled - std::round(scaled)) < 1e-7 * std::max(1.0, scaled)) return decimals;
  }
  return most_decimals;
}

int decimals_written(double value) { return decimal(value).decimals(); }

NumberFormat number_format(const model::Chart& chart) {
  NumberFormat format{std::max(0, chart.decimals), chart.signed_values,
                      chart.unit_on_values ? chart.unit : std::string(), chart.decimals >= 0};
  if (format.asked) return format;
  double largest = 0;
  for (const model::Series& series : chart.series) {
    for (const model::Datum& datum : series.data) largest = std::max(largest, std::abs(*datum.value));
  }
  for (const model::Series& series : chart.series) {
    for (const model::Datum& datum : series.data) {
      if (!datum.display.empty() || is_negligible(*datum.value, largest)) continue;
      format.decimals = std::max(format.decimals, decimals_written(*datum.value));
    }
  }
  return format;
}

std::string print(double value, const NumberFormat& format) {
  const Decimal written = decimal(value);
  std::string digits = fixed(written, format.decimals);
  // What is small beside the others is still not nothing: it is printed with all the digits of its own.
  if (!format.asked && is_negligible(value, 1 / least_of_largest) && written.decimals() > format.decimals) {
    if (-written.point < least_magnitude) {
      digits = fixed(written, written.decimals());
    } else {
      digits = written.digits.substr(0, 1) + "." + (written.digits.size() > 1 ? written.digits.substr(1) : "0") +
               fmt::format("e-{:02}", 1 - written.point);
    }
  }
  const bool zero = digits.find_first_not_of("0.") == std::string::npos;
  const char* sign = zero ? "" : value < 0 ? "\u2212" : format.plus ? "+" : "";
  return sign + grouped(std::move(digits)) + format.unit;
}

std::string print(const model::Datum& datum, const NumberFormat& format) {
  return datum.display.empty() ? print(*datum.value, format) : datum.display;
}

std::pair<std::string, std::string> part_at_decimal(const std::string& printed) {
  const std::size_t last_digit = printed.find_last_of("0123456789");
  if (last_digit == std::string::npos) return {printed, {}};
  const std::size_t point = printed.rfind('.', last_digit);
  const std::size_t at = point == std::string::npos ? last_digit + 1 : point;
  return {printed.substr(0, at), printed.substr(at)};
}

}  // namespace banxin::chart
