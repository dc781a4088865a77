// docs/blocks.md: every example compiles, and every kind of block and chart has one.
#include <catch2/catch.hpp>

#include <fstream>
#include <sstream>

#include "chart/chart.hpp"
#include "unit/page/printed.hpp"

using namespace banxin;
using namespace banxin::page::test;

namespace {

std::vector<std::string> examples() {
  std::vector<std::string> result;
  std::ifstream file(BANXIN_PROJECT "/docs/blocks.md");
  bool inside = false;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("```")) {
      inside = line == "```yaml";
      if (inside) result.emplace_back();
    } else if (inside) {
      result.back() += "  " + line + "\n";
    }
  }
  return result;
}

}  // namespace

TEST_CASE("the examples of the documentation compile in every layout") {
  for (const std::string& example : examples()) {
    for (const std::string layout : {"plain", "maimai"}) {
      const Printed printed = print("title: 题\nlang: zh-Hans\nlayout: " + layout + "\nbody:\n" + example);
      CAPTURE(layout, example);
      CHECK(printed.faults() == "");
      CHECK_FALSE(printed.document.pages.empty());
    }
  }
}

TEST_CASE("each kind of block and of chart has its example") {
  std::string all;
  for (const std::string& example : examples()) all += example;
  for (const std::string block : {"heading", "text", "literal", "list", "quote", "note", "row", "box", "table",
                                  "contents", "space", "page", "chart"}) {
    CAPTURE(block);
    CHECK(all.find("- " + block + ":") != std::string::npos);
  }
  for (const chart::Kind& kind : chart::registry()) {
    CAPTURE(kind.name);
    CHECK(all.find("kind: " + std::string(kind.name) + "\n") != std::string::npos);
  }
}
