// The words of the expression language.
#pragma once

#include <cstdint>
#include <string>

namespace banxin::data::expression {

/// Bytes [begin, end) of an expression's text.
struct Range {
  std::uint32_t begin = 0, end = 0;
};

struct Token {
  enum class Kind : std::uint8_t {
    number,     ///< 12, 1.5, 10万; `number` holds its value
    percent,    ///< 34.5%; `number` holds the fraction
    text,       ///< "…"
    name,       ///< letters and digits, or any characters in backquotes
    parameter,  ///< :name, the row that a variable names
    symbol,     ///< an operator, bracket, comma or dot, in ASCII
    end
  };
  Kind kind = Kind::end;
  std::string text;  ///< of names, texts and symbols
  double number = 0;
  bool scaled = false;  ///< a number with 万 or 亿
  bool quoted = false;  ///< a name in backquotes
  Range range;
};

}  // namespace banxin::data::expression
