// What words state about a value: an interval, in exact terms.
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

namespace banxin::data::wording {

struct Statement {
  enum class Kind : std::uint8_t {
    share,   ///< of a whole, as a fraction: 七成, 34.5%, a third
    number,  ///< 108万, 30家
    ratio,   ///< 3倍
    points,  ///< a difference of percents, as a fraction: 6个百分点
    rank     ///< 第一; also states that a condition is true
  } kind = Kind::number;
  double low = -std::numeric_limits<double>::infinity(), high = std::numeric_limits<double>::infinity();
  bool low_open = false, high_open = false;
  bool scaled = false;  ///< the words have 万 or 亿: the bounds count ones, whatever the value's unit counts
  std::string unit;     ///< that the words have after the number: 元; empty for none
};

/// The interval as people read it: “65% ≤ x < 70%”.
std::string meaning(const Statement& statement);

/// Whether the value, in its unit, is within the interval; both rounded to 12 significant digits. The unit's own 万 or
/// 亿 counts where the words have one: 108万 is true of 108 in 万元.
bool holds(const Statement& statement, double value, std::string_view unit);

/// The unit without a leading 万 or 亿, and their number.
struct UnitScale {
  std::string_view base;
  double factor = 1;
};
UnitScale unit_scale(std::string_view unit);

}  // namespace banxin::data::wording
