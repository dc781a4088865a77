#include "profile/preflight.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

#include "profile/placed_item.hpp"

using namespace banxin;
using namespace banxin::literals;
using graphics::GlyphRun;
using graphics::Group;
using graphics::Item;
using graphics::Paint;
using graphics::Shape;

namespace {

const Colour black = Colour::black();
const Colour rich{{}, Cmyk{1, 0.8, 0.3, 0.5}, {}};
const Colour paper = Colour::white();

page::PagedDocument document(graphics::DisplayList items) {
  page::PagedDocument out;
  for (int i = 0; i < 4; ++i) {
    page::Page& page = out.pages.emplace_back();
    page.trim = {400_pt, 600_pt};
    page.bleed = Length::mm(3);
  }
  out.pages[0].items = std::move(items);
  return out;
}

std::uint32_t place = 0;

Item box(const Rect& rect, const Colour& colour) {
  Shape shape;
  shape.path.rect(rect);
  shape.fill = Paint{colour, 1, false};
  return {shape, graphics::artifact, {0, ++place, place + 1}};
}

Item type(Length size, const Colour& colour, Point at = {100_pt, 100_pt}) {
  GlyphRun run;
  run.size = size;
  run.origin = at;
  run.glyphs = {{1, 0, 0, 0}};
  run.text = "a";
  run.fill = Paint{colour, 1, false};
  return {run, graphics::artifact, {0, ++place, place + 1}};
}

std::vector<MessageId> found(const page::PagedDocument& pages, const profile::Profile& profile = profile::print()) {
  Diagnostics diagnostics;
  profile::preflight(pages, profile, diagnostics);
  std::vector<MessageId> ids;
  for (const Diagnostic& diagnostic : diagnostics.all()) ids.push_back(diagnostic.id);
  return ids;
}

using Ids = std::vector<MessageId>;

}  // namespace

TEST_CASE("a page that prints well gives no findings") {
  const Length b = Length::mm(3);
  CHECK(found(document({box({-b, -b, 400_pt + b * 2, 600_pt + b * 2}, Colour{{}, Cmyk{1, 0.8, 0.2, 0.3}, {}}),
                        type(10_pt, black), type(20_pt, paper)})) == Ids{});
}

TEST_CASE("nothing is asked of the screen profile") {
  CHECK(found(document({type(3_pt, rich)}), profile::screen()) == Ids{});
}

TEST_CASE("inks are added up, with what black overprints") {
  CHECK(found(document({box({50_pt, 50_pt, 100_pt, 100_pt}, Colour{{}, Cmyk{1, 1, 1, 0.01}, {}})})) ==
        Ids{MessageId::print_ink_coverage});
  // 100 + 80 + 30 + 100 = 310 per cent under the type.
  const Colour ground{{}, Cmyk{1, 0.8, 0.3, 0.4}, {}};
  CHECK(found(document({box({50_pt, 50_pt, 100_pt, 100_pt}, ground), type(12_pt, black)})) ==
        Ids{MessageId::print_ink_coverage});
  // A white box between them knocks the inks out.
  CHECK(found(document({box({50_pt, 50_pt, 100_pt, 100_pt}, ground), box({60_pt, 60_pt, 80_pt, 80_pt}, paper),
                        type(12_pt, black)})) == Ids{});
}

TEST_CASE("type too small, on several plates, or left white in several inks") {
  CHECK(found(document({type(4.9_pt, black)})) == Ids{MessageId::print_type_small});
  CHECK(found(document({type(5_pt, black)})) == Ids{});
  CHECK(found(document({type(8_pt, Colour{{}, Cmyk{1, 0.5, 0, 0}, {}})})) == Ids{MessageId::print_small_type_plates});
  CHECK(found(document({type(9_pt, Colour{{}, Cmyk{1, 0.5, 0, 0}, {}})})) == Ids{});
  CHECK(found(document({box({50_pt, 50_pt, 100_pt, 100_pt}, Colour{{}, Cmyk{1, 0.5, 0, 0}, {}}),
                        type(5.5_pt, paper)})) == Ids{MessageId::print_type_knocked_out});
}

TEST_CASE("a group's scale counts") {
  const auto group = std::make_shared<Group>();
  group->items = {type(9_pt, black)};
  group->transform = {0.5, 0, 0, 0.5, 50_pt, 50_pt};
  CHECK(found(document({{group, graphics::artifact, {}}})) == Ids{MessageId::print_type_small});
}

TEST_CASE("lines thinner than a hairline") {
  Shape line;
  line.path.move_to({50_pt, 50_pt}).line_to({90_pt, 50_pt});
  line.stroke = graphics::Stroke{Paint{black, 1, false}, 0.2_pt, {}, {}, {}, {}};
  CHECK(found(document({{line, graphics::artifact, {}}})) == Ids{MessageId::print_hairline});
  line.stroke->width = 0.25_pt;
  CHECK(found(document({{line, graphics::artifact, {}}})) == Ids{});
}

TEST_CASE("pictures by their pixels an inch on paper") {
  auto image = std::make_shared<image::Image>();
  image->width = image->height = 200;
  image->colour_profile = "icc";
  const auto with = [&](Length side) {
    page::PagedDocument pages = document({{graphics::Picture{0, {50_pt, 50_pt, side, side}}, graphics::artifact, {}}});
    pages.images.push_back(image);
    return found(pages);
  };
  CHECK(with(48_pt) == Ids{});                                   // 300
  CHECK(with(72_pt) == Ids{MessageId::print_resolution_low});    // 200
  CHECK(with(144_pt) == Ids{MessageId::print_resolution_poor});  // 100
  image->colour_profile.clear();
  CHECK(with(48_pt) == Ids{MessageId::print_picture_untagged});
}

TEST_CASE("art that bleeds reaches the end of the bleed, type keeps away from the trim") {
  CHECK(found(document({box({0_pt, 0_pt, 400_pt, 50_pt}, black)})) == Ids{MessageId::print_bleed_missing});
  CHECK(found(document({type(10_pt, black, {10_pt, 300_pt})})) == Ids{MessageId::print_live_matter});
  CHECK(found(document({type(10_pt, black, {15_pt, 300_pt})})) == Ids{});
}

TEST_CASE("dots at the edge are no art that falls short") {
  graphics::Dots dots;
  dots.centres = {{0_pt, 50_pt}, {9_pt, 50_pt}};
  dots.radii = {2_pt};
  dots.fill = Paint{black, 1, false};
  CHECK(found(document({{dots, graphics::artifact, {}}})) == Ids{});
}

TEST_CASE("sheets and bleed of the document") {
  page::PagedDocument pages = document({});
  pages.pages.pop_back();
  CHECK(found(pages) == Ids{MessageId::print_page_count});
  pages = document({});
  for (page::Page& page : pages.pages) page.bleed = {};
  CHECK(found(pages) == Ids{MessageId::print_bleed_small});
}

TEST_CASE("a finding is reported once for each place in the content") {
  Item small = type(4_pt, black);
  CHECK(found(document({small, small})) == Ids{MessageId::print_type_small});
}

TEST_CASE("clips cut the room that an item takes") {
  const auto group = std::make_shared<Group>();
  group->items = {box({-100_pt, -100_pt, 700_pt, 900_pt}, black)};
  group->clip = graphics::Path().rect({50_pt, 60_pt, 70_pt, 80_pt});
  const auto placed = profile::place_items({{group, graphics::artifact, {}}});
  REQUIRE(placed.size() == 1);
  CHECK(placed[0].bounds == Rect{50_pt, 60_pt, 70_pt, 80_pt});
}
