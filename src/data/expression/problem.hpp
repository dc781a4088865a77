// What is wrong with an expression, and where in its text.
#pragma once

#include <string>
#include <vector>

#include "core/message.hpp"
#include "data/expression/token.hpp"
#include "table/table.hpp"

namespace banxin::data::expression {

/// Thrown inside of the expression language, caught at its boundary and reported as a diagnostic.
struct Problem {
  MessageId id;
  Range range;
  std::vector<std::string> arguments;
  std::string suggestion;
};

/// B461, with the nearest name of a row.
Problem unknown_row(const table::Table& table, const std::string& name, Range range);

}  // namespace banxin::data::expression
