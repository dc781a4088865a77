// The values between the stages as text, for people who look for a fault and for tests that compare.
#pragma once

#include <string>

#include "font/library.hpp"
#include "page/paged_document.hpp"
#include "source/source_files.hpp"

namespace banxin::api {

/// JSON: every page with every item on it, one on a line, in points from the top left corner of the trim box; then
/// anchors, links and outline. Nothing in it depends on the machine: faces go by name, places by the report's files.
std::string dump_pages(const page::PagedDocument& document, const font::Library& fonts,
                       const source::SourceFiles& files);

/// A line for every line of text that a page's frame holds, under its page: place, measure and natural width, what
/// each step of justification squeezed or stretched (in em of the paragraph), and the text.
std::string dump_lines(const page::PagedDocument& document, const source::SourceFiles& files);

/// The semantic tree, one node on a line, children indented.
std::string dump_structure(const page::PagedDocument& document, const source::SourceFiles& files);

/// "report.yaml:9:11", or empty for a span that no file holds.
std::string place_of(Span span, const source::SourceFiles& files);

}  // namespace banxin::api
