// A table as a CSV file.
#pragma once

#include <string>

#include "table/table.hpp"

namespace banxin::data {

/// RFC 4180 in UTF-8: the names of the columns, then the rows. Numbers have a decimal point and all their digits,
/// percents their sign, dates are ISO 8601, missing cells are empty.
std::string to_csv(const table::Table& table);

}  // namespace banxin::data
