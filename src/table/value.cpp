#include "table/value.hpp"

#include <fmt/format.h>

#include <chrono>

namespace banxin::table {

namespace {

std::chrono::year_month_day calendar_day(const Date& date) {
  return {std::chrono::year(date.year), std::chrono::month(date.month), std::chrono::day(date.day)};
}

}  // namespace

std::string_view name(Type type) {
  switch (type) {
    case Type::text: return "text";
    case Type::number: return "number";
    case Type::percent: return "percent";
    case Type::date: return "date";
    case Type::boolean: return "boolean";
  }
  return {};
}

std::int64_t Date::days() const { return std::chrono::sys_days(calendar_day(*this)).time_since_epoch().count(); }

Date Date::from_days(std::int64_t days) {
  const std::chrono::year_month_day day{std::chrono::sys_days(std::chrono::days(days))};
  return {static_cast<std::int16_t>(static_cast<int>(day.year())),
          static_cast<std::uint8_t>(static_cast<unsigned>(day.month())),
          static_cast<std::uint8_t>(static_cast<unsigned>(day.day())), Precision::day};
}

bool Date::valid() const { return calendar_day(*this).ok(); }

std::string Date::iso() const {
  switch (precision) {
    case Precision::year: return fmt::format("{:04}", year);
    case Precision::quarter: return fmt::format("{:04}-Q{}", year, quarter());
    case Precision::month: return fmt::format("{:04}-{:02}", year, month);
    case Precision::day: return fmt::format("{:04}-{:02}-{:02}", year, month, day);
  }
  return {};
}

}  // namespace banxin::table
