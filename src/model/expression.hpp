// Expressions over the report's data, as they are written. The data stage parses and evaluates them.
#pragma once

#include <memory>
#include <string>

#include "core/span.hpp"

namespace banxin::model {

/// The text of an expression: `cities[北京].占比 | percent(1)`.
struct Expression {
  std::string text;
  SourceMap map;  ///< from offsets of `text` to the file
  Span span;
};

/// `[近七成]{= expression}`: words that print as they are written and must be true of the expression's value.
struct CheckedWords {
  std::string words;
  Span span;  ///< of the words
  Expression expression;
};

}  // namespace banxin::model
