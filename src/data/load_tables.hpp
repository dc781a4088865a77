// The tables of a report.
#pragma once

#include <vector>

#include "core/diagnostic.hpp"
#include "data/expression/environment.hpp"
#include "model/document.hpp"
#include "source/source_files.hpp"

namespace banxin::data {

/// Reads every source of `document.data`, each once; a query reads the tables that it names first. A table with errors
/// is left out. Diagnostics B101–B105, B550–B579.
Tables load_tables(const model::Document& document, const std::vector<expression::Variable>& parameters,
                   source::SourceFiles& files, Diagnostics& diagnostics);

/// One table of rows or of a file, without queries; null after errors.
std::shared_ptr<const table::Table> load_table(const std::string& name, const model::DataSource& source,
                                               const model::Document& document, source::SourceFiles& files,
                                               Diagnostics& diagnostics);

}  // namespace banxin::data
