// Diagnostics of the public interface: with lines and columns, and with the source line.
#pragma once

#include <vector>

#include "api/banxin.hpp"
#include "core/diagnostic.hpp"
#include "source/source_files.hpp"

namespace banxin::api {

/// In the order of files and lines; a hint follows what it explains, and diagnostics without a location come last.
/// A missing glyph is a warning; `for_print` makes it an error, since it cannot be corrected after printing.
std::vector<Diagnostic> described(const Diagnostics& diagnostics, const source::SourceFiles& files, bool for_print);

/// A diagnostic without a location; the first line of `what` is its text, the others its suggestion.
Diagnostic described(MessageId id, const std::string& what);

}  // namespace banxin::api
