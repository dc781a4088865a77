// Builds the content stream of a page with its marked content (ISO 32000-1, 14.6) and resources.
#pragma once

#include <string>
#include <vector>

#include "page/paged_document.hpp"
#include "pdf/color/color.hpp"
#include "pdf/content/resources.hpp"
#include "pdf/font/table.hpp"
#include "profile/profile.hpp"

namespace banxin::pdf {

/// Shared by all pages; immutable while they are built in parallel.
struct ContentContext {
  const page::PagedDocument& document;
  const profile::Profile& profile;
  const FontTable& fonts;
  const ColorWriter& colors;
};

struct PageContent {
  std::string operators;                ///< not yet encoded
  std::vector<graphics::NodeId> marks;  ///< by MCID: the node that the content belongs to
  std::vector<Resource> resources;
  std::string resource_entries;  ///< inside of /Resources, unresolved
  bool transparency = false;
};

PageContent build_page_content(const page::Page& page, const ContentContext& context);

}  // namespace banxin::pdf
