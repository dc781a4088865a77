// The line that a diagnostic points at, with a marker under it, as a terminal shows them.
#pragma once

#include <string>
#include <string_view>

#include "core/span.hpp"
#include "source/source_files.hpp"

namespace banxin::source {

struct Excerpt {
  std::string
      line;  ///< tabs as spaces, other control characters as U+FFFD; a long line is cut round the span, with “…”
  std::string marker;  ///< spaces and carets, one for each terminal cell; to the end of the line if the span goes on
};

/// Empty for a span that points nowhere.
Excerpt excerpt(const SourceFiles& files, Span span);

/// Cells that a terminal gives a text: two for wide and full-width characters (UAX #11), none for what combines.
int terminal_width(std::string_view text);

}  // namespace banxin::source
