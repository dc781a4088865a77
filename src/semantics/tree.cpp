#include "semantics/tree.hpp"

namespace banxin::semantics {

Tree::Tree() : nodes_(2) { nodes_[1].role = Role::document; }

NodeId Tree::add(NodeId parent, Role role, Span span) {
  const auto id = static_cast<NodeId>(nodes_.size());
  Node& node = nodes_.emplace_back();
  node.role = role;
  node.parent = parent;
  node.span = span;
  nodes_[parent].children.push_back(id);
  return id;
}

}  // namespace banxin::semantics
