#include "art/art.hpp"

#include <catch2/catch.hpp>

#include "art/random.hpp"
#include "art/wave.hpp"

using namespace banxin;
using namespace banxin::art;

namespace {

const Rect page{-Length::mm(3), -Length::mm(3), Length::mm(216), Length::mm(303)};

Art field(std::map<std::string, double> numbers = {}) {
  return {"dot-field", std::move(numbers), {{"ground", Color::black()}, {"start", Color::white()}}};
}

std::vector<graphics::Dots> dots_of(const graphics::DisplayList& list) {
  std::vector<graphics::Dots> result;
  for (const auto& item : list) result.push_back(std::get<graphics::Dots>(item.what));
  return result;
}

std::size_t count(const graphics::DisplayList& list) {
  std::size_t total = 0;
  for (const auto& dots : dots_of(list)) total += dots.centers.size();
  return total;
}

std::vector<std::string> codes(const Diagnostics& diagnostics) {
  std::vector<std::string> result;
  for (const auto& each : diagnostics.all()) result.emplace_back(message(each.id).code);
  return result;
}

}  // namespace

TEST_CASE("scattered numbers are the same everywhere") {
  CHECK(scatter(0, 0, 0) == scatter(0, 0, 0));
  CHECK(scatter(1, 2, 3) != scatter(1, 3, 2));
  static_assert(fraction(7, -1, 4) >= 0 && fraction(7, -1, 4) < 1);
  double sum = 0;
  for (int i = 0; i < 4096; ++i) sum += fraction(7, i, i / 64);
  CHECK(sum / 4096 == Approx(0.5).margin(0.02));
}

TEST_CASE("the long wave climbs from end to end") {
  CHECK(Wave::climb(0) == 0);
  CHECK(Wave::climb(1) == 1);
  for (double u = 0; u < 1; u += 0.05) CHECK(Wave::climb(u + 0.05) > Wave::climb(u));
  const Wave wave(7);
  for (double u = 0; u <= 1; u += 0.01) {
    CHECK(std::abs(wave.swell(u, 0)) <= 1);
    CHECK(std::abs(wave.swell(u + 0.01, 2) - wave.swell(u, 2)) < 0.2);
  }
}

TEST_CASE("the same parameters draw the same picture, another seed another") {
  Diagnostics diagnostics;
  const auto a = dots_of(draw(field(), page, diagnostics, {})), b = dots_of(draw(field(), page, diagnostics, {}));
  REQUIRE(a.size() == b.size());
  for (std::size_t i = 0; i < a.size(); ++i) {
    CHECK(a[i].centers == b[i].centers);
    CHECK(a[i].radii == b[i].radii);
    CHECK(a[i].fill == b[i].fill);
  }
  const auto other = dots_of(draw(field({{"seed", 8}}), page, diagnostics, {}));
  CHECK((other.size() != a.size() || other[0].centers != a[0].centers));
  CHECK(diagnostics.all().empty());
}

TEST_CASE("dots lie whole inside the box, and are no more than a page can carry") {
  for (const char* kind : {"dot-field", "dot-strip"}) {
    Art art = field();
    art.kind = kind;
    const Rect box =
        std::string(kind) == "dot-strip" ? Rect{page.x, Length::pt(760), page.width, Length::pt(90)} : page;
    Diagnostics diagnostics;
    const auto list = draw(art, box, diagnostics, Span{1, 2, 3});
    CAPTURE(kind, count(list));
    CHECK(count(list) > 200);
    CHECK(count(list) < 5000);
    for (const auto& item : list) {
      CHECK(item.node == graphics::artifact);
      CHECK(item.span == Span{1, 2, 3});
      const auto& dots = std::get<graphics::Dots>(item.what);
      for (std::size_t i = 0; i < dots.centers.size(); ++i) {
        const Length r = dots.radius(i);
        const Point c = dots.centers[i];
        CHECK((c.x - r >= box.left() && c.x + r <= box.right() && c.y - r >= box.top() && c.y + r <= box.bottom()));
      }
    }
  }
}

TEST_CASE("a stretch of the wave rises with its place, and mirrors") {
  Diagnostics diagnostics;
  const auto highest = [](const graphics::DisplayList& list) {
    Length top = Length::pt(1e5);
    for (const auto& dots : dots_of(list)) {
      for (std::size_t i = 0; i < dots.centers.size(); ++i) {
        if (dots.radius(i) > Length::pt(2)) top = std::min(top, dots.centers[i].y);
      }
    }
    return top;
  };
  const auto early = draw(field({{"from", 0}, {"to", 0.4}}), page, diagnostics, {});
  const auto late = draw(field({{"from", 0.6}, {"to", 1}}), page, diagnostics, {});
  CHECK(highest(late) < highest(early));
  CHECK(count(late) > count(early));

  const auto plain = draw(field({{"highlights", 1}}), page, diagnostics, {});
  const auto mirrored = draw(field({{"highlights", 1}, {"mirrored", 1}}), page, diagnostics, {});
  const Length x = dots_of(plain).back().centers[0].x, y = dots_of(mirrored).back().centers[0].x;
  CHECK(x > page.x);
  CHECK(y > page.x);
}

TEST_CASE("what a layout gets wrong is reported") {
  Diagnostics diagnostics;
  CHECK(draw({"dot-feild", {}, {}}, page, diagnostics, {}).empty());
  CHECK(diagnostics.all()[0].suggestion == "did you mean `dot-field`?");
  draw(field({{"pich", 10}, {"pitch", 1000}}), page, diagnostics, {});
  Art art = field();
  art.colors["grund"] = Color::black();
  draw(art, page, diagnostics, {});
  CHECK(codes(diagnostics) == std::vector<std::string>{"B340", "B341", "B342", "B341"});
  CHECK(diagnostics.all()[1].suggestion == "did you mean `pitch`?");
  CHECK(diagnostics.all()[2].text == "`pitch` of the art `dot-field` must be between 3 and 60, but it is 1000");
}
