// Workbooks in Office Open XML (ECMA-376): .xlsx files.
#pragma once

#include <optional>

#include "core/diagnostic.hpp"
#include "data/table/raw_table.hpp"
#include "model/data_source.hpp"
#include "source/source_files.hpp"

namespace banxin::data {

/// Limits of a workbook: bytes of all its parts together when unpacked.
inline constexpr std::size_t largest_workbook = std::size_t{256} << 20;

/// A sheet's rows, the first of them the names. Formulas have their cached value; formats tell percents and dates.
/// Every cell has the place of the file's name in the report; messages name it as B7. Diagnostics B571–B573, B579.
std::optional<RawTable> read_workbook(const source::SourceFiles& files, FileId id, const model::DataSource& source,
                                      Diagnostics& diagnostics);

}  // namespace banxin::data
