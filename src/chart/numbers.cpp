#include "chart/numbers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace banxin::chart {

namespace {

constexpr int most_decimals = 4;
constexpr double least_of_one = 1e-3, least_of_largest = 1e-4;  ///< below both: next to nothing
constexpr int least_magnitude = 9;  ///< decimals before a number is written as a power of ten

bool is_negligible(double value, double largest) {
  return value != 0 && std::abs(value) < least_of_one && std::abs(value) < largest * least_of_largest;
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
      format.decimals = std::max(format.decimals, decimals_needed(*datum.value));
    }
  }
  return format;
}

std::string print(double value, const NumberFormat& format) {
  std::string digits = fmt::format("{:.{}f}", std::abs(value), format.decimals);
  // What is small beside the others is still not nothing: it is printed with two digits of its own.
  if (!format.asked && is_negligible(value, 1 / least_of_largest) &&
      digits.find_first_not_of("0.") == std::string::npos) {
    const int first_digit = static_cast<int>(std::ceil(-std::log10(std::abs(value))));
    digits = first_digit <= least_magnitude ? fmt::format("{:.{}f}", std::abs(value), first_digit + 1)
                                            : fmt::format("{:.1e}", std::abs(value));
    if (digits.find('e') == std::string::npos) digits.erase(digits.find_last_not_of('0') + 1);
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
