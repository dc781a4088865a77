// The functions of the expression language: one table for the checker, the evaluator and the documentation.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "data/expression/node.hpp"
#include "data/expression/problem.hpp"
#include "data/expression/result.hpp"

namespace banxin::data::expression {

struct Function {
  std::string_view name;
  std::string_view signature;  ///< "rank(column, row)"
  std::string_view summary;
  std::size_t fewest, most;  ///< arguments
  /// The type of the call, from the types of its arguments. Throws Problem.
  ValueType (*type)(const Node& call);
  Result (*value)(const Node& call, std::vector<Result> arguments);
  bool takes_row = false;  ///< the second argument names a row of the first one's table
};

const std::vector<Function>& functions();
/// docs/expressions.md lists them.
std::string function_reference();

}  // namespace banxin::data::expression
