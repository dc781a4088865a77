// The line that a diagnostic points at, with a marker under it, for a terminal.
#pragma once

#include <string>
#include <string_view>

#include "core/span.hpp"
#include "source/source_files.hpp"

namespace banxin::source {

struct Excerpt {
  /// Tabs as spaces, other control characters as U+FFFD; a long line is cut to the part around the span, with “…”.
  std::string line;
  /// Spaces and carets, one for each terminal cell; to the end of the line if the span continues on the next.
  std::string marker;
};

/// Empty for a span without a location.
Excerpt excerpt(const SourceFiles& files, Span span);

/// Terminal cells of a text: two for wide and full-width characters (UAX #11), none for combining ones.
int terminal_width(std::string_view text);

}  // namespace banxin::source
