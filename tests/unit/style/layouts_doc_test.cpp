// docs/layouts.md: the contents of each layout, generated from the layouts.
#include <catch2/catch.hpp>

#include <fmt/format.h>

#include "chart/chart.hpp"
#include "style/layout_file.hpp"
#include "support/committed.hpp"

using namespace banxin;
using namespace banxin::style;

namespace {

LayoutSpec layout_called(const std::string& name) {
  source::SourceFiles files(source::disk_files());
  Diagnostics diagnostics;
  auto layout = read_layout(files, {BANXIN_PROJECT "/layouts"}, {name, {}}, diagnostics);
  REQUIRE(layout);
  CHECK(diagnostics.all().empty());
  return std::move(*layout);
}

template <class Values>
std::string names_of(const Values& values) {
  std::string result;
  for (const auto& [name, unused] : values) result += (result.empty() ? "`" : ", `") + name + "`";
  return result;
}

std::string masters_of(const LayoutSpec& layout) {
  std::string result;
  for (const auto& [name, master] : layout.masters) {
    std::string said;
    if (name == layout.default_master.value) said = "the default";
    if (!master.base.value.empty()) said += fmt::format("{}from `{}`", said.empty() ? "" : ", ", master.base.value);
    if (master.body == false) said += fmt::format("{}without body", said.empty() ? "" : ", ");
    result += fmt::format("- `{}`{}\n", name, said.empty() ? "" : ": " + said);
  }
  return result;
}

std::string described(const LayoutSpec& layout) {
  return fmt::format(
      "## {}\n\n{}\n\n**Masters**, for `master` and `opener` of a section and for page breaks:\n\n{}\n**Styles**, for "
      "`style` of a block: {}.\n\n**Colors**, for styles: {}, `black`, `white`.\n\n",
      layout.name, layout.description.value, masters_of(layout), names_of(layout.styles), names_of(layout.palette));
}

}  // namespace

TEST_CASE("the list of layouts is up to date") {
  std::string made =
      "# Layouts\n\nGenerated from the layouts and the tables of the program; the tests keep it up to date. The keys "
      "of "
      "a layout are in\n[layout-reference.md](layout-reference.md).\n\n";
  for (const std::string name : {"maimai", "plain"}) made += described(layout_called(name));
  made += "## Icons\n\nFor `icon` of charts and of the groups of a landscape: ";
  std::string icons;
  for (const std::string_view icon : chart::icon_names())
    icons += (icons.empty() ? "`" : ", `") + std::string(icon) + "`";
  made += icons + ".\n\n## Charts\n\n| kind | what it shows |\n| --- | --- |\n";
  for (const chart::Kind& kind : chart::registry()) made += fmt::format("| `{}` | {} |\n", kind.name, kind.summary);
  made += "\nEvery kind by example: [blocks.md](blocks.md).\n";
  test::check_committed("docs/layouts.md", made);
}

TEST_CASE("every layout has the styles that blocks take by themselves") {
  for (const std::string name : {"maimai", "plain"}) {
    const LayoutSpec layout = layout_called(name);
    for (const char* style : {"body",
                              "heading-1",
                              "heading-2",
                              "heading-3",
                              "heading-4",
                              "heading-5",
                              "heading-6",
                              "strong",
                              "emphasis",
                              "link",
                              "quote",
                              "pull-quote",
                              "attribution",
                              "list",
                              "list-text",
                              "list-label",
                              "notes",
                              "note",
                              "footnote",
                              "provenance",
                              "box",
                              "row",
                              "table",
                              "table-cell",
                              "table-header",
                              "table-caption",
                              "image",
                              "image-caption",
                              "chart",
                              "chart-title",
                              "chart-unit",
                              "chart-note",
                              "chart-label",
                              "contents-number",
                              "contents-title",
                              "contents-second-title",
                              "contents-page",
                              "contents-page-word",
                              "contents-leader",
                              "contents-entry",
                              "contents-headline"}) {
      CAPTURE(name, style);
      CHECK(layout.styles.contains(style));
    }
  }
}
