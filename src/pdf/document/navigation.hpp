// Navigation: the outline, page labels and links (ISO 32000-1, 12.3–12.5).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "page/paged_document.hpp"
#include "pdf/object/object_writer.hpp"
#include "profile/profile.hpp"

namespace banxin::pdf {

/// "[page /XYZ left top null]": that point at the top left of the window, zoom unchanged.
std::string destination(const page::Anchor& anchor, const page::PagedDocument& document,
                        const profile::Profile& profile, const std::vector<Ref>& pages);

/// Writes the outline; an empty reference if it has no entries. An entry more than one level deeper than the one before
/// becomes its child.
Ref write_outline(const page::PagedDocument& document, const profile::Profile& profile, const std::vector<Ref>& pages,
                  ObjectWriter& writer);

/// The entries of the /PageLabels number tree: the folio of a page, or else its label, even if empty.
std::string page_label_entries(const std::vector<page::Page>& pages);

/// The entries of a link annotation, without /StructParent.
std::string link_entries(const page::LinkArea& area, const page::Page& page, const page::PagedDocument& document,
                         const profile::Profile& profile, const std::vector<Ref>& pages);

/// A URI in ASCII (RFC 3987, 3.1): other bytes as %XX.
std::string ascii_uri(std::string_view iri);

}  // namespace banxin::pdf
