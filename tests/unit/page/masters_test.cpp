// What page masters print: fields, their language, and where a text is in its place.
#include <catch2/catch.hpp>

#include "unit/page/printed.hpp"

using namespace banxin;
using namespace banxin::page::test;

namespace {

/// The layout `plain` as `own`, whose only part is this text.
std::string layout_with(const std::string& part) {
  std::string text = plain_layout();
  const std::size_t first = text.find("      - text: \"{folio}\"");
  const std::size_t end = text.find("\nchart:");
  REQUIRE(first < end);
  text.replace(first, end - first, "      - " + part + "\n");
  text.replace(text.find("name: plain"), 11, "name: own");
  return text;
}

std::string report(const std::string& head, const std::string& section) {
  return "title: 题\nlayout: own\npage: { width: 120mm, height: 160mm, margin: 20mm }\n" + head + "sections:\n  - { " +
         section + ", master: numbered, body: [text: 文。] }\n";
}

const std::string place = ", place: { area: page, top: 5mm, height: 5mm, left: 20mm, right: 20mm } }";

/// The first line of the first page.
PrintedLine part_of(const Printed& printed) {
  INFO(printed.faults());
  REQUIRE(printed.diagnostics.all().empty());
  return printed.lines(0).at(0);
}

/// The language tags of the structure tree's elements, in order.
std::string tags(const Printed& printed) {
  std::string out;
  const auto& tree = printed.document.tree;
  for (graphics::NodeId id = 1; id < tree.size(); ++id) {
    if (!tree[id].language.empty()) out += (out.empty() ? "" : " ") + tree[id].language;
  }
  return out;
}

}  // namespace

TEST_CASE("a part is at the left, the right or the center of its place") {
  const auto at = [](const std::string& align) {
    return part_of(
        print(report("", "title: 甲"), layout_with("{ text: 一二三, style: folio, align: " + align + place)));
  };
  const double left = 20 / 25.4 * 72, right = 100 / 25.4 * 72, size = 10.5 * 0.8;
  CHECK(at("left").x == Approx(left).margin(0.01));
  CHECK(at("start").x == Approx(left).margin(0.01));
  CHECK(at("right").right == Approx(right - size).margin(0.01));
  CHECK(at("end").right == Approx(right - size).margin(0.01));
  CHECK(at("center").x == Approx((left + right) / 2 - 1.5 * size).margin(0.01));
}

TEST_CASE("a master prints the second title, in its language") {
  const auto print_with = [](const std::string& field, const std::string& head, const std::string& section) {
    return print(report(head, section),
                 layout_with("{ text: \"" + field + "\", style: folio, role: paragraph" + place));
  };
  const std::string titles = "title: 甲, titles: { zh-CN: 简, ja-JP: 日本語, en: English }";
  const Printed second = print_with("{section.second_title}", "", titles);
  CHECK(part_of(second).text == "日本語");
  CHECK(tags(second) == "ja-JP");
  CHECK(part_of(print_with("{section.english}", "", titles)).text == "English");
  CHECK(part_of(print_with("{section.title.ja}", "", titles)).text == "日本語");
  CHECK(part_of(print_with("{report.second_title}", "titles: { ko: 보고 }\n", "title: 甲")).text == "보고");
  const Printed brief = print_with("{section.second_title}", "", "title: 甲, english: Short");
  CHECK(part_of(brief).text == "Short");
  CHECK(tags(brief) == "en");
  // Without one, the part is not printed.
  CHECK(part_of(print_with("{section.title.ko}", "", titles)).text == "文。");
  const Printed unknown = print_with("{section.title.fr}", "", titles);
  CHECK(unknown.faults().find("section.title.fr") != std::string::npos);
}

TEST_CASE("the document has its language tag and titles as they were written") {
  const Printed printed = print(report("lang: zh-Hant-HK\ntitles: { en-GB: Report }\n", "title: 甲, lang: ja-JP"),
                                layout_with("{ text: x, style: folio" + place));
  INFO(printed.faults());
  CHECK(printed.document.metadata.lang.text == "zh-Hant-HK");
  using Titles = std::vector<std::pair<std::string, std::string>>;
  CHECK(printed.document.metadata.titles == Titles{{"en-GB", "Report"}});
  CHECK(tags(printed) == "ja-JP");
}

TEST_CASE("the contents list prints the second title under the first, in its language") {
  const Printed printed =
      print(small_page().substr(0, small_page().find("body:")) +
            "sections:\n  - body: [contents: {}]\n  - { title: 甲, contents: true, titles: { ja: 日本 }, "
            "body: [text: 文。] }\n");
  INFO(printed.faults());
  CHECK(printed.diagnostics.all().empty());
  CHECK(printed.text(0).find("日本") != std::string::npos);
  CHECK(tags(printed) == "ja");
}
