// The structure of the content: the tree that tagged PDF is written from (ISO 32000-1, 14.7 and 14.8).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/geometry.hpp"
#include "core/span.hpp"
#include "graphics/display_list.hpp"

namespace banxin::semantics {

using graphics::NodeId;

/// Standard structure types (ISO 32000-1, 14.8.4), plus `content`: a leaf without an element; items
/// painted for it become marked content of its parent, in the order of the parent's children.
enum class Role {
  content,
  document,
  part,
  section,
  heading,
  paragraph,
  list,
  list_item,
  list_label,
  list_body,
  block_quote,
  table,
  table_head,
  table_body,
  table_foot,
  table_row,
  table_header,
  table_cell,
  figure,
  caption,
  note,
  contents,
  contents_item,
  reference,
  link,
  span,
  ruby,
  ruby_base,
  ruby_text,
  emphasis,
  strong,
};

enum class HeaderScope { none, row, column };

/// The kind of a list's labels; a list with labels must have one (ISO 14289-1, 7.6).
enum class ListNumbering { none, bullet, number };

struct Node {
  Role role = Role::content;
  NodeId parent = 0;
  std::vector<NodeId> children;  ///< in reading order
  int level = 0;                 ///< headings: 1..6
  std::string title;             ///< headings and sections: plain text, for outlines
  std::string alternative;       ///< /Alt of figures
  std::string actual_text;       ///< /ActualText
  std::string expansion;         ///< /E
  std::string attachment;        ///< name of the attached file with its data
  std::string language;          ///< /Lang, a BCP 47 tag; empty: that of the parent
  HeaderScope scope = HeaderScope::none;
  ListNumbering numbering = ListNumbering::none;  ///< lists
  int column_span = 1, row_span = 1;
  std::uint32_t link = 0;  ///< links: 1 + index into the paged document's `links`
  std::uint32_t page = 0;  ///< figures: 0-based page of `box`
  Rect box;                ///< figures: their box on the page
  Span span;
};

/// Node 0 means artifact and is not used; node 1 is the document.
class Tree {
 public:
  Tree();
  NodeId add(NodeId parent, Role role, Span span = {});
  Node& operator[](NodeId id) { return nodes_[id]; }
  const Node& operator[](NodeId id) const { return nodes_[id]; }
  [[nodiscard]] NodeId root() const { return 1; }
  [[nodiscard]] std::size_t size() const { return nodes_.size(); }

 private:
  std::vector<Node> nodes_;
};

}  // namespace banxin::semantics
