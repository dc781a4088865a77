#include "semantics/tree.hpp"

#include <catch2/catch.hpp>

using namespace banxin::semantics;

TEST_CASE("a new tree holds the document and keeps node 0 for artifacts") {
  const Tree tree;
  CHECK(tree.size() == 2);
  CHECK(tree.root() == 1);
  CHECK(tree[tree.root()].role == Role::document);
  CHECK(tree[banxin::graphics::artifact].children.empty());
}

TEST_CASE("children stand in the order in which they were added") {
  Tree tree;
  const auto section = tree.add(tree.root(), Role::section, {0, 3, 9});
  const auto heading = tree.add(section, Role::heading);
  const auto text = tree.add(section, Role::paragraph);
  CHECK(tree[section].children == std::vector<NodeId>{heading, text});
  CHECK(tree[heading].parent == section);
  CHECK(tree[section].span.begin == 3);
}
