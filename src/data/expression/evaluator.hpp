// The value of a checked expression.
#pragma once

#include "data/expression/node.hpp"
#include "data/expression/problem.hpp"
#include "data/expression/result.hpp"

namespace banxin::data::expression {

/// How many values one expression may look at.
inline constexpr std::size_t largest_work = 20'000'000;

/// Throws Problem (B466–B470): a row that does not exist, a division by zero, too much work.
Result evaluate(const Node& root);

/// `a` and `b` agree in their first 12 significant digits, so that 0.1 + 0.2 = 0.3.
bool nearly_equal(double a, double b);
/// Rounded to 12 significant digits.
double rounded(double value);

}  // namespace banxin::data::expression
