// The encodings of data files.
#pragma once

#include <optional>

#include "core/diagnostic.hpp"
#include "source/source_files.hpp"

namespace banxin::data {

/// The file with its text in UTF-8: the file itself, or a copy under the same name for UTF-16 with a byte order mark
/// and for GB18030. Lines and columns, which messages give, are those of the file. Diagnostic B105.
std::optional<FileId> as_utf8(source::SourceFiles& files, FileId id, Diagnostics& diagnostics);

}  // namespace banxin::data
