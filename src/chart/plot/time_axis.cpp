#include "chart/plot/time_axis.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <cstdint>

#include "table/value.hpp"

namespace banxin::chart::plot {

namespace {

struct Interval {
  enum class Unit { day, month, year } unit;
  int step;
  double days;
};

constexpr Interval intervals[] = {
    {Interval::Unit::day, 1, 1},        {Interval::Unit::day, 2, 2},        {Interval::Unit::day, 7, 7},
    {Interval::Unit::day, 14, 14},      {Interval::Unit::month, 1, 30.4},   {Interval::Unit::month, 3, 91},
    {Interval::Unit::month, 6, 182},    {Interval::Unit::year, 1, 365},     {Interval::Unit::year, 2, 730},
    {Interval::Unit::year, 5, 1826},    {Interval::Unit::year, 10, 3652},   {Interval::Unit::year, 20, 7305},
    {Interval::Unit::year, 50, 18262},  {Interval::Unit::year, 100, 36524}, {Interval::Unit::year, 200, 73048},
    {Interval::Unit::year, 500, 182620}};

const Interval& choose(double length, double interval, int most) {
  for (const Interval& one : intervals) {
    if (one.days >= interval * 0.9 && length / one.days <= most) return one;
  }
  return intervals[std::size(intervals) - 1];
}

std::string label(const table::Date& date, Interval::Unit unit, bool with_year, Language language) {
  static constexpr std::array<const char*, 12> english{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const int year = date.year, month = date.month, day = date.day;
  if (language == Language::en) {
    const char* name = english[static_cast<std::size_t>(month - 1)];
    if (unit == Interval::Unit::year) return fmt::format("{}", year);
    if (unit == Interval::Unit::month) return with_year ? fmt::format("{} {}", name, year) : std::string(name);
    return with_year ? fmt::format("{} {} {}", day, name, year) : fmt::format("{} {}", day, name);
  }
  const bool korean = language == Language::ko;
  const char *y = korean ? "년" : "年", *m = korean ? "월" : "月", *d = korean ? "일" : "日";
  if (unit == Interval::Unit::year) return fmt::format("{}{}", year, y);
  const std::string head = with_year ? fmt::format("{}{}", year, y) : std::string();
  if (unit == Interval::Unit::month) return fmt::format("{}{}{}", head, month, m);
  return fmt::format("{}{}{}{}{}", head, month, m, day, d);
}

}  // namespace

std::vector<TimeTick> time_ticks(double first, double last, double interval, int most, Language language) {
  std::vector<TimeTick> ticks;
  const Interval& chosen = choose(last - first, interval, most);
  const auto begin = static_cast<std::int64_t>(std::ceil(first - 1e-9));
  table::Date date = table::Date::from_days(begin);
  if (chosen.unit != Interval::Unit::day) {
    const int month = chosen.unit == Interval::Unit::year ? 1 : (date.month - 1) / chosen.step * chosen.step + 1;
    date.month = static_cast<std::uint8_t>(month);
    date.day = 1;
    if (chosen.unit == Interval::Unit::year)
      date.year = static_cast<std::int16_t>(std::floor(double(date.year) / chosen.step) * chosen.step);
  }
  int named = -100000;
  for (int guard = 0; guard < 1000; ++guard) {
    const auto at = static_cast<double>(date.days());
    if (at > last + 1e-9) break;
    if (at >= first - 1e-9) {
      ticks.push_back({at, label(date, chosen.unit, date.year != named, language)});
      named = date.year;
    }
    if (chosen.unit == Interval::Unit::day) {
      date = table::Date::from_days(date.days() + chosen.step);
    } else if (chosen.unit == Interval::Unit::year) {
      date.year = static_cast<std::int16_t>(date.year + chosen.step);
    } else {
      const int month = date.month - 1 + chosen.step;
      date.year = static_cast<std::int16_t>(date.year + month / 12);
      date.month = static_cast<std::uint8_t>(month % 12 + 1);
    }
  }
  return ticks;
}

}  // namespace banxin::chart::plot
