// From the cells of a file to typed columns.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "core/diagnostic.hpp"
#include "data/table/raw_table.hpp"
#include "model/data_source.hpp"
#include "table/table.hpp"

namespace banxin::data {

/// The table of a source. A column without a declared type has the type of at least three quarters of its cells, else
/// it is text; the cells that differ are errors. In a column declared as percent, 12.5 means 12.5%. A column called
/// `provenance` gives the provenance of its rows and is no column of the table. Diagnostics B562–B569.
std::shared_ptr<const table::Table> typed(const std::string& name, const RawTable& raw, const model::DataSource& source,
                                          Diagnostics& diagnostics);

}  // namespace banxin::data
