#include "style/layout_file.hpp"

#include <catch2/catch.hpp>

#include "model/read_document.hpp"
#include "style/palette.hpp"
#include "style/styled_document.hpp"
#include "support/committed.hpp"

using namespace banxin;
using namespace banxin::style;
using namespace banxin::literals;

namespace {

struct Project {
  std::shared_ptr<source::MemoryFiles> memory = std::make_shared<source::MemoryFiles>();
  source::SourceFiles files{memory};
  Diagnostics diagnostics;

  std::optional<StyledDocument> apply(const std::string& layout, const std::string& report) {
    memory->put("/layouts/mine/layout.yaml", layout);
    memory->put("report.yaml", report);
    auto document = model::read_document(files, "report.yaml", diagnostics);
    if (!document || diagnostics.has_errors()) return std::nullopt;
    auto spec = read_layout(files, {"/layouts"}, document->layout, diagnostics);
    if (!spec) return std::nullopt;
    return style::apply(std::move(*document), std::move(*spec), diagnostics);
  }
  [[nodiscard]] std::string faults() const {
    std::string all;
    for (const auto& one : diagnostics.all()) {
      all += std::string(message(one.id).code) + " " + one.text + " | " + one.suggestion + "\n";
    }
    return all;
  }
};

const std::string report = "title: 题\nlayout: mine\nbody: [text: 文]\n";

}  // namespace

TEST_CASE("the layout's schema and reference say what its tables say") {
  test::check_committed("schema/layout.schema.json", layout_json_schema());
  test::check_committed(
      "docs/layout-reference.md",
      "# The layout format, key by key\n\nMade from the tables that read it; the tests keep it so.\n\n" +
          model::reference_of(layout_table().shape()));
}

TEST_CASE("styles take what they do not say from their base, and the report has the last word") {
  Project project;
  const auto styled = project.apply(
      "default_master: page\nmasters: { page: {} }\n"
      "styles:\n  body: { size: 10pt, leading: 18pt, indent: 2em }\n  big: { base: body, size: 2em, leading: 1.5em }\n",
      "title: 题\nlayout: mine\nstyles: { body: { size: 12pt } }\nbody: [text: 文]\n");
  INFO(project.faults());
  REQUIRE(styled);
  const auto& body = styled->styles->get("body");
  CHECK(body.text.size == 12_pt);
  CHECK(body.paragraph.leading == 18_pt);
  CHECK(body.paragraph.indent == 24_pt);
  const auto& big = styled->styles->get("big");
  CHECK(big.text.size == 24_pt);
  CHECK(big.paragraph.leading == 36_pt);
}

TEST_CASE("bases in a circle, unknown styles and colors are reported with the nearest name") {
  Project project;
  CHECK_FALSE(
      project.apply("default_master: page\nmasters: { page: {} }\n"
                    "styles:\n  a: { base: b }\n  b: { base: a }\n  c: { base: boddy }\n  d: { color: blak }\n",
                    report));
  const std::string faults = project.faults();
  CHECK(faults.find("B305") != std::string::npos);
  CHECK(faults.find("B301 unknown style `boddy` | did you mean `body`?") != std::string::npos);
  CHECK(faults.find("B302 unknown color `blak` in the palette | did you mean `black`?") != std::string::npos);
}

TEST_CASE("an ink has one recipe, whatever colors are made of it") {
  Project project;
  CHECK_FALSE(
      project.apply("default_master: page\nmasters: { page: {} }\npalette:\n"
                    "  a: { rgb: '#FF5500', cmyk: [0, 60, 100, 0], spot: Orange }\n"
                    "  b: { rgb: '#FFAA88', cmyk: [0, 60, 100, 0], spot: Orange, spot_tint: 40 }\n"
                    "  c: { rgb: '#FF5500', cmyk: [0, 70, 100, 0], spot: Orange }\n",
                    report));
  const std::string faults = project.faults();
  CHECK(faults.find("B313 the ink `Orange` has a different recipe in `a`, but one plate is one ink") !=
        std::string::npos);
  CHECK(faults.find("B313") == faults.rfind("B313"));
}

TEST_CASE("a master's base gives its parts first") {
  Project project;
  const auto styled = project.apply(
      "default_master: b\nmasters:\n  a: { parts: [{ text: one }] }\n  b: { base: a, parts: [{ text: two }] }\n"
      "  c: { base: b, replace_parts: true, parts: [{ text: three }] }\n",
      report);
  INFO(project.faults());
  REQUIRE(styled);
  REQUIRE(styled->masters.at("b").parts.size() == 2);
  CHECK(styled->masters.at("b").parts[0].text.value == "one");
  CHECK(styled->masters.at("c").parts.size() == 1);
}

TEST_CASE("a layout that is not there is answered with those that are") {
  Project project;
  project.memory->put("/layouts/plain/layout.yaml", "default_master: page\n");
  CHECK_FALSE(project.apply("default_master: page\n", "title: 题\nlayout: plian\nbody: [text: 文]\n"));
  CHECK(project.faults().find("B306 unknown layout `plian` | did you mean `plain`?") != std::string::npos);
}

TEST_CASE("a page is as large as a PDF's may be") {
  const auto faults = [](const std::string& page) {
    Project project;
    project.apply("default_master: page\nmasters: { page: {} }\n",
                  "title: 题\nlayout: mine\npage: { " + page + ", margin: 0mm }\nbody: [text: 文]\n");
    return project.faults();
  };
  CHECK(faults("width: 14400pt, height: 3pt") == "");
  CHECK(faults("width: 14401pt, height: 100mm").find("B314") != std::string::npos);
  CHECK(faults("width: 14400pt, height: 100mm, bleed: 1mm").find("B314") != std::string::npos);
  CHECK(faults("width: 100mm, height: 2.9pt").find("B314") != std::string::npos);
}

TEST_CASE("the smallest report's column is exactly 80 mm wide") {
  Project project;
  const auto styled = project.apply("default_master: page\nmasters: { page: {} }\npage: { size: A4, margin: 25mm }\n",
                                    "title: 题\nlayout: mine\npage: { width: 120mm, height: 160mm, margin: 20mm }\n"
                                    "body: [text: 文]\n");
  REQUIRE(styled);
  CHECK(abs(styled->sheet.text_area(true).width - 80_mm) <= Length::units(2));
}

TEST_CASE("colors as written") {
  CHECK(parse_hex("#1F4FFF") == Rgb{0x1F / 255.0, 0x4F / 255.0, 1.0});
  CHECK(parse_hex("#fff") == Rgb{1, 1, 1});
  CHECK_FALSE(parse_hex("1F4FFF"));
  CHECK_FALSE(parse_hex("#1F4FF"));
  CHECK_FALSE(parse_hex("#GGGGGG"));
}

TEST_CASE("what a master's part names wrongly is reported once, however many masters inherit it") {
  Project project;
  CHECK_FALSE(
      project.apply("default_master: b\nmasters:\n"
                    "  a: { parts: [{ text: one, style: boddy }, { rule: true, color: blak }] }\n"
                    "  b: { base: a }\n  c: { base: b }\n",
                    report));
  const std::string faults = project.faults();
  CHECK(faults.find("`boddy`") == faults.rfind("`boddy`"));
  CHECK(faults.find("B301 unknown style `boddy` | did you mean `body`?") != std::string::npos);
  CHECK(faults.find("B302 unknown color `blak` in the palette | did you mean `black`?") != std::string::npos);
}
