// From the files of a report to its document.
#pragma once

#include <optional>
#include <string>

#include "model/document.hpp"
#include "model/schema.hpp"

namespace banxin::model {

/// Reads a report file, or the report.yaml of a folder, with all its section files. Files in the report's folder may be
/// read. Diagnostics B1xx and B2xx. Empty only if the report's file is not a mapping; if it has errors, the document
/// has what is valid, so that later stages can report more in the same run.
std::optional<Document> read_document(source::SourceFiles& files, const std::string& path, Diagnostics& diagnostics);

/// JSON Schema (draft 7) of a report file and of a section file, as committed in schema/.
std::string json_schema();
std::string section_json_schema();
/// Markdown tables of every key, as committed at docs/format-reference.md.
std::string format_reference();

}  // namespace banxin::model
