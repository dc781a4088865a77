// The number in a wording: digits, Chinese numerals, tenths, fractions, halves.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "data/wording/statement.hpp"

namespace banxin::data::wording {

struct Quantity {
  Statement::Kind kind = Statement::Kind::number;
  double value = 0;
  double step = 1;           ///< one unit of its last digit that is not a closing zero: of 70% ten points, of 34.5% 0.1
  double precision = 1;      ///< one unit of its last written digit: of 70% one point
  bool fraction = false;     ///< a fraction or a half: plain, it is within 2 points
  bool tenths = false;       ///< 成
  bool scaled = false;       ///< with 万 or 亿
  std::uint32_t length = 0;  ///< bytes
};

/// The quantity at the start of the words; empty if there is none.
std::optional<Quantity> chinese_quantity(std::string_view words);
std::optional<Quantity> english_quantity(std::string_view words);

/// A Chinese numeral below 10^16 at the start: 三十四, 两, 一百零五, 三点五. `length` is 0 if there is none.
struct Numeral {
  double value = 0;
  double step = 1, precision = 1;
  std::uint32_t length = 0;
};
Numeral chinese_numeral(std::string_view words);
/// Digits with separators of thousands and a point, ASCII or full-width.
Numeral digits(std::string_view words);

}  // namespace banxin::data::wording
