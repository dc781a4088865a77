// SQLite: database files as tables, and queries over tables.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/diagnostic.hpp"
#include "data/expression/environment.hpp"
#include "data/table/raw_table.hpp"
#include "model/data_source.hpp"
#include "source/source_files.hpp"

namespace banxin::data {

/// The rows of one table of a database file, opened read-only from the bytes that were read. Diagnostics B571–B573.
std::optional<RawTable> read_database(const source::SourceFiles& files, FileId id, const model::DataSource& source,
                                      Diagnostics& diagnostics);

/// How many steps of SQLite's machine a query may take, and how many rows it may give: the same on every computer.
inline constexpr std::size_t largest_query_steps = 100'000'000;

/// Gives a table that the query names, or null; called once for each name.
using TableByName = std::function<std::shared_ptr<const table::Table>(std::string_view)>;

/// The result of a query. It may only read; functions that give different results each time are refused, and the
/// current time is the first second of 1970. Columns that are columns of a table keep their type and unit; others have
/// the type of their values. The result is reconstructed if any cell of the tables is, else derived; without ORDER BY,
/// rows are in the order of the table. Diagnostics B574–B578.
std::shared_ptr<const table::Table> run_query(const std::string& name, const model::DataSource& source,
                                              const TableByName& table, const std::vector<std::string_view>& names,
                                              const std::vector<expression::Variable>& parameters,
                                              Diagnostics& diagnostics);

}  // namespace banxin::data
