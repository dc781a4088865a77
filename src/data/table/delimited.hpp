// CSV and TSV files as people have them (RFC 4180): fields divided by comma, semicolon or tab.
#pragma once

#include <optional>

#include "core/diagnostic.hpp"
#include "data/table/raw_table.hpp"
#include "source/source_files.hpp"

namespace banxin::data {

/// The rows of an open file in UTF-8. The delimiter is the character that divides most fields of the first row, or the
/// tab if `tabs`. Diagnostics B558, B561, B550, B551, B555. Cells refer to the file's text.
std::optional<RawTable> read_delimited(const source::SourceFiles& files, FileId id, bool tabs,
                                       Diagnostics& diagnostics);

}  // namespace banxin::data
