// The input of the PDF writer: pages as display lists, the semantic tree, anchors, links, labels and metadata.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "graphics/display_list.hpp"
#include "image/image.hpp"
#include "semantics/references.hpp"
#include "semantics/tree.hpp"
#include "text/justification/explain.hpp"

namespace banxin::page {

using semantics::Anchor;
using semantics::Link;
using semantics::OutlineEntry;

/// One rectangle of a link on one page (a link broken over lines has several).
struct LinkArea {
  std::uint32_t link = 0;  ///< index into `links`
  Rect box;
  graphics::NodeId node = 0;  ///< the link's structure element
};

struct Page {
  Size trim;
  Length bleed;  ///< on all four sides
  graphics::DisplayList items;
  graphics::DisplayList slug;  ///< outside the bleed, with the printer's marks; only for profiles with marks
  std::vector<LinkArea> links;
  std::vector<text::LineSummary> lines;  ///< of its body, with Options::explain
  std::string label;                     ///< the folio for /PageLabels, or empty
  bool numbered = true;                  ///< has the decimal folio `folio`
  int folio = 0;
  std::string master;  ///< name of the page master, for dumps
};

/// Document information; dates as ISO 8601, empty if unknown (then SOURCE_DATE_EPOCH, else none).
struct Metadata {
  std::string title, author, subject, publisher, date;
  std::vector<std::string> keywords;
  LanguageTag lang;
  std::vector<std::pair<std::string, std::string>> titles;  ///< in other languages, by tag
};

/// A file within the document: the data of a table.
struct Attachment {
  std::string name;         ///< "cities.csv"; unique
  std::string description;  ///< may be empty
  std::string media_type;   ///< "text/csv"
  std::string bytes;
};

struct PagedDocument {
  Metadata metadata;
  std::vector<Page> pages;
  semantics::Tree tree;
  std::vector<Anchor> anchors;
  std::vector<Link> links;
  std::vector<OutlineEntry> outline;
  std::vector<Attachment> attachments;
  std::vector<std::shared_ptr<const image::Image>> images;  ///< by ImageId
};

}  // namespace banxin::page
