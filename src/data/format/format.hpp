// How values are printed: what follows the "|" of a printed value, and in charts and table columns.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/language.hpp"
#include "data/expression/problem.hpp"
#include "data/expression/value_type.hpp"
#include "table/value.hpp"

namespace banxin::data {

struct Format {
  enum class Style : std::uint8_t {
    usual,     ///< a percent with its sign, a number with the decimals that it needs
    percent,   ///< 33.3%
    points,    ///< 6.1个百分点: the difference of two percents
    number,    ///< 12,345.6
    han,       ///< 三十四
    tenths,    ///< 三成三
    fraction,  ///< 三分之一
    date       ///< by a pattern
  } style = Style::usual;
  std::optional<int> decimals;  ///< as many as the number needs, if not given
  bool plus = false;            ///< a positive number has its sign
  double divisor = 1;           ///< 1e4 for 万
  std::string suffix;           ///< 万
  std::string pattern;          ///< of dates: YYYY, M, MM, D, DD and Q are replaced by the parts
  std::string separator;        ///< between several values; the language's own, if empty
};

/// Reads `percent(1)`, `万 | number(1)`, `join(、)`: formats with "|" between them. Throws expression::Problem, placed
/// in `text` (B475, B476).
Format read_format(std::string_view text, expression::Range range);

/// The printed text of one value; "—" for a missing one. Throws expression::Problem without a place where the format
/// cannot print such a value (B477).
std::string print(const table::Value& value, const expression::ValueType& type, const Format& format,
                  Language language);
/// Several values, with separators.
std::string print(const std::vector<table::Value>& values, const expression::ValueType& type, const Format& format,
                  Language language);

/// docs/expressions.md lists the formats.
std::string format_reference();

}  // namespace banxin::data
