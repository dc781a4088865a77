// Rows that are lists and mappings: in the report itself, and in JSON files.
#pragma once

#include <optional>

#include "core/diagnostic.hpp"
#include "data/table/raw_table.hpp"
#include "model/data_source.hpp"
#include "source/source_files.hpp"

namespace banxin::data {

/// Rows of the report. Columns are in the order in which rows first name them; a row without a column has no value
/// there. Lists have their names in the first row.
std::optional<RawTable> read_rows(const std::string& name, const model::DataSource& source, Diagnostics& diagnostics);

/// A JSON file: a list of objects, a list of lists with the names first, or an object of lists. It is read as YAML,
/// which JSON is, so that each cell knows its place. Diagnostics B110–B129, B570.
std::optional<RawTable> read_json(source::SourceFiles& files, FileId id, Diagnostics& diagnostics);

}  // namespace banxin::data
