// The values of a table's cells.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

namespace banxin::table {

/// What a column holds. A percent is a fraction: 34.5% is 0.345.
enum class Type { text, number, percent, date, boolean };

/// The word of the content format: "text", "number" …
std::string_view name(Type type);

/// A day, month, quarter or year, as precise as it was written. Ordered by first day, then from coarse to fine.
struct Date {
  enum class Precision : std::uint8_t { year, quarter, month, day };
  std::int16_t year = 0;
  std::uint8_t month = 1;  ///< the first month of a year or quarter
  std::uint8_t day = 1;
  Precision precision = Precision::day;

  auto operator<=>(const Date&) const = default;
  /// 1 to 4.
  [[nodiscard]] int quarter() const { return (month + 2) / 3; }
  /// Days since 1970-01-01 in the proleptic Gregorian calendar.
  [[nodiscard]] std::int64_t days() const;
  static Date from_days(std::int64_t days);
  /// False for month 13 or 30 February.
  [[nodiscard]] bool valid() const;
  /// ISO 8601 at its precision: 2023, 2023-Q1, 2023-02, 2023-02-01.
  [[nodiscard]] std::string iso() const;
};

/// Missing, a number or percent, a boolean, a date, or text.
using Value = std::variant<std::monostate, double, bool, Date, std::string>;

[[nodiscard]] inline bool missing(const Value& value) { return std::holds_alternative<std::monostate>(value); }

}  // namespace banxin::table
