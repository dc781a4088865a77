// The structure of pages: nothing in it is empty.
#include <catch2/catch.hpp>

#include "unit/page/printed.hpp"

using namespace banxin;
using namespace banxin::page::test;

namespace {

void note_painted(const graphics::DisplayList& items, std::vector<bool>& painted) {
  for (const graphics::Item& item : items) {
    painted[item.node] = true;
    if (const auto* group = std::get_if<std::shared_ptr<graphics::Group>>(&item.what))
      note_painted((*group)->items, painted);
  }
}

std::size_t unpainted(const Printed& printed) {
  const auto& tree = printed.document.tree;
  std::vector<bool> painted(tree.size(), false);
  for (const auto& page : printed.document.pages) note_painted(page.items, painted);
  std::size_t count = 0;
  for (graphics::NodeId id = 2; id < tree.size(); ++id) {
    if (tree[id].role == semantics::Role::content && !painted[id]) ++count;
  }
  return count;
}

}  // namespace

TEST_CASE("what a master says aloud has a place in the structure where it is painted, and only there") {
  const std::string section =
      "title: 题\nlang: zh-Hans\nlayout: maimai\nsections:\n  - title: 前言\n    english: Preface\n    master: "
      "preface\n";
  CHECK(unpainted(print(section + "    body: [text: 文。]\n")) == 0);
  CHECK(unpainted(print(section +
                        "    opener: opener\n    kicker: DATA 01\n    number: \"01\"\n    body: [text: 文。]\n")) == 0);
  CHECK(unpainted(print(section + "    body: [page: data, text: 文。]\n")) == 0);
  const Printed turned = print(section + "    body:\n      - page: data\n      - text: 文。\n");
  INFO(turned.faults());
  CHECK(turned.document.pages.size() == 1);
  CHECK(unpainted(turned) == 0);
}
