// Joins data files into charts and tables.
#pragma once

#include "core/diagnostic.hpp"
#include "model/document.hpp"
#include "source/source_files.hpp"

namespace banxin::data {

/// The document with the data of every `data_file`, wherever its block stands. The files lie in the report's folder;
/// every datum and cell carries its place in the file. A chart's columns: label, value, and if wanted provenance, note,
/// display, series (series keep the order of their first rows). A table takes its header from the first row; its cells
/// read no marks. Diagnostics B101–B105, B550–B559; what has errors stays without data.
model::Document bind(model::Document document, source::SourceFiles& files, Diagnostics& diagnostics);

}  // namespace banxin::data
