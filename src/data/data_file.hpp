// Joins the data file that a chart or table names with `data_file`.
#pragma once

#include "core/diagnostic.hpp"
#include "model/document.hpp"
#include "source/source_files.hpp"

namespace banxin::data {

/// Columns of a chart: label, value, and optionally provenance, note, display and series (series keep the order of
/// their first rows). A chart without a provenance gets that of the report, whether or not it names a file.
/// Diagnostics B101–B105, B550–B573; a chart with errors has no data.
void join_data_file(model::Chart& chart, const model::Document& document, source::SourceFiles& files,
                    Diagnostics& diagnostics);
/// The first row of the file is the header, unless the report has one; marks in cells are not read.
void join_data_file(model::Table& table, const model::Document& document, source::SourceFiles& files,
                    Diagnostics& diagnostics);

}  // namespace banxin::data
