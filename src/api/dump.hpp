// The values between the stages as text, for debugging and for tests.
#pragma once

#include <string>

#include "font/library.hpp"
#include "page/paged_document.hpp"
#include "source/source_files.hpp"

namespace banxin::api {

/// JSON: every page with every item on it, one on a line, in points from the top left corner of the trim box; then
/// anchors, links and outline. It does not depend on the machine: faces are identified by name, locations by the
/// report's files.
std::string dump_pages(const page::PagedDocument& document, const font::Library& fonts,
                       const source::SourceFiles& files);

/// One line for each line of the body text, below its page: location, measure, natural width, the adjustment of each
/// step of justification (in em of the paragraph), and the text.
std::string dump_lines(const page::PagedDocument& document, const source::SourceFiles& files);

/// The semantic tree, one node on a line, children indented.
std::string dump_structure(const page::PagedDocument& document, const source::SourceFiles& files);

/// "report.yaml:9:11", or empty for a span without a location.
std::string place_of(Span span, const source::SourceFiles& files);

}  // namespace banxin::api
