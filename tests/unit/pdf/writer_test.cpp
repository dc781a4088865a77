// End to end: writes a document made in code and reads it back with other programs.
#include "pdf/writer.hpp"

#include <catch2/catch.hpp>

#include "pdf/document/metadata.hpp"
#include "unit/pdf/sample.hpp"

using namespace banxin;
using namespace banxin::test;
using namespace banxin::literals;
using graphics::Paint;
using semantics::Role;

namespace {

std::string write(const page::PagedDocument& document, const profile::Profile& profile = profile::screen()) {
  Diagnostics diagnostics;
  std::string bytes = pdf::write(document, *fonts(), profile, diagnostics);
  for (const Diagnostic& diagnostic : diagnostics.all()) FAIL(diagnostic.text);
  REQUIRE(bytes.size() > 1000);
  return bytes;
}

std::string extracted(const page::PagedDocument& document, const std::string& program) {
  const TemporaryFile file(write(document));
  if (program == "mutool") {
    need("mutool");
    return execute("mutool draw -q -F txt " + file.path() + " 2>/dev/null").text;
  }
  need("pdftotext");
  return execute("pdftotext " + std::string(program == "raw" ? "-raw " : "") + file.path() + " -").text;
}

std::string line(std::string text) {
  text = text.substr(0, text.find_first_of("\n\f"));
  return text.substr(0, text.find_last_not_of(' ') + 1);
}

// A page with every kind of content.
Sample everything() {
  Sample sample;
  auto& tree = sample.document.tree;
  const auto section = sample.add(Role::section);
  const auto heading = tree.add(section, Role::heading);
  tree[heading].level = 1;
  tree[heading].title = "人才画像";
  sample.set(run("人才画像", 20_pt, {40_pt, 60_pt}, 0, 700), heading);
  const auto paragraph = tree.add(section, Role::paragraph);
  const auto before = tree.add(paragraph, Role::content), link = tree.add(paragraph, Role::link);
  tree[link].link = 1;
  sample.set(run("见", 10_pt, {40_pt, 90_pt}), before, false);
  sample.set(run("下一页", 10_pt, {50_pt, 90_pt}), link);
  page::Page& page = sample.document.pages[0];
  page.links.push_back({0, {50_pt, 80_pt, 30_pt, 14_pt}, link});
  sample.document.anchors.push_back({1, {0_pt, 40_pt}});
  sample.document.links.push_back({std::uint32_t{0}, "下一页"});
  sample.document.outline = {{"人才画像", 1, 0}, {"行业", 2, 0}, {"招聘", 1, 0}};

  const auto figure = tree.add(section, Role::figure);
  tree[figure].alternative = "一条线和一片渐变";
  tree[figure].box = {40_pt, 100_pt, 200_pt, 100_pt};
  graphics::Shape shape;
  shape.path.rounded_rect({40_pt, 100_pt, 200_pt, 100_pt}, 8_pt);
  shape.fill = Paint{
      graphics::LinearGradient{
          {40_pt, 100_pt},
          {240_pt, 100_pt},
          {{0, Color{{1, 0, 0}, {}, {}}, 1}, {0.4, Color{{0, 1, 0}, {}, {}}, 0.5}, {1, Color{{0, 0, 1}, {}, {}}, 0}}},
      0.8, false};
  auto& stroke = shape.stroke.emplace();  // in place: GCC 12 sees uninitialized bytes in a moved variant
  stroke.paint.source = Color::black();
  stroke.paint.opacity = 0.5;
  stroke.width = 1_pt;
  stroke.cap = graphics::LineCap::round;
  stroke.join = graphics::LineJoin::bevel;
  stroke.dashes = {3_pt, 2_pt};
  stroke.dash_offset = 1_pt;
  page.items.push_back({shape, figure, {}});
  const auto group = std::make_shared<graphics::Group>();
  group->items.push_back({run("半透明", 12_pt, {0_pt, 12_pt}), figure, {}});
  group->opacity = 0.5;
  group->transform = {0.9, 0.1, -0.1, 0.9, 60_pt, 140_pt};
  page.items.push_back({group, figure, {}});
  const auto clipped = std::make_shared<graphics::Group>(*group);
  clipped->opacity = 1;
  clipped->clip = graphics::Path().circle({20_pt, 10_pt}, 20_pt);
  page.items.push_back({clipped, figure, {}});

  graphics::Dots dots;
  for (int i = 0; i < 200; ++i) {
    dots.centers.push_back({20_pt + 6_pt * (i % 20), 300_pt + 6_pt * (i / 20)});
    dots.radii.push_back(1_pt + 0.01_pt * i);
  }
  dots.fill = Paint{Color{{0.1, 0.2, 0.9}, {}, {}}, 1, false};
  page.items.insert(page.items.begin(), {dots, graphics::artifact, {}});

  auto outlined = run("01", 40_pt, {40_pt, 250_pt}, 0, 900);
  outlined.fill.reset();
  graphics::Stroke outline;
  outline.paint.source = Color::black();
  outline.width = 0.5_pt;
  outlined.stroke = std::make_shared<const graphics::Stroke>(outline);
  sample.set(outlined, tree.add(section, Role::paragraph));
  auto lying = run("Latin", 10_pt, {300_pt, 300_pt});
  lying.rotation = 90;
  sample.set(lying, tree.add(section, Role::paragraph));

  const auto table = tree.add(section, Role::table);
  for (int row = 0; row < 2; ++row) {
    const auto cells = tree.add(table, Role::table_row);
    for (int column = 0; column < 2; ++column) {
      const auto cell = tree.add(cells, row == 0 ? Role::table_header : Role::table_cell);
      tree[cell].scope = semantics::HeaderScope::column;
      if (row == 1 && column == 1) continue;
      sample.set(run(row == 0 ? "城市" : "北京", 10_pt, {40_pt + 60_pt * column, 400_pt + 18_pt * row}),
                 tree.add(cell, Role::content));
    }
  }
  const auto note = tree.add(section, Role::note);
  sample.set(run("注", 8_pt, {40_pt, 450_pt}), note);
  sample.set(run("—1—", 8_pt, {200_pt, 580_pt}), graphics::artifact);
  sample.add_page();
  sample.paragraph(run("第二页", 10_pt, {40_pt, 60_pt}));
  return sample;
}

}  // namespace

TEST_CASE("running text is extracted unchanged") {
  Sample sample;
  sample.paragraph(run("人工智能生成内容（AIGC）的岗位。", 10.5_pt, {40_pt, 60_pt}));
  for (const std::string program : {"pdftotext", "raw", "mutool"}) {
    CHECK(line(extracted(sample.document, program)) == "人工智能生成内容（AIGC）的岗位。");
  }
}

TEST_CASE("a stretched line gains no spaces between Han") {
  for (const double extra : {0.02, 0.08, 0.12, 0.2, 0.4}) {
    Sample sample;
    sample.paragraph(run("两端对齐会把字与字的间隔拉开。", 10.5_pt, {40_pt, 60_pt}, extra));
    INFO(extra);
    CHECK(line(extracted(sample.document, "pdftotext")) == "两端对齐会把字与字的间隔拉开。");
    CHECK(line(extracted(sample.document, "raw")) == "两端对齐会把字与字的间隔拉开。");
    // MuPDF 1.21 ignores /ActualText and treats 0.15 em as a space.
    if (extra < 0.15) CHECK(line(extracted(sample.document, "mutool")) == "两端对齐会把字与字的间隔拉开。");
  }
}

TEST_CASE("squeezed punctuation does not split the extracted line") {
  Sample sample;
  auto squeezed = run("他说：“好。”（完）然后", 10.5_pt, {40_pt, 60_pt});
  shift(squeezed, 3, -0.5);
  shift(squeezed, 6, -0.5);
  shift(squeezed, 7, -0.5);
  sample.paragraph(squeezed);
  for (const std::string program : {"pdftotext", "raw", "mutool"}) {
    INFO(program);
    CHECK(line(extracted(sample.document, program)) == "他说：“好。”（完）然后");
  }
}

TEST_CASE("a gap between Han and Latin gains no space, within a run or between two nodes") {
  for (const double gap : {0.125, 0.25, 0.5}) {
    INFO(gap);
    Sample sample;
    auto mixed = run("关于AIGC的", 10_pt, {40_pt, 60_pt});
    shift(mixed, 2, gap);
    shift(mixed, 6, gap);
    const auto node = sample.paragraph(mixed);
    CHECK(line(extracted(sample.document, "pdftotext")) == "关于AIGC的");
    if (gap < 0.15) CHECK(line(extracted(sample.document, "mutool")) == "关于AIGC的");

    Sample nested;
    const auto paragraph = nested.add(Role::paragraph);
    const auto plain = nested.add(Role::content, paragraph), strong = nested.add(Role::strong, paragraph);
    nested.set(run("关于", 10_pt, {40_pt, 60_pt}), plain, false);
    nested.set(run("AIGC", 10_pt, {60_pt + 10_pt * gap, 60_pt}, 0, 700), strong);
    CHECK(line(extracted(nested.document, "pdftotext")) == "关于AIGC");
    CHECK(node != 0);
  }
}

TEST_CASE("a typed space stays one space, squeezed or stretched") {
  for (const double change : {-0.05, 0.0, 0.28}) {
    INFO(change);
    Sample sample;
    auto spaced = run("AI application trends", 10_pt, {40_pt, 60_pt});
    shift(spaced, 3, change);
    shift(spaced, 15, change);
    sample.paragraph(spaced);
    for (const std::string program : {"pdftotext", "raw", "mutool"}) {
      INFO(program);
      CHECK(line(extracted(sample.document, program)) == "AI application trends");
    }
  }
}

TEST_CASE("letter-spaced capitals stay words") {
  Sample sample;
  sample.paragraph(run("AIGC TALENT", 10_pt, {40_pt, 60_pt}, 0.3));
  CHECK(line(extracted(sample.document, "pdftotext")) == "AIGC TALENT");
}

TEST_CASE("neighboring cells stay separate") {
  Sample sample;
  const auto row = sample.add(Role::table_row, sample.add(Role::table));
  sample.set(run("北京", 10_pt, {40_pt, 60_pt}), sample.add(Role::table_cell, row), false);
  sample.set(run("上海", 10_pt, {63_pt, 60_pt}), sample.add(Role::table_cell, row), false);
  CHECK(line(extracted(sample.document, "pdftotext")) == "北京 上海");
}

TEST_CASE("one glyph with two texts extracts each") {
  Sample sample;
  auto ascii = run("a-b", 10_pt, {40_pt, 60_pt});
  auto hyphen = ascii;
  hyphen.text =
      "a\xE2\x80\x90"
      "b";  // U+2010 with the glyph of U+002D
  hyphen.glyphs[2].cluster = 4;
  hyphen.origin.y = 80_pt;
  sample.paragraph(ascii);
  sample.paragraph(hyphen);
  const std::string text = extracted(sample.document, "pdftotext");
  INFO(text);
  CHECK(text.find("a-b") == 0);
  CHECK(text.find("a\xE2\x80\x90"
                  "b") != std::string::npos);
}

TEST_CASE("a file with every kind of content passes the checkers") {
  const TemporaryFile file(write(everything().document));
  need("qpdf");
  need("gs");
  need("mutool");
  need("pdftoppm");
  const Output qpdf = execute("qpdf --check " + file.path());
  INFO(qpdf.text);
  CHECK(qpdf.status == 0);
  const Output ghostscript = execute("gs -q -dNOPAUSE -dBATCH -sDEVICE=nullpage " + file.path());
  CHECK(ghostscript.text == "");
  CHECK(ghostscript.status == 0);
  const Output mutool = execute("mutool draw -q -o /dev/null -F png " + file.path() + " 2>&1 | grep -v ICC");
  CHECK(mutool.text == "");
  const Output poppler = execute("pdftoppm -r 40 " + file.path() + " >/dev/null");
  CHECK(poppler.text == "");
}

TEST_CASE("the structure is the semantic tree") {
  const TemporaryFile file(write(everything().document));
  need("pdfinfo");
  const std::string structure = execute("pdfinfo -struct-text " + file.path()).text;
  INFO(structure);
  for (const char* part : {"Document", "Sect", "H1 (block)", "\"见\"", "Link", "\"下一页\"", "Figure", "Table", "TR",
                           "TH", "TD", "Note", "\"第二页\""}) {
    INFO(part);
    CHECK(structure.find(part) != std::string::npos);
  }
  CHECK(structure.find("—1—") == std::string::npos);
}

TEST_CASE("metadata is written") {
  const TemporaryFile file(write(everything().document));
  need("pdfinfo");
  const std::string information = execute("pdfinfo " + file.path()).text;
  INFO(information);
  for (const char* part :
       {"Title:           样张 & <标题>", "Author:          版心", "Keywords:        一, 二", "Tagged:          yes",
        "PDF version:     1.7", "Pages:           2", "419.528 x 595.276 pts"}) {
    CHECK(information.find(part) != std::string::npos);
  }
  const std::string xmp = execute("pdfinfo -meta " + file.path()).text;
  INFO(xmp);
  for (const char* part :
       {"<rdf:li xml:lang=\"zh-Hans\">样张 &amp; &lt;标题&gt;</rdf:li>", "<pdfaid:part>2</pdfaid:part>",
        "<pdfuaid:part>1</pdfuaid:part>", "<xmp:CreateDate>2023-03</xmp:CreateDate>"}) {
    CHECK(xmp.find(part) != std::string::npos);
  }
}

TEST_CASE("the same document gives the same bytes, with any number of threads") {
  Sample sample = everything();
  for (int i = 0; i < 40; ++i) {
    sample.add_page();
    sample.paragraph(
        run("第" + std::string(1, static_cast<char>('a' + i % 26)) + "页的文字，-", 10_pt, {40_pt, 60_pt}));
  }
  const std::string once = write(sample.document);
  CHECK(write(sample.document) == once);
  setenv("BANXIN_THREADS", "1", 1);
  CHECK(write(sample.document) == once);
  setenv("BANXIN_THREADS", "3", 1);
  CHECK(write(sample.document) == once);
  unsetenv("BANXIN_THREADS");
}

TEST_CASE("a document without pages is an error, not a file") {
  Diagnostics diagnostics;
  CHECK(pdf::write({}, *fonts(), profile::screen(), diagnostics).empty());
  REQUIRE(diagnostics.all().size() == 1);
  CHECK(diagnostics.all()[0].id == MessageId::output_without_pages);
}

TEST_CASE("dates keep their precision") {
  CHECK(pdf::pdf_date("2023") == "D:2023");
  CHECK(pdf::pdf_date("2023-03") == "D:202303");
  CHECK(pdf::pdf_date("2023-03-01") == "D:20230301");
  CHECK(pdf::pdf_date("2023-03-01T08:09:10Z") == "D:20230301080910Z");
  CHECK(pdf::pdf_date("2023-03-01T08:09+08:00") == "D:202303010809+08'00'");
  CHECK(pdf::pdf_date("March") == "");
  CHECK(pdf::pdf_date("2023-3") == "");
}

TEST_CASE("the file carries the language tag as it was written, and the titles in other languages") {
  Sample sample = everything();
  sample.document.metadata.lang = {"zh-Hant-HK", Language::zh_hant};
  sample.document.metadata.title = "報告";
  sample.document.metadata.titles = {{"en-GB", "Report"}};
  sample.document.tree[2].language = "ja-JP";
  const TemporaryFile file(write(sample.document));
  need("qpdf");
  const std::string text = execute("qpdf --qdf --object-streams=disable " + file.path() + " -").text;
  CHECK(text.find("/Lang (zh-Hant-HK)") != std::string::npos);
  CHECK(text.find("/Lang (ja-JP)") != std::string::npos);
  const std::string xmp = pdf::xmp_packet(sample.document.metadata, profile::screen(), "id");
  CHECK(xmp.find("<rdf:li xml:lang=\"zh-Hant-HK\">報告</rdf:li><rdf:li xml:lang=\"en-GB\">Report</rdf:li>") !=
        std::string::npos);
  CHECK(xmp.find("<dc:language><rdf:Bag><rdf:li>zh-Hant-HK</rdf:li>") != std::string::npos);
}
