#include <catch2/catch.hpp>

#include "font/catalogue.hpp"

using namespace banxin;
using namespace banxin::font;

namespace {

struct Read {
  Catalogue catalogue;
  std::vector<std::string> messages, suggestions;
};

Read read(const std::string& text) {
  Read result;
  Diagnostics diagnostics;
  source::SourceFiles files;
  const FileId id = files.add("fonts.yaml", text);
  result.catalogue = read_catalogue(files, id, diagnostics);
  for (const Diagnostic& diagnostic : diagnostics.all()) {
    const source::Position place = files.file(id).position(diagnostic.span.begin);
    result.messages.push_back(std::to_string(place.line) + ":" + std::to_string(place.column) + " " + diagnostic.text);
    result.suggestions.push_back(diagnostic.suggestion);
  }
  return result;
}

}  // namespace

TEST_CASE("a catalogue names families, files and packages") {
  const Read result = read(R"(
packages: { fonts-a: /usr/share/fonts/a }
families:
  sans:
    languages: { zh-Hans: A Sans SC, ja: A Sans JP }
    faces:
      - { weight: thin, file: A-Thin.ttc, package: fonts-a }
      - { weight: 700, italic: true, file: A-Bold.ttc, package: fonts-a }
    fallback: [signs]
  signs:
    name: A Signs
    faces: [{ file: Signs.ttf, package: fonts-a }]
fallback: [signs]
)");
  CHECK(result.messages.empty());
  REQUIRE(result.catalogue.families.size() == 2);
  const CatalogueFamily& sans = result.catalogue.families[0];
  CHECK(sans.name == "sans");
  CHECK(sans.face_family(Language::zh_hans) == "A Sans SC");
  CHECK(sans.face_family(Language::ja) == "A Sans JP");
  CHECK(sans.face_family(Language::ko) == "A Sans SC");
  REQUIRE(sans.faces.size() == 2);
  CHECK(sans.faces[0].weight == 100);
  CHECK(sans.faces[1].weight == 700);
  CHECK(sans.faces[1].italic);
  CHECK(result.catalogue.path_of(sans.faces[0]) == "/usr/share/fonts/a/A-Thin.ttc");
  CHECK(sans.fallback == std::vector<std::string>{"signs"});
  CHECK(result.catalogue.fallback == std::vector<std::string>{"signs"});
  CHECK(result.catalogue.families[1].face_family(Language::ko) == "A Signs");
}

TEST_CASE("all errors of a catalogue are reported") {
  const Read result = read(R"(packages: { fonts-a: /a }
familis: 1
families:
  sans:
    langs: { zh-Hans: A }
    languages: { zh: A, ja: A Sans JP }
    faces:
      - { weight: boldish, file: A.ttc, package: fonts-a }
      - { weigth: 400, file: B.ttc, package: fonts-a }
      - { file: C.ttc, package: fonts-b }
      - { file: dir/D.ttc, package: fonts-a }
      - { package: fonts-a }
      - { file: E.ttc, package: fonts-a, italic: maybe }
  empty: {}
fallback: [sens]
)");
  CHECK(result.messages ==
        std::vector<std::string>{
            "2:1 unknown key `familis` in the catalogue of fonts",
            "5:5 unknown key `langs` in the font family “sans”",
            "6:18 unknown key `zh` in languages",
            "8:19 `weight` cannot be `boldish`",
            "9:11 unknown key `weigth` in a face",
            "10:33 `package` cannot be `fonts-b`",
            "11:17 `dir/D.ttc` must be a file name without a folder; the folder is that of its package",
            "12:9 missing key `file` in a face",
            "13:50 `italic` cannot be `maybe`",
            "14:10 missing key `name` in the font family “empty”",
            "14:10 missing key `faces` in the font family “empty”",
            "15:12 `fallback` cannot be `sens`",
        });
  CHECK(result.suggestions[0] == "write “families”");
  CHECK(result.suggestions[2] == "write zh-Hans, zh-Hant, ja, ko or en");
  CHECK(result.suggestions[4] == "write “weight”");
  CHECK(result.suggestions[5] == "write “fonts-a”");
  CHECK(result.suggestions.back() == "write “sans”");
}

TEST_CASE("an invalid catalogue is a diagnostic, not an exception") {
  CHECK(read("families: [").messages.size() == 1);
  CHECK(read("just words").messages ==
        std::vector<std::string>{"1:1 `the catalogue` must be a mapping, but this is text"});
  CHECK(read("packages: {a: b}").messages ==
        std::vector<std::string>{"1:1 missing key `families` in the catalogue of fonts"});
  CHECK_FALSE(read("").messages.empty());
  CHECK_FALSE(read("families: {[a, b]: c}").messages.empty());
  CHECK_FALSE(read("families: *nowhere").messages.empty());
  const std::string wrong_types =
      "families: {a: {name: [x], faces: 3, languages: 4}, b: 5, c: {name: x, faces: [7, {file: {}, package: p}]}}\n"
      "packages: 7\nfallback: {}\n";
  CHECK(read(wrong_types).messages == std::vector<std::string>{
                                          "2:11 `packages` must be a mapping, but this is text",
                                          "1:22 `name` must be text, but this is a list",
                                          "1:48 `languages` must be a mapping, but this is text",
                                          "1:34 `faces` must be a list, but this is text",
                                          "1:55 `b` must be a mapping, but this is text",
                                          "1:79 `faces` must be a mapping, but this is text",
                                          "1:89 `file` must be text, but this is a mapping",
                                          "3:11 `fallback` must be a list, but this is a mapping",
                                      });
}
