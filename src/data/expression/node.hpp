// The syntax tree of an expression.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "data/expression/environment.hpp"
#include "data/expression/token.hpp"
#include "data/expression/value_type.hpp"

namespace banxin::data::expression {

enum class Operator : std::uint8_t {
  add,
  subtract,
  multiply,
  divide,
  power,
  negate,
  equal,
  unequal,
  less,
  less_equal,
  greater,
  greater_equal,
  in,
  logical_and,
  logical_or,
  logical_not
};

/// The spelling of the expression language: "+", "and" …
std::string_view spelling(Operator op);

struct Function;
struct Node;
using NodePtr = std::unique_ptr<Node>;

/// A row key in brackets, or the first and last of several rows.
struct Key {
  std::string text;
  Range range;
  bool parameter = false;  ///< `:city`: the row that the variable names
  std::size_t row = 0;     ///< found by the checker
};

/// `[…]` after a table.
struct Selection {
  enum class Kind : std::uint8_t { all, keys, range, condition } kind = Kind::all;
  std::vector<Key> keys;  ///< for a range, the first and the last row
  NodePtr condition;
  Range range;
};

struct Node {
  enum class Kind : std::uint8_t { number, percent, text, boolean, name, table, unary, binary, call } kind;
  Range range;

  double number = 0;    ///< of number and percent
  bool scaled = false;  ///< a number written with 万 or 亿
  std::string text;     ///< of text; the name of a name, table or function
  Range name_range;     ///< of that name
  bool quoted = false;  ///< a name in backquotes

  Selection selection;  ///< of a table
  std::string column;   ///< of a table; empty: the rows themselves
  Range column_range;

  Operator op = Operator::add;
  std::vector<NodePtr> operands;  ///< of operators and calls

  // Found by the checker.
  enum class Meaning : std::uint8_t { value, column, variable, row, rows, key } meaning = Meaning::value;
  ValueType type;
  const table::Table* source = nullptr;  ///< of columns and rows
  std::size_t column_index = table::Table::none;
  const Variable* variable = nullptr;
  const Function* function = nullptr;
};

}  // namespace banxin::data::expression
