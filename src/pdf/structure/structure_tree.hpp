// The logical structure (ISO 32000-1, 14.7 and 14.8; ISO 14289-1, 7): structure elements from the semantic tree.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "page/paged_document.hpp"
#include "pdf/document/attachments.hpp"
#include "pdf/document/page_boxes.hpp"
#include "pdf/object/object_writer.hpp"

namespace banxin::pdf {

/// The element that the marked content of a node belongs to: the node itself, or for `content` its nearest ancestor of
/// another role.
graphics::NodeId element_of(graphics::NodeId node, const semantics::Tree& tree);

/// /S of that element: "P", "H1". "Span" for a node that is not in the tree.
std::string_view structure_type(graphics::NodeId node, const semantics::Tree& tree);

/// An annotation that belongs to an element: its object and its page.
struct TaggedAnnotation {
  Ref annotation;
  std::uint32_t page = 0;
  graphics::NodeId node = graphics::artifact;
};

/// Writes the structure tree. Elements without content are omitted, except the cells of tables.
class Structure {
 public:
  /// `marks`: for each page, the nodes by MCID. Numbers the elements; `write` writes them.
  Structure(const page::PagedDocument& document, const profile::Profile& profile, ObjectWriter& writer,
            const std::vector<Ref>& pages, const std::vector<std::vector<graphics::NodeId>>& marks,
            std::vector<TaggedAnnotation> annotations, const AttachmentRefs& attachments = {});
  /// Writes all elements; returns the structure tree root. Pages have their index as /StructParents, the annotations
  /// follow in their order.
  Ref write();

 private:
  struct Mark {
    std::uint32_t page, mcid;
  };
  void number(graphics::NodeId node);
  bool find_content(graphics::NodeId node);
  void write_element(graphics::NodeId node, Ref parent);
  void append_kids(std::string& out, graphics::NodeId node);
  void append_attributes(std::string& out, const semantics::Node& node) const;
  [[nodiscard]] std::string parent_tree() const;
  [[nodiscard]] std::string id_tree() const;

  const page::PagedDocument& document_;
  const semantics::Tree& tree_;
  const profile::Profile& profile_;
  ObjectWriter& writer_;
  const std::vector<Ref>& pages_;
  const std::vector<std::vector<graphics::NodeId>>& page_marks_;
  std::vector<TaggedAnnotation> annotations_;
  AttachmentRefs attachments_;
  std::vector<std::vector<Mark>> marks_;          // by node
  std::vector<std::vector<std::size_t>> tagged_;  // by node: indices into annotations_
  std::vector<char> has_content_;                 // by node
  std::vector<Ref> refs_;                         // by node; 0: no element
  std::vector<std::pair<std::string, Ref>> ids_;
  Ref root_;
};

}  // namespace banxin::pdf
