#include <fmt/format.h>

#include "api/dump.hpp"

namespace banxin::api {

std::string dump_lines(const page::PagedDocument& document, const source::SourceFiles& files) {
  std::string out;
  for (std::size_t i = 0; i < document.pages.size(); ++i) {
    const page::Page& page = document.pages[i];
    out += fmt::format("page {}", i + 1);
    if (page.numbered) out += fmt::format(" folio {}", page.folio);
    out += '\n';
    for (const text::LineSummary& line : page.lines) {
      const std::string place = place_of(line.span, files);
      out += "  " + (place.empty() ? "-" : place) + " " + text::explain(line) + "\n";
    }
  }
  return out;
}

}  // namespace banxin::api
