// Reads a cell as people write it.
#pragma once

#include <string_view>

#include "table/value.hpp"

namespace banxin::data {

struct CellValue {
  enum class Kind : std::uint8_t { missing, number, percent, date, boolean, text } kind = Kind::text;
  double number = 0;  ///< of numbers and booleans; of a percent, the fraction
  table::Date date;
  bool digits_lost = false;  ///< a number of more than 15 significant digits
};

/// Numbers: 1,234.5 (1,000) −3 +3 12.5% 10万 1.2亿 ￥3,000 $5, with full-width digits too; with
/// `decimal_comma`, 1.234,5. Dates: 2023-02-01 2023/2/1 2023年2月1日 2023-02 2023年2月 2023Q1 2023年第1季度 2023年.
/// Booleans: true false 是 否 yes no. Missing: nothing, -, —, N/A, n/a, NA, null. Everything else is text.
CellValue read_cell(std::string_view text, bool decimal_comma);

}  // namespace banxin::data
