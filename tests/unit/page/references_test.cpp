// Numbers of figures, tables and headings, references to them, and lists of them.
#include <catch2/catch.hpp>

#include "unit/page/printed.hpp"

using namespace banxin;
using namespace banxin::page::test;

namespace {

/// The small page with `more` at the top of the report, and this body.
std::string report(const std::string& more, const std::string& body) { return small_page(more) + body; }

const std::string figures =
    "  - heading: 概况\n    id: intro\n"
    "  - chart: { kind: bars, id: sales, title: 出口, provenance: published, data: [{ 甲: 3 }, { 乙: 2 }] }\n"
    "  - page: \"\"\n"
    "  - heading: 其二\n    id: two\n"
    "  - heading: 小节\n    level: 2\n    id: sub\n"
    "  - table: { id: pay, caption: 合计, rows: [[一, 二]] }\n";

std::string numbered(const std::string& text, const std::string& lang = "zh-Hans",
                     const std::string& rules = "{ figures: true, tables: \"表{chapter}-{n}\", headings: true }") {
  const std::string own = lang == "zh-Hans" ? "" : "\n    lang: " + lang;
  return report("numbering: " + rules + "\n", "  - text: \"" + text + "\"" + own + "\n" + figures);
}

bool has(const Printed& printed, const std::string& text) { return printed.text().find(text) != std::string::npos; }

}  // namespace

TEST_CASE("references print numbers, pages and titles of blocks that come later") {
  const Printed printed = print(numbered("见{@sales}、{@pay}（{@pay page}）、{@two}、{@sub}，{@intro title}。"));
  INFO(printed.faults());
  CHECK(printed.diagnostics.all().empty());
  CHECK(has(printed, "见图1、表2-1（第2页）、第二章、第2.1节，概况。"));
  CHECK(has(printed, "第一章"));  // before the heading
  CHECK(has(printed, "2.1"));
}

TEST_CASE("references use the words of their language") {
  CHECK(has(print(numbered("See {@sales} on {@sales page}.", "en")), "See Figure 1 on page 1."));
  CHECK(has(print(numbered("See {@two}, {@sub}.", "en")), "See Chapter 2, Section 2.1."));
  CHECK(has(print(numbered("{@sales}は{@pay page}、{@two}と{@sub}。", "ja")), "図1は2ページ、第2章と第2.1節。"));
}

TEST_CASE("a reference to a heading without a number prints its text") {
  const Printed printed = print(numbered("见{@intro}。", "zh-Hans", "{ figures: true }"));
  INFO(printed.faults());
  CHECK(has(printed, "见概况。"));
}

TEST_CASE("an unknown id of a reference is an error that suggests another") {
  const Printed printed = print(numbered("见{@salse}。"));
  CHECK(printed.faults().find("B603") != std::string::npos);
  CHECK(printed.diagnostics.all()[0].suggestion.find("sales") != std::string::npos);
}

TEST_CASE("a block without number and title cannot be referred to by number") {
  const Printed printed = print(report("", "  - text: \"见{@it}。\"\n  - text: 文。\n    id: it\n"));
  CHECK(printed.faults().find("B606") != std::string::npos);
}

TEST_CASE("a page number in a reference is that of the page as it is printed at last") {
  // The reference is on a page that its target leaves when the text around it grows.
  const Printed printed =
      print(report("", "  - text: \"" + repeated("字", 30) + "{@end page}\"\n  - text: " + repeated("长", 900) +
                           "\n  - heading: 末\n    id: end\n"));
  INFO(printed.faults());
  CHECK(printed.diagnostics.all().empty());
  const std::size_t last = printed.document.pages.size();
  REQUIRE(last > 1);
  std::size_t page = 0;
  while (printed.text(page).find("末") == std::string::npos) ++page;
  CHECK(has(printed, "第" + std::to_string(page + 1) + "页"));
}

TEST_CASE("a reference is a link within a Reference element") {
  const Printed printed = print(numbered("见{@sales}。"));
  const auto& tree = printed.document.tree;
  std::size_t references = 0;
  for (graphics::NodeId id = 1; id < tree.size(); ++id) {
    if (tree[id].role != semantics::Role::link) continue;
    CHECK(tree[tree[id].parent].role == semantics::Role::reference);
    REQUIRE(tree[id].link > 0);
    CHECK(std::holds_alternative<std::uint32_t>(printed.document.links[tree[id].link - 1].target));
    ++references;
  }
  CHECK(references == 1);
}

TEST_CASE("lists of figures and tables have their numbers, titles and pages") {
  const Printed printed =
      print(report("numbering: { figures: true, tables: true }\n", "  - figures: {}\n  - tables:\n" + figures));
  INFO(printed.faults());
  CHECK(printed.diagnostics.all().empty());
  const auto lines = printed.lines(0);
  REQUIRE(lines.size() > 3);
  CHECK(lines[0].text.find("图1") == 0);
  CHECK(lines[0].text.find("出口") != std::string::npos);
  CHECK(printed.text(0).find("表1") != std::string::npos);
}
