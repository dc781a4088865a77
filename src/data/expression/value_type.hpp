// The types of expressions: kinds with units, single or several.
#pragma once

#include <cstdint>
#include <string>

#include "table/value.hpp"

namespace banxin::data::expression {

struct ValueType {
  enum class Kind : std::uint8_t { text, number, percent, date, boolean, rows } kind = Kind::number;
  std::string unit;      ///< of a number: "万元"; empty for none
  bool list = false;     ///< several values, a column over several rows
  bool literal = false;  ///< a number that is written in the expression: it takes the unit of what it meets
  bool scaled = false;   ///< such a number with 万 or 亿: it counts ones

  [[nodiscard]] bool numeric() const { return kind == Kind::number || kind == Kind::percent; }
};

ValueType type_of(table::Type type, std::string unit);
/// A phrase for messages: "a percent", "several numbers in 万元".
std::string phrase(const ValueType& type);

}  // namespace banxin::data::expression
