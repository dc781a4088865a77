#include <fmt/format.h>

#include "api/dump.hpp"
#include "api/json_object.hpp"

namespace banxin::api {

namespace {

using semantics::Node;
using semantics::NodeId;
using semantics::Tree;

constexpr std::string_view role_names[] = {
    "content",      "document",   "part",        "section",   "heading",    "paragraph",  "list",          "list_item",
    "list_label",   "list_body",  "block_quote", "table",     "table_head", "table_body", "table_foot",    "table_row",
    "table_header", "table_cell", "figure",      "caption",   "note",       "contents",   "contents_item", "reference",
    "link",         "span",       "ruby",        "ruby_base", "ruby_text",  "emphasis",   "strong",
};
static_assert(std::size(role_names) == static_cast<std::size_t>(semantics::Role::strong) + 1);

void write_node(const Tree& tree, NodeId id, int depth, const source::SourceFiles& files, std::string& out) {
  const Node& node = tree[id];
  out.append(static_cast<std::size_t>(depth) * 2, ' ');
  out += fmt::format("{} {}", id, role_names[static_cast<std::size_t>(node.role)]);
  if (node.level > 0) out += fmt::format(" level {}", node.level);
  if (!node.language.empty()) out += fmt::format(" lang {}", node.language);
  if (node.scope != semantics::HeaderScope::none) {
    out += node.scope == semantics::HeaderScope::row ? " scope row" : " scope column";
  }
  if (node.column_span > 1) out += fmt::format(" columns {}", node.column_span);
  if (node.row_span > 1) out += fmt::format(" rows {}", node.row_span);
  if (node.link > 0) out += fmt::format(" link {}", node.link - 1);
  if (!node.title.empty()) out += " " + json_string(node.title);
  if (!node.alternative.empty()) out += " alternative " + json_string(node.alternative);
  if (!node.actual_text.empty()) out += " text " + json_string(node.actual_text);
  if (!node.expansion.empty()) out += " expansion " + json_string(node.expansion);
  if (const std::string place = place_of(node.span, files); !place.empty()) out += " from " + place;
  out += '\n';
  for (const NodeId child : node.children) write_node(tree, child, depth + 1, files, out);
}

}  // namespace

std::string dump_structure(const page::PagedDocument& document, const source::SourceFiles& files) {
  std::string out;
  write_node(document.tree, document.tree.root(), 0, files, out);
  return out;
}

}  // namespace banxin::api
