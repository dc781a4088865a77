// Finds what the names of an expression mean, and the type of every node.
//
// Units: sums, differences and comparisons take numbers of one unit, or percents; a number written in the expression
// takes the unit of what it meets. A percent is not a number: `占比 > 5` is an error, `占比 > 5%` is meant. The one
// exception is a literal 1, as in `1 + growth`. A product keeps the unit of its one factor that has a unit; a quotient
// of one unit is a plain number.
#pragma once

#include "data/expression/environment.hpp"
#include "data/expression/node.hpp"
#include "data/expression/problem.hpp"

namespace banxin::data::expression {

/// Sets what nodes keep for the evaluator. Throws Problem (B456–B465).
void check(Node& root, const Environment& environment);

}  // namespace banxin::data::expression
