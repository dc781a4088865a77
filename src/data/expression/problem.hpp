// What is wrong with an expression, and where in its text.
#pragma once

#include <string>
#include <vector>

#include "core/message.hpp"
#include "data/expression/token.hpp"

namespace banxin::data::expression {

/// Thrown inside of the expression language, caught at its boundary and reported as a diagnostic.
struct Problem {
  MessageId id;
  Range range;
  std::vector<std::string> arguments;
  std::string suggestion;
};

}  // namespace banxin::data::expression
