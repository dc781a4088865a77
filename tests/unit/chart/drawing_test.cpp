// What every drawing promises, at every size that charts are asked to fill.
#include <catch2/catch.hpp>

#include "chart/labels.hpp"
#include "unit/chart/samples.hpp"

using namespace banxin;
using namespace banxin::chart;

namespace {

struct Room {
  double width, height;
};

// A full data page, half of one, a map's page, the plain layout's column (80 mm), a column of two.
const Room rooms[] = {{483, 480},   {483, 400},   {483, 200}, {483, 620},
                      {226.8, 300}, {226.8, 180}, {340, 260}, {232, 420}};

double least_height(const model::Chart& chart, double width) {
  Diagnostics diagnostics;
  const Theme look = samples::theme();
  const Context context{look, samples::fonts(), Language::zh_hans, diagnostics};
  const auto heights = find_kind(*chart.kind)->heights(chart, Length::pt(width), context);
  CHECK(heights.least > Length{});
  CHECK(heights.most >= heights.least);
  return heights.least.to_pt();
}

void grow(Box& bounds, const Box& box) {
  const double right = std::max(bounds.right(), box.right()), bottom = std::max(bounds.bottom(), box.bottom());
  bounds.x = std::min(bounds.x, box.x);
  bounds.y = std::min(bounds.y, box.y);
  bounds.width = right - bounds.x;
  bounds.height = bottom - bounds.y;
}

Box extent(const Drawing& drawing) {
  Box bounds{1e6, 1e6, -2e6, -2e6};
  for (const graphics::Item& item : drawing.items) {
    if (const auto* shape = std::get_if<graphics::Shape>(&item.what)) {
      const Rect box = shape->path.bounds();
      grow(bounds, {box.x.to_pt(), box.y.to_pt(), box.width.to_pt(), box.height.to_pt()});
    }
  }
  for (const samples::Lettering& run : samples::lettering(drawing.items)) grow(bounds, run.box);
  return bounds;
}

}  // namespace

TEST_CASE("drawings keep to their room, and say its size") {
  for (const auto& [name, chart] : samples::all()) {
    for (const Room& room : rooms) {
      const double height = std::max(room.height, least_height(chart, room.width));
      Diagnostics diagnostics;
      const Drawing drawing = samples::draw(chart, room.width, height, diagnostics);
      CAPTURE(name, room.width, height);
      CHECK(drawing.size == Size{Length::pt(room.width), Length::pt(height)});
      const Box bounds = extent(drawing);
      CHECK(bounds.x >= -1.0);
      CHECK(bounds.y >= -1.0);
      CHECK(bounds.right() <= room.width + 1.0);
      CHECK(bounds.bottom() <= height + 1.0);
      CHECK(diagnostics.all().empty());
    }
  }
}

TEST_CASE("drawings fill their room from top to bottom") {
  for (const auto& [name, chart] : samples::all()) {
    if (*chart.kind == "doughnut") continue;  // round: it fills the lesser extent
    Diagnostics diagnostics;
    const Theme look = samples::theme();
    const Context context{look, samples::fonts(), Language::zh_hans, diagnostics};
    // Beyond the height that a kind names as its most, more room only stretches.
    const double height =
        std::min(420.0, find_kind(*chart.kind)->heights(chart, Length::pt(483), context).most.to_pt());
    const Box bounds = extent(samples::draw(chart, 483, height, diagnostics));
    CAPTURE(name, bounds.y, bounds.bottom());
    CHECK(bounds.width >= 0.9 * 483);
    CHECK(bounds.height >= height - 50);  // half a row of a bar chart on either side
  }
}

TEST_CASE("no two labels overlap, and none is smaller than 7 pt") {
  for (const auto& [name, chart] : samples::all()) {
    for (const Room& room : rooms) {
      const double height = std::max(room.height, least_height(chart, room.width));
      Diagnostics diagnostics;
      const Drawing drawing = samples::draw(chart, room.width, height, diagnostics);
      const auto labels = samples::lettering(drawing.items);
      CHECK(!labels.empty());
      for (std::size_t i = 0; i < labels.size(); ++i) {
        CAPTURE(name, room.width, height, labels[i].text);
        CHECK(labels[i].size >= 7 - 1e-6);
        for (std::size_t k = i + 1; k < labels.size(); ++k) {
          // Runs of one label touch; boxes are drawn in by a hair.
          const Box a{labels[i].box.x + 0.4, labels[i].box.y + 0.4, labels[i].box.width - 0.8,
                      labels[i].box.height - 0.8};
          CAPTURE(labels[k].text);
          CHECK_FALSE(a.overlaps(labels[k].box));
        }
      }
    }
  }
}

TEST_CASE("bars are as long as their values, from one axis") {
  Diagnostics diagnostics;
  const Theme look = samples::theme();
  const Drawing drawing = samples::draw(samples::industries(), 483, 440, diagnostics);
  const auto leader = samples::filled(drawing.items, look.primary);
  const auto marked = samples::filled(drawing.items, look.highlight);
  const auto rest = samples::filled(drawing.items, look.secondary);
  REQUIRE(leader.size() == 1);
  REQUIRE(marked.size() == 1);
  REQUIRE(rest.size() == 8);
  const double unit = leader[0].width / 28.4;
  CHECK(marked[0].width == Approx(6.45 * unit).margin(0.01));
  const double values[] = {10.2, 8.9, 6.1, 5.6, 5.2, 4.7, 4.1, 3.8};
  for (std::size_t i = 0; i < rest.size(); ++i) {
    CHECK(rest[i].width == Approx(values[i] * unit).margin(0.01));
    CHECK(rest[i].x == Approx(leader[0].x).margin(0.01));
    CHECK(rest[i].height == Approx(leader[0].height).margin(0.01));
  }
}

TEST_CASE("charts that share a scale draw one value at one length") {
  auto half = samples::industries();
  const Theme look = samples::theme();
  Diagnostics diagnostics;
  const Context context{look, samples::fonts(), Language::zh_hans, diagnostics, 56.8};
  const Size room{Length::pt(483), Length::pt(440)};
  const auto own = samples::filled(samples::draw(half, 483, 440, diagnostics).items, look.primary);
  const auto shared = samples::filled(find_kind("bars")->draw(half, room, context).items, look.primary);
  CHECK(shared.at(0).width == Approx(own.at(0).width / 2).margin(0.01));
}

TEST_CASE("values stand under each other, aligned on the decimal") {
  auto chart = samples::industries();
  chart.series[0].data[1].display = "10.2";
  chart.highlight.clear();
  Diagnostics diagnostics;
  const auto labels = samples::lettering(samples::draw(chart, 483, 440, diagnostics).items);
  const auto right_of = [&](const std::string& text) {
    for (const auto& label : labels) {
      if (label.text == text) return label.box.right();
    }
    return -1.0;
  };
  CHECK(right_of("8.90") == Approx(483).margin(1));
  CHECK(right_of("8.90") == Approx(right_of("3.80")).margin(0.01));
  CHECK(right_of("10.2") < right_of("8.90") - 3);
}

TEST_CASE("facing bars share one scale and one row") {
  Diagnostics diagnostics;
  const Theme look = samples::theme();
  const Drawing drawing = samples::draw(samples::ages(), 483, 440, diagnostics);
  const auto left = samples::filled(drawing.items, look.primary);
  const auto marked = samples::filled(drawing.items, look.highlight);
  const auto right = samples::filled(drawing.items, look.muted);
  REQUIRE(left.size() == 3);
  REQUIRE(marked.size() == 1);
  REQUIRE(right.size() == 4);
  const double unit = left[0].width / 34.8;
  CHECK(marked[0].width == Approx(34.5 * unit).margin(0.01));
  CHECK(right[0].width == Approx(28.5 * unit).margin(0.01));
  CHECK(right[3].width == Approx(8.9 * unit).margin(0.01));
  CHECK(right[0].y == Approx(marked[0].y).margin(0.01));
  CHECK(left[0].right() == Approx(marked[0].right()).margin(0.01));
}

TEST_CASE("growth shows the level that follows from the rates") {
  Diagnostics diagnostics;
  const Theme look = samples::theme();
  const Drawing drawing = samples::draw(samples::growth(), 483, 440, diagnostics);
  const auto base = samples::filled(drawing.items, look.muted);
  const auto carried = samples::filled(drawing.items, look.secondary);
  const auto first = samples::filled(drawing.items, look.highlight);
  const auto added = samples::filled(drawing.items, look.primary);
  REQUIRE(base.size() == 1);
  REQUIRE(carried.size() == 3);
  REQUIRE(first.size() == 1);
  REQUIRE(added.size() == 2);
  const double one = base[0].height;
  CHECK(carried[0].height == Approx(one).margin(0.01));
  CHECK(first[0].height == Approx(2.8188 * one).margin(0.01));
  CHECK(carried[1].height == Approx(3.8188 * one).margin(0.01));
  CHECK(added[0].height == Approx(3.8188 * 0.7674 * one).margin(0.01));
  CHECK(carried[2].height + added[1].height == Approx(3.8188 * 1.7674 * 1.313 * one).margin(0.02));
  std::string all;
  for (const auto& label : samples::lettering(drawing.items)) all += label.text + "|";
  CHECK(all.find("+281.88%") != std::string::npos);
  CHECK(all.find("+31.3%") != std::string::npos);
  CHECK(all.find("8.9") != std::string::npos);
}

TEST_CASE("months are named once, with the year under the first of each") {
  Diagnostics diagnostics;
  std::size_t years = 0, months = 0;
  for (const auto& label : samples::lettering(samples::draw(samples::heat(), 483, 440, diagnostics).items)) {
    years += label.text == "2022年" || label.text == "2023年" || label.text == "2022" || label.text == "2023";
    months += label.text.size() <= 2 && label.text.find_first_not_of("0123456789") == std::string::npos;
  }
  CHECK(years == 2);
  INFO("a month may be one run or two: figures and 月");
  CHECK((months == 13 || months == 0));
}

TEST_CASE("drawing is deterministic") {
  for (const auto& [name, chart] : samples::all()) {
    Diagnostics diagnostics;
    const Drawing a = samples::draw(chart, 483, 440, diagnostics), b = samples::draw(chart, 483, 440, diagnostics);
    CAPTURE(name);
    REQUIRE(a.items.size() == b.items.size());
    for (std::size_t i = 0; i < a.items.size(); ++i) {
      const auto* one = std::get_if<graphics::Shape>(&a.items[i].what);
      const auto* two = std::get_if<graphics::Shape>(&b.items[i].what);
      REQUIRE((one != nullptr) == (two != nullptr));
      if (one) CHECK(one->path.points == two->path.points);
    }
  }
}

TEST_CASE("labels along an edge move apart as little as they must") {
  CHECK(spread({10, 50}, {10, 10}, 0, 100) == std::vector<double>{10, 50});
  CHECK(spread({20, 20}, {10, 10}, 0, 100) == std::vector<double>{15, 25});
  CHECK(spread({0, 2, 4}, {10, 10, 10}, 0, 100) == std::vector<double>{5, 15, 25});
  CHECK(spread({99, 98}, {10, 10}, 0, 100) == std::vector<double>{85, 95});
  const auto crowded = spread({5, 5, 5}, {20, 20, 20}, 0, 30);
  CHECK(crowded == std::vector<double>{5, 15, 25});
  CHECK(spread({}, {}, 0, 10).empty());
}

TEST_CASE("icons are strokes of one weight inside their square") {
  const auto names = icon_names();
  CHECK(std::is_sorted(names.begin(), names.end()));
  for (const auto name : names) {
    const auto drawn = icon(name, Length::pt(24), Color::black());
    CAPTURE(name);
    REQUIRE(drawn.size() == 1);
    const auto& shape = std::get<graphics::Shape>(drawn[0].what);
    CHECK_FALSE(shape.fill);
    CHECK(shape.stroke->width == Length::pt(1.7));
    const Rect box = shape.path.bounds();
    CHECK(box.left() >= Length::pt(1));
    CHECK(box.top() >= Length::pt(1));
    CHECK(box.right() <= Length::pt(23));
    CHECK(box.bottom() <= Length::pt(23));
  }
  CHECK(icon("nothing", Length::pt(24), Color::black()).empty());
  for (const char* name : {"bars", "line", "people", "yuan", "graduation-cap", "calendar", "city", "growth", "industry",
                           "briefcase", "map", "quote", "search"}) {
    CHECK(std::find(names.begin(), names.end(), std::string_view(name)) != names.end());
  }
}

namespace {

std::size_t count_of(const Diagnostics& diagnostics, MessageId id) {
  std::size_t count = 0;
  for (const Diagnostic& one : diagnostics.all()) count += one.id == id ? 1 : 0;
  return count;
}

model::Chart many(const std::string& kind, std::size_t count, const std::string& label) {
  std::vector<std::pair<std::string, double>> data;
  for (std::size_t i = 0; i < count; ++i) data.emplace_back(label + std::to_string(i), static_cast<double>(i % 17) + 1);
  model::Chart chart = samples::chart(kind, {});
  model::Series series;
  for (const auto& [name, value] : data) {
    const auto at = static_cast<std::uint32_t>(series.data.size() * 10);
    series.data.push_back({{name, {1, at, at + 4}}, {value, {1, at + 5, at + 6}}, {}, {}, {}, {1, at, at + 9}});
  }
  chart.series = {series};
  return chart;
}

bool overlapping(const std::vector<samples::Lettering>& runs) {
  for (std::size_t a = 0; a < runs.size(); ++a) {
    for (std::size_t b = a + 1; b < runs.size(); ++b) {
      const Box &one = runs[a].box, &other = runs[b].box;
      const Box inner{one.x + 0.5, one.y + 1, one.width - 1, one.height - 2};
      if (inner.overlaps(other)) return true;
    }
  }
  return false;
}

}  // namespace

TEST_CASE("of two hundred columns some are named, and the editor is told") {
  for (const double width : {226.8, 483.0}) {
    Diagnostics diagnostics;
    const auto drawing = samples::draw(many("columns", 200, "第"), width, 300, diagnostics);
    CAPTURE(width);
    CHECK_FALSE(overlapping(samples::lettering(drawing.items)));
    CHECK(count_of(diagnostics, MessageId::chart_labels_crowded) == 1);
    CHECK(samples::lettering(drawing.items).size() > 10);
  }
}

TEST_CASE("a name that is too long is cut and named, never drawn over its neighbors") {
  const std::string name = "一个长得无论如何也放不进图里它那一格去的名称写到这里还没有写完还要再写下去直到放不下为止";
  for (const std::string kind : {"columns", "bars", "line", "doughnut"}) {
    Diagnostics diagnostics;
    const auto drawing = samples::draw(many(kind, 6, name), 226.8, 300, diagnostics);
    CAPTURE(kind);
    CHECK(count_of(diagnostics, MessageId::chart_label_long) > 0);
    CHECK_FALSE(overlapping(samples::lettering(drawing.items)));
    for (const samples::Lettering& run : samples::lettering(drawing.items)) {
      CHECK(run.box.x >= -1);
      CHECK(run.box.right() <= 227.8);
    }
  }
}

TEST_CASE("a label of several lines keeps the report's level of line breaking") {
  Diagnostics diagnostics;
  const Theme look = samples::theme();
  text::TextStyle style;
  style.size = Length::pt(10);
  for (const auto& [level, second] : {std::pair{LineBreakLevel::gb, "——戊己"}, {LineBreakLevel::strict, "丁——戊己"}}) {
    const Context context{look, samples::fonts(), Language::zh_hans, diagnostics, 0, {}, level};
    const Canvas canvas(context, {});
    const Block block = fit(canvas, "甲乙丙丁——戊己", style, 45, 2, {});
    REQUIRE(block.lines.size() == 2);
    std::string text;
    for (const auto& item : block.lines[1].items) text += std::get<graphics::GlyphRun>(item.what).text;
    CHECK(text == second);
  }
}
