// docs/charts.md: every example compiles with the data that it begins with, in both layouts.
#include <catch2/catch.hpp>

#include <fstream>

#include "unit/page/printed.hpp"

using namespace banxin;
using namespace banxin::page::test;

TEST_CASE("the examples of charts.md compile in every layout") {
  std::vector<std::string> parts;
  std::ifstream file(BANXIN_PROJECT "/docs/charts.md");
  bool inside = false;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("```")) {
      inside = line == "```yaml";
      if (inside) parts.emplace_back();
    } else if (inside) {
      parts.back() += line + "\n";
    }
  }
  REQUIRE(parts.size() == 6);
  for (std::size_t i = 1; i < parts.size(); ++i) {
    for (const std::string layout : {"plain", "maimai"}) {
      std::string head = parts[0];
      head.replace(head.find("plain"), 5, layout);
      const Printed printed = print(head + parts[i]);
      CAPTURE(layout, parts[i]);
      CHECK(printed.faults() == "");
      CHECK_FALSE(printed.document.pages.empty());
    }
  }
}
