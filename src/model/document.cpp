#include "model/document.hpp"

#include <algorithm>

namespace banxin::model {

std::string InlineText::plain() const {
  std::string result;
  for (const InlineRun& run : runs) {
    if (run.line_break && !result.empty()) result += '\n';
    result += run.text;
  }
  return result;
}

bool Chart::reconstructed() const {
  if (!groups.empty()) return provenance == Provenance::reconstructed;  // a map has no data but its items
  return std::ranges::any_of(series, [](const Series& one) {
    return std::ranges::any_of(one.data, [](const Datum& d) { return d.provenance == Provenance::reconstructed; });
  });
}

}  // namespace banxin::model
