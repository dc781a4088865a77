#include "chart/numbers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "data/format/decimal.hpp"

namespace banxin::chart {

using data::Decimal;
using data::decimal;
using data::fixed;
using data::grouped;

namespace {

constexpr int most_written = 8;                                 ///< decimals that an editor writes
constexpr int most_decimals = 4;                                ///< of what is computed
constexpr double least_of_one = 1e-3, least_of_largest = 1e-4;  ///< below both: next to nothing
constexpr int least_magnitude = 9;  ///< decimals before a number is written as a power of ten

bool is_negligible(double value, double largest) {
  return value != 0 && std::abs(value) < least_of_one && std::abs(value) < largest * least_of_largest;
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
      // A number with more digits than anyone writes is computed.
      const int written = decimals_written(*datum.value);
      format.decimals = std::max(format.decimals, written > most_written ? decimals_needed(*datum.value) : written);
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
