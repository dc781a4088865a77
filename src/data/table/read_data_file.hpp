// Reads a data file by the ending of its name.
#pragma once

#include <optional>
#include <string>

#include "core/diagnostic.hpp"
#include "data/table/raw_table.hpp"
#include "model/data_source.hpp"
#include "source/source_files.hpp"

namespace banxin::data {

/// .csv, .tsv, .json, .xlsx, .sqlite or .db; `source.file` is relative to `folder`. Diagnostics B101–B105, B550–B573.
std::optional<RawTable> read_data_file(const model::DataSource& source, const std::string& folder,
                                       source::SourceFiles& files, Diagnostics& diagnostics);

}  // namespace banxin::data
