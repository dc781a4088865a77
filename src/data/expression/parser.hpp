// Reads an expression into its syntax tree.
//
//   or       = and { "or" and }                 and      = not { "and" not }
//   not      = "not" not | relation             relation = sum [ ( "=" | "!=" | "<" | "<=" | ">" | ">=" | "in" ) sum ]
//   sum      = product { ( "+" | "-" ) product }
//   product  = unary { ( "*" | "/" ) unary }    unary    = "-" unary | power
//   power    = primary [ "^" unary ]
//   primary  = number | text | "true" | "false" | "(" or ")" | function "(" [ or { "," or } ] ")"
//            | name [ "[" selection "]" ] [ "." name ]
//   selection: a condition if it holds a comparison operator, else keys divided by "," or two keys around ".."
#pragma once

#include <string_view>

#include "data/expression/node.hpp"
#include "data/expression/problem.hpp"

namespace banxin::data::expression {

struct Parsed {
  NodePtr root;
  std::uint32_t end = 0;  ///< where the expression ends: at a "|" that begins a format, or at the end of the text
};

/// Throws Problem (B450–B455). Expressions of more than 64 levels or 4,096 bytes are refused.
Parsed parse(std::string_view text);

}  // namespace banxin::data::expression
