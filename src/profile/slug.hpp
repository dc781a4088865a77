// The slug: one line outside the bleed that identifies the sheet.
#pragma once

#include "page/paged_document.hpp"
#include "profile/profile.hpp"
#include "text/label.hpp"

namespace banxin::profile {

/// Adds the slug to each page: title and date above the left half, then page, profile, condition and the names of the
/// inks above the right half, each name in its ink. It depends only on the document, so equal input gives equal bytes.
/// `type` selects the face. Only for profiles with printer's marks, since it is placed in their margin.
void add_slugs(page::PagedDocument& document, const Profile& profile, const font::Library& fonts, text::TextStyle type);

}  // namespace banxin::profile
