#include "profile/preflight.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

#include "profile/ink_map.hpp"
#include "profile/placed_item.hpp"

using namespace banxin;
using namespace banxin::literals;
using graphics::GlyphRun;
using graphics::Group;
using graphics::Item;
using graphics::Paint;
using graphics::Shape;

namespace {

const Color black = Color::black();
const Color rich{{}, Cmyk{1, 0.8, 0.3, 0.5}, {}};
const Color paper = Color::white();

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

Item box(const Rect& rect, const Color& color) {
  Shape shape;
  shape.path.rect(rect);
  shape.fill = Paint{color, 1, false};
  return {shape, graphics::artifact, {0, ++place, place + 1}};
}

Item type(Length size, const Color& color, Point at = {100_pt, 100_pt}) {
  GlyphRun run;
  run.size = size;
  run.origin = at;
  run.glyphs = {{1, 0, 0, 0}};
  run.text = "a";
  run.fill = Paint{color, 1, false};
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

TEST_CASE("a correct page gives no findings") {
  const Length b = Length::mm(3);
  CHECK(found(document({box({-b, -b, 400_pt + b * 2, 600_pt + b * 2}, Color{{}, Cmyk{1, 0.8, 0.2, 0.3}, {}}),
                        type(10_pt, black), type(20_pt, paper)})) == Ids{});
}

TEST_CASE("the screen profile has no preflight") {
  CHECK(found(document({type(3_pt, rich)}), profile::screen()) == Ids{});
}

TEST_CASE("inks are added up, with what black overprints") {
  CHECK(found(document({box({50_pt, 50_pt, 100_pt, 100_pt}, Color{{}, Cmyk{1, 1, 1, 0.01}, {}})})) ==
        Ids{MessageId::print_ink_coverage});
  // 100 + 80 + 30 + 100 = 310 % under the type.
  const Color ground{{}, Cmyk{1, 0.8, 0.3, 0.4}, {}};
  CHECK(found(document({box({50_pt, 50_pt, 100_pt, 100_pt}, ground), type(12_pt, black)})) ==
        Ids{MessageId::print_ink_coverage});
  // A white box between them knocks the inks out.
  CHECK(found(document({box({50_pt, 50_pt, 100_pt, 100_pt}, ground), box({60_pt, 60_pt, 80_pt, 80_pt}, paper),
                        type(12_pt, black)})) == Ids{});
}

namespace {

// Twice the ink limit, if it adds to the ink below.
const Color blue{{}, Cmyk{1, 0.9, 0, 0}, {}}, red{{}, Cmyk{0, 1, 1, 0.2}, {}};
const Rect large{50_pt, 50_pt, 100_pt, 100_pt}, inner{70_pt, 70_pt, 60_pt, 60_pt};

/// Sums that the map finds, in %.
std::vector<int> totals(const page::PagedDocument& pages, double limit, const profile::InkOf& inks_of = {}) {
  profile::InkMap map(pages, inks_of);
  std::vector<int> out;
  for (const auto& finding : map.above(pages.pages[0], limit))
    out.push_back(static_cast<int>(finding.total * 100 + .5));
  return out;
}

}  // namespace

TEST_CASE("opaque paint knocks out the ink below, overprint adds to it") {
  CHECK(totals(document({box(large, blue), box(inner, red)}), 2.5) == std::vector<int>{});
  Item over = box(inner, red);
  std::get<Shape>(over.what).fill->overprint = true;
  // Cyan stays, magenta, yellow and black come from above: 100 + 100 + 100 + 20.
  CHECK(totals(document({box(large, blue), over}), 3) == std::vector<int>{320});
  // Apart from each other they do no harm.
  over = box({170_pt, 70_pt, 60_pt, 60_pt}, red);
  std::get<Shape>(over.what).fill->overprint = true;
  CHECK(totals(document({box(large, blue), over}), 3) == std::vector<int>{});
}

TEST_CASE("black type keeps the ink below, a black box does not") {
  const Color ground{{}, Cmyk{1, 0.8, 0.3, 0.4}, {}};
  CHECK(totals(document({box(large, ground), box(inner, black)}), 2.6) == std::vector<int>{});
  CHECK(totals(document({box(large, ground), type(12_pt, black)}), 2.6) == std::vector<int>{310});
}

TEST_CASE("spot inks count with the others") {
  Color spot = red;
  spot.spot = Spot{"Gold", 0.9, {0, 0.2, 0.6, 0.2}};
  Item over = box(inner, spot);
  CHECK(totals(document({box(large, blue), over}), 1.95) == std::vector<int>{});
  std::get<Shape>(over.what).fill->overprint = true;
  CHECK(totals(document({box(large, blue), over}), 1.95) == std::vector<int>{280});
}

TEST_CASE("transparent inks mix with the ink below, in groups too") {
  Item half = box(inner, Color{{}, Cmyk{1, 1, 1, 0.8}, {}});  // 380
  std::get<Shape>(half.what).fill->opacity = 0.5;
  CHECK(totals(document({half}), 1.8) == std::vector<int>{190});
  CHECK(totals(document({box(large, blue), half}), 2.8) == std::vector<int>{285});
  const auto group = std::make_shared<Group>();
  group->items = {box(inner, Color{{}, Cmyk{1, 1, 1, 0.8}, {}})};
  group->opacity = 0.5;
  CHECK(totals(document({{group, graphics::artifact, {}}}), 1.8) == std::vector<int>{190});
  // Two boxes over each other in the group are mixed with the page once: 0.5 × 380 % + 0.5 × 0, not 285 %.
  group->items.push_back(group->items.front());
  CHECK(totals(document({{group, graphics::artifact, {}}}), 1.8) == std::vector<int>{190, 190});
  group->items.pop_back();
  group->opacity = 1;
  group->clip = graphics::Path().rect({300_pt, 300_pt, 20_pt, 20_pt});
  CHECK(totals(document({{group, graphics::artifact, {}}}), 1.8) == std::vector<int>{});
}

TEST_CASE("gradients are heaviest where they are") {
  Item item = box(large, black);
  graphics::LinearGradient gradient{
      {50_pt, 0_pt}, {150_pt, 0_pt}, {{0, Color::white(), 1}, {1, {{}, Cmyk{1, 1, 1, 1}, {}}, 1}}};
  std::get<Shape>(item.what).fill->source = gradient;
  const std::vector<int> found = totals(document({item}), 3.5);
  REQUIRE(found.size() == 1);
  CHECK(found[0] > 380);
  CHECK(found[0] <= 400);
}

TEST_CASE("small and thin items are sampled too") {
  const Color heavy{{}, Cmyk{1, 1, 1, 0.5}, {}};
  CHECK(totals(document({box({50_pt, 50_pt, 1_pt, 1_pt}, heavy)}), 3) == std::vector<int>{350});
  CHECK(totals(document({type(12_pt, heavy)}), 3) == std::vector<int>{350});
  Shape line;
  line.path.move_to({50_pt, 50_pt}).line_to({90_pt, 50_pt});
  line.stroke = graphics::Stroke{Paint{heavy, 1, false}, 1_pt, {}, {}, {}, {}};
  CHECK(totals(document({{line, graphics::artifact, {}}}), 3) == std::vector<int>{350});
}

TEST_CASE("pictures count pixel by pixel, whichever way they are turned") {
  auto image = std::make_shared<image::Image>();
  image->width = 2, image->height = 1;
  image->space = image::ColorSpace::cmyk;
  image->samples = std::string("\0\0\0\0\xff\xff\xff\xff", 8);  // paper on the left, all inks on the right
  const auto with = [&](const Rect& cover, int orientation, bool inverted = false) {
    auto own = std::make_shared<image::Image>(*image);
    own->orientation = orientation;
    own->inverted = inverted;
    page::PagedDocument pages = document({{graphics::Picture{0, large}, graphics::artifact, {}}, type(12_pt, black)});
    pages.images.push_back(own);
    // What covers the half that has all inks hides them from the type, not from the picture itself.
    pages.pages[0].items.insert(pages.pages[0].items.begin() + 1, box(cover, paper));
    return totals(pages, 3);
  };
  CHECK(with({0_pt, 0_pt, 1_pt, 1_pt}, 1) == std::vector<int>{400, 400});
  CHECK(with({100_pt, 50_pt, 50_pt, 100_pt}, 1) == std::vector<int>{400});
  CHECK(with({50_pt, 50_pt, 50_pt, 100_pt}, 2) == std::vector<int>{400});
  CHECK(with({100_pt, 50_pt, 50_pt, 100_pt}, 1, true) == std::vector<int>{400});
  // RGB by the profile of the press.
  image->space = image::ColorSpace::rgb;
  image->samples = std::string("\xff\xff\xff\0\0\0", 6);
  page::PagedDocument pages = document({{graphics::Picture{0, large}, graphics::artifact, {}}});
  pages.images.push_back(image);
  const auto rich_black = [](const Rgb& rgb) { return rgb.r == 0 ? Cmyk{0.9, 0.8, 0.8, 0.9} : Cmyk{}; };
  CHECK(totals(pages, 3, rich_black) == std::vector<int>{340});
  image->samples.clear();
  image->space = image::ColorSpace::indexed;
  image->palette = std::string("\xff\xff\xff\0\0\0", 6);
  image->samples = std::string("\0\1", 2);
  CHECK(totals(pages, 3, rich_black) == std::vector<int>{340});
}

TEST_CASE("fine type is best in solid black") {
  CHECK(found(document({type(6.5_pt, black)})) == Ids{});
  CHECK(found(document({type(6.5_pt, Color{{}, Cmyk{0, 0, 0, 0.6}, {}})})) == Ids{MessageId::print_small_type_colored});
  CHECK(found(document({type(6.5_pt, Color{{}, Cmyk{1, 0, 0, 0}, {}})})) == Ids{MessageId::print_small_type_colored});
  CHECK(found(document({type(7_pt, Color{{}, Cmyk{1, 0, 0, 0}, {}})})) == Ids{});
  Color spot = black;
  spot.spot = Spot{"Gold", 1, {0, 0.2, 0.6, 0.2}};
  CHECK(found(document({type(6.5_pt, spot)})) == Ids{MessageId::print_small_type_colored});
}

TEST_CASE("invisible type gives no findings") {
  Item hidden = type(2_pt, rich, {1_pt, 1_pt});
  std::get<GlyphRun>(hidden.what).fill.reset();
  CHECK(found(document({hidden})) == Ids{});
}

TEST_CASE("a picture bleeds or stays away from the trim") {
  auto image = std::make_shared<image::Image>();
  image->width = image->height = 2000;
  image->space = image::ColorSpace::grey;
  image->samples.assign(std::size_t{2000} * 2000, '\xff');
  const auto with = [&](const Rect& box) {
    page::PagedDocument pages = document({{graphics::Picture{0, box}, graphics::artifact, {}}});
    pages.images.push_back(image);
    return found(pages);
  };
  CHECK(with({20_pt, 20_pt, 100_pt, 100_pt}) == Ids{});
  CHECK(with({10_pt, 20_pt, 100_pt, 100_pt}) == Ids{MessageId::print_live_picture});
  CHECK(with({-9_pt, 20_pt, 100_pt, 100_pt}) == Ids{});
  CHECK(with({-2_pt, 20_pt, 100_pt, 100_pt}) == Ids{MessageId::print_bleed_missing});
}

TEST_CASE("type too small, on several plates, or left white in several inks") {
  CHECK(found(document({type(4.9_pt, black)})) == Ids{MessageId::print_type_small});
  CHECK(found(document({type(5_pt, black)})) == Ids{});
  CHECK(found(document({type(8_pt, Color{{}, Cmyk{1, 0.5, 0, 0}, {}})})) == Ids{MessageId::print_small_type_plates});
  CHECK(found(document({type(9_pt, Color{{}, Cmyk{1, 0.5, 0, 0}, {}})})) == Ids{});
  CHECK(found(document({box({50_pt, 50_pt, 100_pt, 100_pt}, Color{{}, Cmyk{1, 0.5, 0, 0}, {}}),
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

TEST_CASE("pictures by pixels per inch on paper") {
  auto image = std::make_shared<image::Image>();
  image->width = image->height = 200;
  image->color_profile = "icc";
  const auto with = [&](Length side) {
    page::PagedDocument pages = document({{graphics::Picture{0, {50_pt, 50_pt, side, side}}, graphics::artifact, {}}});
    pages.images.push_back(image);
    return found(pages);
  };
  CHECK(with(48_pt) == Ids{});                                   // 300
  CHECK(with(72_pt) == Ids{MessageId::print_resolution_low});    // 200
  CHECK(with(144_pt) == Ids{MessageId::print_resolution_poor});  // 100
  image->color_profile.clear();
  CHECK(with(48_pt) == Ids{MessageId::print_picture_untagged});
}

TEST_CASE("art that bleeds reaches the end of the bleed, type keeps away from the trim") {
  CHECK(found(document({box({0_pt, 0_pt, 400_pt, 50_pt}, black)})) == Ids{MessageId::print_bleed_missing});
  CHECK(found(document({type(10_pt, black, {10_pt, 300_pt})})) == Ids{MessageId::print_live_matter});
  CHECK(found(document({type(10_pt, black, {15_pt, 300_pt})})) == Ids{});
}

TEST_CASE("dots at the edge need no bleed") {
  graphics::Dots dots;
  dots.centers = {{0_pt, 50_pt}, {9_pt, 50_pt}};
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

TEST_CASE("a finding is reported once per span") {
  Item small = type(4_pt, black);
  CHECK(found(document({small, small})) == Ids{MessageId::print_type_small});
}

TEST_CASE("clips reduce the bounds of an item") {
  const auto group = std::make_shared<Group>();
  group->items = {box({-100_pt, -100_pt, 700_pt, 900_pt}, black)};
  group->clip = graphics::Path().rect({50_pt, 60_pt, 70_pt, 80_pt});
  const auto placed = profile::place_items({{group, graphics::artifact, {}}});
  REQUIRE(placed.size() == 1);
  CHECK(placed[0].bounds == Rect{50_pt, 60_pt, 70_pt, 80_pt});
}
