#include "layout/flow.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "layout/fixed_elements.hpp"
#include "layout/flow_element.hpp"

using namespace banxin;
using namespace banxin::layout;
using namespace banxin::literals;

namespace {

/// A block of a fixed number of lines that may be split between them; each line adds a mark on the display list.
class Lines : public Element {
 public:
  explicit Lines(int count) : count_(count) {}
  Piece place(const Constraints& constraints, const Break& from, Diagnostics&) const override {
    const int left = count_ - static_cast<int>(from.position);
    const int fit = std::clamp(static_cast<int>(constraints.depth.count() / Length::pt(10).count()), 0, left);
    Piece piece;
    if (fit == 0 && !constraints.at_top) {
      piece.placed = false;
      return piece;
    }
    for (int i = 0; i < fit && !constraints.dry; ++i) {
      graphics::Shape mark;
      mark.path.rect({Length{}, 10_pt * i, 1_pt, 1_pt});
      piece.items.push_back({.what = mark, .node = 0, .span = {}});
    }
    piece.depth = 10_pt * fit;
    if (fit < left) piece.rest = Break{from.position + static_cast<std::size_t>(fit), nullptr};
    return piece;
  }

 private:
  int count_;
};

class Growing : public Element {
 public:
  Growing(Length least, Length most) : least_(least), most_(most) {}
  bool grows() const override { return true; }
  Length max_depth(Length) const override { return most_; }
  Piece place(const Constraints& constraints, const Break&, Diagnostics&) const override {
    Piece piece;
    piece.depth = constraints.fill.value_or(least_);
    piece.placed = piece.depth <= constraints.depth || constraints.at_top;
    if (!constraints.dry) piece.figures.emplace_back(7, Rect{Length{}, Length{}, constraints.measure, piece.depth});
    return piece;
  }

 private:
  Length least_, most_;
};

template <class... E>
Elements elements(std::unique_ptr<E>... each) {
  Elements all;
  (all.push_back(std::move(each)), ...);
  return all;
}

Constraints page(Length depth) {
  Constraints constraints;
  constraints.measure = constraints.note_measure = 100_pt;
  constraints.depth = depth;
  constraints.at_top = true;
  return constraints;
}

}  // namespace

TEST_CASE("a flow parts a block where the space ends and goes on behind it") {
  const Flow flow(elements(std::make_unique<Lines>(3), std::make_unique<Lines>(5)), {}, 10_pt);
  Diagnostics diagnostics;
  const Piece first = flow.place(page(50_pt), {}, diagnostics);
  REQUIRE(first.rest);
  CHECK(first.rest->position == 1);
  CHECK(first.rest->inner->position == 2);
  CHECK(first.items.size() == 5);
  const Piece second = flow.place(page(50_pt), *first.rest, diagnostics);
  CHECK_FALSE(second.rest);
  CHECK(second.items.size() == 3);
}

TEST_CASE("the larger of two spaces counts, and none at the top") {
  auto upper = std::make_unique<Lines>(1);
  upper->space_before = 30_pt;
  upper->space_after = 5_pt;
  auto lower = std::make_unique<Lines>(1);
  lower->space_before = 8_pt;
  const Flow flow(elements(std::move(upper), std::move(lower)), {}, 10_pt);
  Diagnostics diagnostics;
  CHECK(flow.place(page(200_pt), {}, diagnostics).depth == 28_pt);
}

TEST_CASE("a heading never stays behind when its text moves on") {
  auto text = std::make_unique<Lines>(4);
  auto heading = std::make_unique<Lines>(1);
  heading->keep_with_next = true;
  const Flow flow(elements(std::move(text), std::move(heading), std::make_unique<Lines>(3)), {}, 10_pt);
  Diagnostics diagnostics;
  const Piece first = flow.place(page(50_pt), {}, diagnostics);
  REQUIRE(first.rest);
  CHECK(first.rest->position == 1);
  CHECK(first.depth == 40_pt);
}

TEST_CASE("a heading alone on a page is placed all the same") {
  auto heading = std::make_unique<Lines>(1);
  heading->keep_with_next = true;
  const Flow flow(elements(std::move(heading), std::make_unique<Lines>(3)), {}, 10_pt);
  Diagnostics diagnostics;
  const Piece first = flow.place(page(10_pt), {}, diagnostics);
  REQUIRE(first.rest);
  CHECK(first.rest->position == 1);
}

TEST_CASE("what grows shares the depth that the others leave, up to its most") {
  const Flow flow(elements(std::make_unique<Lines>(2), std::make_unique<Growing>(20_pt, 50_pt),
                           std::make_unique<Growing>(20_pt, 500_pt)),
                  {}, 10_pt);
  Constraints constraints = page(200_pt);
  constraints.fill = 200_pt;
  Diagnostics diagnostics;
  const Piece piece = flow.place(constraints, {}, diagnostics);
  CHECK(piece.depth == 200_pt);
  REQUIRE(piece.figures.size() == 2);
  CHECK(piece.figures[0].second.height == 50_pt);
  CHECK(piece.figures[1].second.height == 130_pt);
}

TEST_CASE("balanced columns end level within a line") {
  const Flow flow(elements(std::make_unique<Lines>(7), std::make_unique<Lines>(4)), {}, 10_pt);
  Diagnostics diagnostics;
  const Piece piece = flow.place_columns(page(500_pt), {}, {2, 10_pt, true}, diagnostics);
  CHECK_FALSE(piece.rest);
  CHECK(piece.depth == 60_pt);
  CHECK(piece.items.size() == 11);
}

TEST_CASE("in vertical setting what follows stands to the left") {
  const Axes vertical{WritingMode::vertical};
  CHECK(vertical.offset(3_pt, 5_pt) == Point{-5_pt, 3_pt});
  CHECK(vertical.rect(1_pt, 2_pt, 30_pt, 10_pt) == Rect{-12_pt, 1_pt, 10_pt, 30_pt});
}

namespace {

std::unique_ptr<FlowElement> group(Elements children) {
  return std::make_unique<FlowElement>(std::move(children), Axes{}, 10_pt);
}

/// Calls a note of three lines at the foot of the page.
class Noted : public Lines {
 public:
  using Lines::Lines;
  Piece place(const Constraints& constraints, const Break& from, Diagnostics& diagnostics) const override {
    Constraints available = constraints;
    available.depth -= 30_pt;
    Piece piece = Lines::place(available, from, diagnostics);
    piece.note_depth = 30_pt;
    return piece;
  }
};

}  // namespace

TEST_CASE("what grows goes on where it was broken, not at its start") {
  const Flow flow(elements(group(elements(std::make_unique<Lines>(7), std::make_unique<Growing>(20_pt, 20_pt)))), {},
                  10_pt);
  Constraints constraints = page(50_pt);
  constraints.fill = 50_pt;
  Diagnostics diagnostics;
  const Piece first = flow.place(constraints, {}, diagnostics);
  REQUIRE(first.rest);
  CHECK(first.items.size() == 5);
  const Piece second = flow.place(constraints, *first.rest, diagnostics);
  CHECK_FALSE(second.rest);
  CHECK(second.items.size() == 2);
  CHECK(second.figures.size() == 1);
}

TEST_CASE("a page break inside a block turns the page and names the master") {
  const Flow flow(elements(group(elements(std::make_unique<Lines>(1), std::make_unique<PageBreakElement>("wide"),
                                          std::make_unique<Lines>(2))),
                           std::make_unique<Lines>(1)),
                  {}, 10_pt);
  Diagnostics diagnostics;
  const Piece first = flow.place(page(100_pt), {}, diagnostics);
  REQUIRE(first.rest);
  REQUIRE(first.next_master);
  CHECK(*first.next_master == "wide");
  const Piece second = flow.place(page(100_pt), *first.rest, diagnostics);
  CHECK(second.items.size() == 3);
  CHECK_FALSE(second.rest);
}

TEST_CASE("a page break that ends a block leaves nothing of it for the next page") {
  const Flow flow(elements(group(elements(std::make_unique<Lines>(1), std::make_unique<PageBreakElement>(""))),
                           std::make_unique<Lines>(2)),
                  {}, 10_pt);
  Diagnostics diagnostics;
  const Piece first = flow.place(page(100_pt), {}, diagnostics);
  REQUIRE(first.rest);
  CHECK(first.rest->position == 1);
  CHECK_FALSE(first.rest->inner);
}

TEST_CASE("where nothing may be split, page breaks are passed over") {
  const Flow flow(
      elements(std::make_unique<Lines>(1), std::make_unique<PageBreakElement>(""), std::make_unique<Lines>(2)), {},
      10_pt);
  CHECK(flow.natural(100_pt, 100_pt).depth == 30_pt);
}

TEST_CASE("white space does not part a heading from its text") {
  auto heading = std::make_unique<Lines>(1);
  heading->keep_with_next = true;
  const Flow flow(elements(std::make_unique<Lines>(3), std::move(heading), std::make_unique<SpaceElement>(10_pt),
                           std::make_unique<Lines>(3)),
                  {}, 10_pt);
  Diagnostics diagnostics;
  const Piece first = flow.place(page(50_pt), {}, diagnostics);
  REQUIRE(first.rest);
  CHECK(first.rest->position == 1);
}

TEST_CASE("columns leave space for the notes of all of them") {
  const Flow flow(elements(std::make_unique<Lines>(10), std::make_unique<Noted>(20)), {}, 10_pt);
  Diagnostics diagnostics;
  const Piece piece = flow.place_columns(page(100_pt), {}, {2, 10_pt, false}, diagnostics);
  CHECK(piece.note_depth == 30_pt);
  CHECK(piece.depth + piece.note_depth <= 100_pt);
}

TEST_CASE("balanced columns never reach below the space that is left") {
  const Flow flow(elements(std::make_unique<Growing>(50_pt, 50_pt), std::make_unique<Growing>(50_pt, 50_pt)), {},
                  10_pt);
  Constraints constraints = page(30_pt);
  constraints.at_top = false;
  Diagnostics diagnostics;
  CHECK_FALSE(flow.place_columns(constraints, {}, {2, 10_pt, true}, diagnostics).placed);
}

TEST_CASE("links lead to where a block begins, once") {
  auto block = std::make_unique<Lines>(7);
  block->link_target = 3;
  const Flow flow(elements(std::make_unique<Lines>(2), std::move(block)), {}, 10_pt);
  Diagnostics diagnostics;
  const Piece first = flow.place(page(50_pt), {}, diagnostics);
  REQUIRE(first.rest);
  REQUIRE(first.anchors.size() == 1);
  CHECK(first.anchors[0].anchor == 3);
  CHECK(first.anchors[0].at == Point{0_pt, 20_pt});
  CHECK(flow.place(page(50_pt), *first.rest, diagnostics).anchors.empty());
}
