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
  result.catalogue = read_catalogue("fonts.yaml", text, diagnostics);
  for (const Diagnostic& diagnostic : diagnostics.all()) {
    CHECK(diagnostic.id == MessageId::font_catalogue_invalid);
    result.messages.push_back(diagnostic.text);
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

TEST_CASE("everything that is wrong with a catalogue is reported at once") {
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
  CHECK(result.messages == std::vector<std::string>{
                               "fonts.yaml:2:1: the key “familis” is unknown",
                               "fonts.yaml:5:5: the key “langs” is unknown",
                               "fonts.yaml:6:18: “zh” is not a language of Banxin",
                               "fonts.yaml:8:19: this is not a weight",
                               "fonts.yaml:9:11: the key “weigth” is unknown",
                               "fonts.yaml:10:33: the package “fonts-b” is not among `packages`",
                               "fonts.yaml:11:17: a file name has no folder in it: the folder is the package's",
                               "fonts.yaml:12:9: a face needs `file` and `package`",
                               "fonts.yaml:13:50: `italic` is true or false",
                               "fonts.yaml:14:10: the family “empty” needs `name` or `languages`, the name by which the font calls itself",
                               "fonts.yaml:14:10: the family “empty” needs `faces`, a list of files",
                               "fonts.yaml:15:11: a fallback names the family “sens”, which is not among `families`",
                           });
  CHECK(result.suggestions[0] == "write “families”");
  CHECK(result.suggestions[2] == "write zh-Hans, zh-Hant, ja, ko or en");
  CHECK(result.suggestions[4] == "write “weight”");
  CHECK(result.suggestions.back() == "write “sans”");
}

TEST_CASE("what is no catalogue at all is a diagnostic, not an exception") {
  CHECK(read("families: [").messages.size() == 1);
  CHECK(read("").messages == std::vector<std::string>{"fonts.yaml: the catalogue must be a mapping of keys to values"});
  CHECK(read("just words").messages.size() == 1);
  CHECK(read("packages: {a: b}").messages ==
        std::vector<std::string>{"fonts.yaml:1:1: the key “families” is missing"});
  CHECK(read("families: {[a, b]: c}").messages.size() == 1);
  CHECK(read("families: *nowhere").messages.size() == 1);
  CHECK(read("families: {a: {name: x, faces: 3}, a: {name: x, faces: []}}\npackages: 7").messages.size() == 3);
}
