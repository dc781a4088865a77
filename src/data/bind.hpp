// Joins data files into charts and tables.
#pragma once

#include "core/diagnostic.hpp"
#include "model/document.hpp"
#include "source/source_files.hpp"

namespace banxin::data {

/// Returns the document with the data of every `data_file`. The files are in the report's folder; every datum and cell
/// has its span in the file. Columns of a chart: label, value, and optionally provenance, note, display and series
/// (series keep the order of their first rows). The first row is the header of a table; marks in its cells are not
/// read. Charts without a provenance get that of the report. Diagnostics B101–B105, B550–B559; a block with errors has
/// no data.
model::Document bind(model::Document document, source::SourceFiles& files, Diagnostics& diagnostics);

}  // namespace banxin::data
