// How a reader moves about: the outline, page labels, links (ISO 32000-1, 12.3–12.5).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "page/paged_document.hpp"
#include "pdf/object/object_writer.hpp"
#include "profile/profile.hpp"

namespace banxin::pdf {

/// "[page /XYZ left top null]": the place at the top left of the window, at the zoom that is.
std::string destination(const page::Anchor& anchor, const page::PagedDocument& document,
                        const profile::Profile& profile, const std::vector<Ref>& pages);

/// Makes the outline's objects; no reference if it is empty. An entry deeper than the one before by more than one level
/// becomes its child.
Ref write_outline(const page::PagedDocument& document, const profile::Profile& profile, const std::vector<Ref>& pages,
                  ObjectWriter& writer);

/// Inside of the /PageLabels number tree: folios where a page has one, otherwise the page's own label, even if empty.
std::string page_label_entries(const std::vector<page::Page>& pages);

/// Inside of a link annotation, without /StructParent.
std::string link_entries(const page::LinkArea& area, const page::Page& page, const page::PagedDocument& document,
                         const profile::Profile& profile, const std::vector<Ref>& pages);

/// A URI in ASCII (RFC 3987, 3.1): other bytes as %XX.
std::string ascii_uri(std::string_view iri);

}  // namespace banxin::pdf
