// Diagnostics as the public interface shows them: places as lines and columns, with the line that they point at.
#pragma once

#include <vector>

#include "api/banxin.hpp"
#include "core/diagnostic.hpp"
#include "source/source_files.hpp"

namespace banxin::api {

/// In the order of files and lines; a hint stays behind what it explains, and what no line caused comes last.
/// A character that no face covers is a warning on a screen; `for_print` makes it an error, since it spoils a run.
std::vector<Diagnostic> described(const Diagnostics& diagnostics, const source::SourceFiles& files, bool for_print);

/// A diagnostic that no file caused; the first line of `what` is its text, the others its suggestion.
Diagnostic described(MessageId id, const std::string& what);

}  // namespace banxin::api
