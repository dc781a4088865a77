// Tables and columns that the report refers to by name.
#pragma once

#include <cstddef>
#include <string>

#include "core/diagnostic.hpp"
#include "core/span.hpp"
#include "data/expression/environment.hpp"

namespace banxin::data {

/// Null if there is no such table (B459).
const table::Table* named_table(const Tables& tables, const Spanned<std::string>& name, Diagnostics& diagnostics);

/// The index of the column; Table::none if there is no such column (B460).
std::size_t named_column(const table::Table& table, const Spanned<std::string>& name, Diagnostics& diagnostics);

}  // namespace banxin::data
