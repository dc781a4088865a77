#include "pdf/document/navigation.hpp"

#include <algorithm>

#include "pdf/document/page_boxes.hpp"
#include "pdf/object/number.hpp"

namespace banxin::pdf {

namespace {

struct OutlineNode {
  std::size_t entry = 0, parent = 0;
  std::vector<std::size_t> children;
  Ref ref;
};

// All entries below count, since all are shown open (12.3.3).
std::size_t descendants(const std::vector<OutlineNode>& nodes, std::size_t index) {
  std::size_t count = nodes[index].children.size();
  for (const std::size_t child : nodes[index].children) count += descendants(nodes, child);
  return count;
}

}  // namespace

std::string destination(const page::Anchor& anchor, const page::PagedDocument& document,
                        const profile::Profile& profile, const std::vector<Ref>& pages) {
  const std::size_t page = std::min<std::size_t>(anchor.page, pages.size() - 1);
  const Point origin = PageBoxes(document.pages[page], profile).origin();
  std::string out = "[" + text(pages[page]) + "/XYZ ";
  append_points(out, origin.x + anchor.at.x);
  out.push_back(' ');
  append_points(out, origin.y - anchor.at.y);
  return out + " null]";
}

Ref write_outline(const page::PagedDocument& document, const profile::Profile& profile, const std::vector<Ref>& pages,
                  ObjectWriter& writer) {
  const auto& outline = document.outline;
  if (outline.empty()) return {};
  std::vector<OutlineNode> nodes(1);  // nodes[0] is the outline itself
  std::vector<std::size_t> open{0};   // the last node of each level
  nodes[0].ref = writer.allocate();
  for (std::size_t i = 0; i < outline.size(); ++i) {
    const auto level = static_cast<std::size_t>(std::max(outline[i].level, 1));
    open.resize(std::min(open.size(), level));
    const std::size_t index = nodes.size();
    nodes.push_back({i, open.back(), {}, writer.allocate()});
    nodes[open.back()].children.push_back(index);
    open.push_back(index);
  }
  for (std::size_t index = 0; index < nodes.size(); ++index) {
    const OutlineNode& node = nodes[index];
    std::string out;
    if (index == 0) {
      out = "/Type/Outlines";
    } else {
      const auto& entry = outline[node.entry];
      out = "/Title" + text_string(entry.title) + "/Parent " + text(nodes[node.parent].ref);
      const auto& siblings = nodes[node.parent].children;
      const auto at = std::find(siblings.begin(), siblings.end(), index);
      if (at != siblings.begin()) out += "/Prev " + text(nodes[*(at - 1)].ref);
      if (at + 1 != siblings.end()) out += "/Next " + text(nodes[*(at + 1)].ref);
      if (entry.anchor < document.anchors.size()) {
        out += "/Dest" + destination(document.anchors[entry.anchor], document, profile, pages);
      }
    }
    if (!node.children.empty()) {
      out += "/First " + text(nodes[node.children.front()].ref) + "/Last " + text(nodes[node.children.back()].ref) +
             "/Count " + std::to_string(descendants(nodes, index));
    }
    writer.dictionary(node.ref, std::move(out));
  }
  return nodes[0].ref;
}

std::string page_label_entries(const std::vector<page::Page>& pages) {
  std::string out = "/Nums[";
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const page::Page& page = pages[i];
    if (page.numbered) {
      if (i > 0 && pages[i - 1].numbered && pages[i - 1].folio + 1 == page.folio) continue;
      append_integer(out, static_cast<std::int64_t>(i));
      out += "<</S/D/St " + std::to_string(std::max(page.folio, 1)) + ">>";
    } else {
      append_integer(out, static_cast<std::int64_t>(i));
      out += page.label.empty() ? "<<>>" : "<</P" + text_string(page.label) + ">>";
    }
  }
  return out + "]";
}

std::string link_entries(const page::LinkArea& area, const page::Page& page, const page::PagedDocument& document,
                         const profile::Profile& profile, const std::vector<Ref>& pages) {
  const page::Link& link = document.links[area.link];
  // ISO 19005-2, 6.3.2: printed, not hidden. ISO 14289-1, 7.18.5: described.
  std::string out = "/Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect" + PageBoxes(page, profile).rectangle(area.box);
  if (!link.description.empty()) out += "/Contents" + text_string(link.description);
  if (const auto* uri = std::get_if<std::string>(&link.target)) {
    out += "/A<</S/URI/URI" + text_string(ascii_uri(*uri)) + ">>";
    if (link.description.empty()) out += "/Contents" + text_string(*uri);
  } else if (const std::uint32_t anchor = std::get<std::uint32_t>(link.target); anchor < document.anchors.size()) {
    out += "/Dest" + destination(document.anchors[anchor], document, profile, pages);
  }
  return out;
}

std::string ascii_uri(std::string_view iri) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out;
  for (const char c : iri) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte > 0x20 && byte < 0x7F) {
      out.push_back(c);
    } else {
      out.push_back('%');
      out.push_back(digits[byte >> 4]);
      out.push_back(digits[byte & 15]);
    }
  }
  return out;
}

}  // namespace banxin::pdf
