#include "data/wording/statement.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <utility>

#include "data/expression/evaluator.hpp"
#include "data/format/decimal.hpp"

namespace banxin::data::wording {

namespace {

std::string bound(const Statement& statement, double value) {
  const bool percent = statement.kind == Statement::Kind::share || statement.kind == Statement::Kind::points;
  const double shown = expression::rounded(percent ? value * 100 : value);
  const Decimal digits = decimal(expression::rounded(shown));
  std::string text = grouped(fixed(digits, std::min(digits.decimals(), 6)));
  if (shown < 0) text.insert(0, "\u2212");
  if (statement.kind == Statement::Kind::share) text += "%";
  if (statement.kind == Statement::Kind::points) text += " points";
  return text;
}

}  // namespace

std::string meaning(const Statement& statement) {
  if (statement.low == statement.high) return "x = " + bound(statement, statement.low);
  std::string text = "x";
  if (std::isfinite(statement.low)) {
    const bool alone = !std::isfinite(statement.high);
    if (alone) return fmt::format("x {} {}", statement.low_open ? ">" : "≥", bound(statement, statement.low));
    text = fmt::format("{} {} x", bound(statement, statement.low), statement.low_open ? "<" : "≤");
  }
  if (std::isfinite(statement.high)) {
    text += fmt::format(" {} {}", statement.high_open ? "<" : "≤", bound(statement, statement.high));
  }
  return text;
}

UnitScale unit_scale(std::string_view unit) {
  constexpr std::array<std::pair<std::string_view, double>, 8> scales{{{"万亿", 1e12},
                                                                       {"萬億", 1e12},
                                                                       {"百万", 1e6},
                                                                       {"百萬", 1e6},
                                                                       {"万", 1e4},
                                                                       {"萬", 1e4},
                                                                       {"亿", 1e8},
                                                                       {"億", 1e8}}};
  for (const auto& [word, factor] : scales) {
    if (unit.starts_with(word)) return {unit.substr(word.size()), factor};
  }
  return {unit, 1};
}

bool holds(const Statement& statement, double value, std::string_view unit) {
  if (statement.scaled) value *= unit_scale(unit).factor;
  const bool at_low = expression::nearly_equal(value, statement.low);
  const bool at_high = expression::nearly_equal(value, statement.high);
  if (at_low ? statement.low_open : value < statement.low) return false;
  return at_high ? !statement.high_open : value < statement.high;
}

}  // namespace banxin::data::wording
