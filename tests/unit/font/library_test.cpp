#include "font/library.hpp"

#include <algorithm>
#include <thread>

#include "font/coverage.hpp"
#include "unit/font/fixture.hpp"

using namespace banxin;
using namespace banxin::font;
using namespace banxin::test;

namespace {

const std::string catalogue = BANXIN_PROJECT "/fonts/fonts.yaml";

std::shared_ptr<const Library> open_with(const std::string& folder, Diagnostics& diagnostics) {
  return Library::open({catalogue, {folder}, false}, diagnostics);
}

const Face& first(const Library& library, const Query& query) { return library.face(library.chain(query).front()); }

}  // namespace

TEST_CASE("the language chooses the face of a collection") {
  CHECK(face_of("sans", 400, Language::zh_hans).postscript_name() == "NotoSansCJKsc-Regular");
  CHECK(face_of("sans", 400, Language::zh_hant).postscript_name() == "NotoSansCJKtc-Regular");
  CHECK(face_of("sans", 400, Language::ja).postscript_name() == "NotoSansCJKjp-Regular");
  CHECK(face_of("sans", 400, Language::ko).postscript_name() == "NotoSansCJKkr-Regular");
  CHECK(face_of("serif", 600, Language::ja).postscript_name() == "NotoSerifCJKjp-SemiBold");
  CHECK(face_of("sans", 400, Language::ja).glyph(U'直') != face_of("sans").glyph(U'直'));
}

TEST_CASE("the weight selects the file, or the nearest one") {
  CHECK(face_of("sans", 100).postscript_name() == "NotoSansCJKsc-Thin");
  CHECK(face_of("sans", 350).postscript_name() == "NotoSansCJKsc-DemiLight");
  CHECK(face_of("sans", 500).postscript_name() == "NotoSansCJKsc-Medium");
  CHECK(face_of("sans", 600).postscript_name() == "NotoSansCJKsc-Bold");
  CHECK(face_of("sans", 800).postscript_name() == "NotoSansCJKsc-Black");
  CHECK(face_of("latin", 900, Language::en, true).postscript_name() == "NotoSans-BoldItalic");
  CHECK(face_of("sans", 400, Language::en, true).postscript_name() == "NotoSans-Italic");
}

TEST_CASE("a chain holds the requested family, then its fallback, then the catalogue's") {
  std::vector<std::string> names;
  for (const FaceId id : project_library().chain({"serif", 700}))
    names.push_back(project_library().face(id).postscript_name());
  CHECK(names == std::vector<std::string>{"NotoSerifCJKsc-Bold", "NotoSerif-Bold", "NotoSansCJKsc-Bold",
                                          "NotoSans-Bold", "NotoSansArabic-Bold", "NotoSansHebrew-Bold",
                                          "NotoSansThai-Bold", "NotoSansDevanagari-Bold", "NotoSansSymbols2-Regular",
                                          "NotoSansSymbols-Bold", "NotoSansMath-Regular", "Symbola", "HanaMinB",
                                          "HanaMinA"});
  CHECK(&project_library().chain({"serif", 700}) == &project_library().chain({"serif", 700}));
}

TEST_CASE("italics come from a fallback where the requested family has none, serif to serif") {
  const Library& library = project_library();
  for (const auto& [family, expected] : {std::pair{"sans", "NotoSans-Italic"}, {"serif", "NotoSerif-Italic"}}) {
    const auto& chain = library.chain({family, 400, true, Language::zh_hans});
    REQUIRE(chain.size() > 1);
    CHECK(library.face(chain[0]).postscript_name() == expected);
    CHECK(library.face(chain[1]).glyph(U'中') != 0);
  }
}

TEST_CASE("the catalogue covers what reports are likely to hold") {
  const std::string text =
      "2023 AIGC 人才趋势报告——脉脉高聘 ■👤¥🎓📅 Ünïcödé Ελλάς Привет ①②㊿ ✓✗→∑√ שלום مرحبا สวัสดี नमस्ते 한국어 かな "
      "𠮷𠀀𪚥𫠠𬍛 😀❤️ \u200d\u00ad\n\t";
  CHECK(coverage_report(project_library(), {}, text).empty());
  CHECK(coverage_report(project_library(), {"serif", 700, true, Language::ja}, text).empty());
}

TEST_CASE("uncovered characters are listed with their offsets") {
  const auto missing = coverage_report(project_library(), {}, "a\U0010fffdb\ue000\U0010fffd\xff");
  // A lone 0xff reads as U+FFFD, which the fonts do have.
  REQUIRE(missing.size() == 2);
  CHECK(missing[0] == Uncovered{0xe000, 1, 6});
  CHECK(missing[1] == Uncovered{0x10fffd, 2, 1});
  CHECK(needs_glyph(U' '));
  CHECK_FALSE(needs_glyph(0x200b));
  CHECK_FALSE(needs_glyph(0xfe0f));
  CHECK_FALSE(needs_glyph(0xe0100));
}

TEST_CASE("a font is found by the name in its file; an unknown name gets the first family") {
  CHECK(face_of("Noto Sans CJK TC", 700, Language::zh_hans).postscript_name() == "NotoSansCJKtc-Bold");
  CHECK(face_of("noto serif", 400).postscript_name() == "NotoSerif-Regular");
  CHECK(face_of("No Such Font", 700).postscript_name() == "NotoSansCJKsc-Bold");
  CHECK(project_library().has_family("sans"));
  CHECK(project_library().has_family("Noto Sans CJK JP"));
  CHECK_FALSE(project_library().has_family("No Such Font"));
  const auto families = project_library().families();
  CHECK(families.front() == "sans");
  CHECK(std::find(families.begin(), families.end(), "Noto Serif CJK KR") != families.end());
}

TEST_CASE("files in a folder win over the catalogue, weight by weight") {
  const TemporaryFolder folder;
  std::filesystem::copy(noto_core + "NotoSans-Bold.ttf", folder.path() + "/mine.ttf");
  std::filesystem::copy(noto_core + "NotoSerifThai-Regular.ttf", folder.path() + "/thai.TTF");
  folder.write("broken.otf", "OTTO and then nothing");
  folder.write("empty.ttf", "");
  folder.write("web.woff2", "wOF2");
  folder.write("notes.txt", "not a font");
  folder.write("cut.ttf", bytes_of(noto_core + "NotoSans-Regular.ttf").substr(0, 4000));
  Diagnostics diagnostics;
  const auto library = open_with(folder.path(), diagnostics);
  CHECK(first(*library, {"latin", 700}).path() == folder.path() + "/mine.ttf");
  CHECK(first(*library, {"latin", 400}).path() == noto_core + "NotoSans-Regular.ttf");
  CHECK(first(*library, {"Noto Serif Thai", 400}).path() == folder.path() + "/thai.TTF");
  // What the requested family lacks is looked up in the folder before the catalogue's fallback.
  const auto* thai = covering_face(*library, library->chain({}), U'ก');
  REQUIRE(thai != nullptr);
  CHECK(library->face(*thai).path() == folder.path() + "/thai.TTF");
  std::vector<std::string> messages;
  for (const Diagnostic& diagnostic : diagnostics.all()) messages.push_back(diagnostic.text);
  std::sort(messages.begin(), messages.end());
  CHECK_FALSE(diagnostics.has_errors());
  CHECK(messages ==
        std::vector<std::string>{
            "the font file `" + folder.path() + "/broken.otf` is not used: it is not an OpenType or TrueType font",
            "the font file `" + folder.path() + "/cut.ttf` is not used: its tables are damaged",
            "the font file `" + folder.path() + "/empty.ttf` is not used: it is not an OpenType or TrueType font",
            "the font file `" + folder.path() + "/web.woff2` is not used: its format is not one of .ttf, .otf, .ttc"});
  const auto rows = library->explain();
  const auto row =
      std::find_if(rows.begin(), rows.end(), [](const Explanation& r) { return r.family == "Noto Serif Thai"; });
  REQUIRE(row != rows.end());
  CHECK(row->reason == "file in " + folder.path());
}

TEST_CASE("a font is found by its name in any language") {
  const TemporaryFolder folder;
  std::filesystem::copy("/usr/share/fonts/truetype/hanazono/HanaMinA.ttf", folder.path() + "/hana.ttf");
  Diagnostics diagnostics;
  const auto library = open_with(folder.path(), diagnostics);
  CHECK(library->has_family("花園明朝A"));
  CHECK(first(*library, {"花園明朝A", 400}).path() == folder.path() + "/hana.ttf");
  CHECK(first(*library, {"HanaMinA", 400}).path() == folder.path() + "/hana.ttf");
}

TEST_CASE("the report's folder comes before the project's") {
  const TemporaryFolder report, project;
  for (const auto* folder : {&report, &project})
    std::filesystem::copy(noto_core + "NotoSans-Bold.ttf", folder->path() + "/a.ttf");
  Diagnostics diagnostics;
  const auto library =
      Library::open({catalogue, {report.path(), project.path(), "/no/such/folder"}, false}, diagnostics);
  CHECK(diagnostics.all().empty());
  CHECK(first(*library, {"latin", 700}).path() == report.path() + "/a.ttf");
}

TEST_CASE("a missing file is a warning with its package, once it is used") {
  const TemporaryFolder folder;
  const std::string text = R"(packages: { here: /usr/share/fonts/truetype/noto, elsewhere: /no/such/folder }
families:
  sans:
    name: Noto Sans
    faces:
      - { weight: light, file: NotoSans-Light.ttf, package: elsewhere }
      - { weight: regular, file: NotoSans-Regular.ttf, package: here }
      - { weight: black, file: NotoSerif-Bold.ttf, package: here }
)";
  Diagnostics diagnostics;
  const auto library = Library::open({folder.write("fonts.yaml", text), {}, false}, diagnostics);
  CHECK(diagnostics.all().empty());
  CHECK(first(*library, {"sans", 300}).postscript_name() == "NotoSans-Regular");
  CHECK(first(*library, {"sans", 200}).postscript_name() == "NotoSans-Regular");  // weight 200 is not in the catalogue
  library->report_substitutions(diagnostics);
  REQUIRE(diagnostics.all().size() == 1);
  CHECK(diagnostics.all()[0].id == MessageId::font_not_installed);
  CHECK(diagnostics.all()[0].text == "the weight Light of `Noto Sans` is not installed; Regular is used instead");
  CHECK(diagnostics.all()[0].suggestion == "apt install elsewhere");

  CHECK(library->dependencies() == std::vector<std::string>{noto_core + "NotoSans-Regular.ttf"});

  const auto rows = library->explain();
  REQUIRE(rows.size() == 3);
  CHECK(rows[0].found);
  CHECK(rows[0].reason == "named in fonts.yaml, replaces the missing weight: not installed: apt install elsewhere");
  CHECK(rows[1].reason == "named in fonts.yaml");
  CHECK(rows[1].weight == "400 Regular");
  CHECK(rows[1].language == "any");
  // The file exists but holds another family.
  CHECK(rows[2].reason == "named in fonts.yaml, replaces the missing weight: " + noto_core +
                              "NotoSerif-Bold.ttf: it has no face named “Noto Sans”");
}

TEST_CASE("a machine without fonts gets an error that names the package") {
  const TemporaryFolder folder;
  const std::string text =
      "packages: { p: /no/such/folder }\n"
      "families: { sans: { name: S, faces: [{ file: S.ttf, package: p }] } }\n";
  Diagnostics diagnostics;
  const auto library = Library::open({folder.write("fonts.yaml", text), {}, false}, diagnostics);
  CHECK(library->chain({}).empty());
  REQUIRE(diagnostics.all().size() == 1);
  CHECK(diagnostics.all()[0].text == "no file of the font family `sans` is installed");
  CHECK(diagnostics.all()[0].suggestion == "apt install p");

  Diagnostics wrong;
  Library::open({folder.write("fonts.yaml", text + "fall: []\n"), {}, false}, wrong);
  REQUIRE(wrong.all().size() == 2);
  CHECK(wrong.all()[0].id == MessageId::font_catalogue_invalid);
  CHECK(wrong.all()[0].text.find("fonts.yaml:3:1: unknown key `fall` in the catalogue of fonts") != std::string::npos);

  source::SourceFiles files;
  Diagnostics placed;
  Library::open({folder.path() + "/fonts.yaml", {}, false}, files, placed);
  REQUIRE(placed.all().size() == 2);
  CHECK(placed.all()[0].id == MessageId::key_unknown);
  CHECK(files.text(placed.all()[0].span) == "fall");
  CHECK(files.dependencies().size() == 1);

  Diagnostics missing;
  CHECK(Library::open({folder.path() + "/none.yaml", {}, false}, missing) != nullptr);
  CHECK(missing.has_errors());
}

TEST_CASE("every row of the project's catalogue is correct") {
  for (const Explanation& row : project_library().explain()) {
    INFO(row.family << " " << row.language << " " << row.weight << " " << row.path);
    CHECK(row.found);
    CHECK(row.reason == "named in fonts.yaml");
    CHECK_FALSE(row.package.empty());
    const FreeTypeFace face(row.path, row.index);
    const auto* os2 = static_cast<const TT_OS2*>(FT_Get_Sfnt_Table(face.get(), FT_SFNT_OS2));
    REQUIRE(os2 != nullptr);
    CHECK(os2->usWeightClass == std::stoi(row.weight));
    CHECK(((os2->fsSelection & 1) != 0) == (row.weight.find("italic") != std::string::npos));
    CHECK(os2->fsType == 0);  // all may be embedded, as in README.md
  }
}

TEST_CASE("fontconfig finds more, where a layout allows it") {
  Diagnostics diagnostics;
  const auto library = Library::open({catalogue, {}, true}, diagnostics);
  CHECK(first(*library, {"sans", 700}).postscript_name() == "NotoSansCJKsc-Bold");
  CHECK(first(*library, {"Noto Sans Thai Looped", 400}).postscript_name().find("NotoSans") == 0);
  const auto& again = library->chain({});
  CHECK(again.size() >= project_library().chain({}).size());
  const auto other = Library::open({catalogue, {}, true}, diagnostics);
  CHECK(other->chain({}) == again);
}

TEST_CASE("the library is thread-safe") {
  Diagnostics diagnostics;
  const auto library = Library::open({catalogue, {}, false}, diagnostics);
  std::vector<std::thread> threads;
  std::vector<std::vector<std::uint16_t>> found(4);
  for (std::size_t t = 0; t < found.size(); ++t) {
    threads.emplace_back([&, t] {
      for (const int weight : {700, 400}) {
        for (const Language language : {Language::ja, Language::zh_hans}) {
          const Face& face = first(*library, {"sans", weight, false, language});
          for (char32_t c = 0x4e00; c < 0x5200; ++c) found[t].push_back(face.glyph(c));
          found[t].push_back(static_cast<std::uint16_t>(face.advance(face.glyph(U'g'))));
        }
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const auto& mine : found) CHECK(mine == found[0]);
}
