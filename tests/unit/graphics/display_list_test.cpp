#include "graphics/display_list.hpp"

#include <catch2/catch.hpp>

using namespace banxin;
using namespace banxin::graphics;
using namespace banxin::literals;

namespace {

Item boxed(Point at) {
  Shape shape;
  shape.path.rect({at.x, at.y, 1_pt, 1_pt});
  shape.fill = Paint{LinearGradient{at, at, {}}, 1, false};
  return {shape, 7, {}};
}

}  // namespace

TEST_CASE("appending moves items together with their gradients") {
  DisplayList to, from;
  to.push_back(boxed({}));
  from.push_back(boxed({1_pt, 1_pt}));
  Dots dots;
  dots.centers = {{2_pt, 2_pt}};
  dots.radii = {1_pt};
  from.push_back({dots, artifact, {}});
  append(to, std::move(from), {10_pt, 20_pt});
  REQUIRE(to.size() == 3);
  const auto& shape = std::get<Shape>(to[1].what);
  CHECK(shape.path.bounds().origin() == Point{11_pt, 21_pt});
  CHECK(std::get<LinearGradient>(shape.fill->source).from == Point{11_pt, 21_pt});
  CHECK(to[1].node == 7);
  CHECK(std::get<Dots>(to[2].what).centers[0] == Point{12_pt, 22_pt});
  CHECK(std::get<Shape>(to[0].what).path.bounds().origin() == Point{});
}

TEST_CASE("a group that is shared is not moved for its other owner") {
  const auto group = std::make_shared<Group>();
  group->items.push_back(boxed({}));
  Item item{group, artifact, {}};
  translate(item, {3_pt, 4_pt});
  const auto& moved = std::get<std::shared_ptr<Group>>(item.what);
  CHECK(moved->transform.dx == 3_pt);
  CHECK(moved->transform.dy == 4_pt);
  CHECK(std::get<Shape>(moved->items[0].what).path.bounds().origin() == Point{});
  CHECK(group->transform.dx == Length{});
}
