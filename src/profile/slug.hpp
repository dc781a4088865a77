// The slug: one line outside of the bleed that tells a printer which sheet this is.
#pragma once

#include "page/paged_document.hpp"
#include "profile/profile.hpp"
#include "text/label.hpp"

namespace banxin::profile {

/// Sets the slug of every page: title and date over the left half of the head, page, profile, condition and the names
/// of the inks over the right half, each ink's name in the ink itself. Nothing in it but what the document says, so
/// that it is the same each time. `type` gives the face. Only for profiles with printer's marks, in whose room it
/// stands.
void add_slugs(page::PagedDocument& document, const Profile& profile, const font::Library& fonts, text::TextStyle type);

}  // namespace banxin::profile
