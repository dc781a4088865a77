// The print profiles, read back: PDF/X-4 (ISO 15930-7) checked with other programs.
#include <catch2/catch.hpp>

#include <cstdlib>
#include <sstream>

#include "pdf/color/color.hpp"
#include "pdf/color/output_condition.hpp"
#include "pdf/writer.hpp"
#include "unit/pdf/sample.hpp"

using namespace banxin;
using namespace banxin::test;
using namespace banxin::literals;
using graphics::Paint;

namespace {

std::string print(const page::PagedDocument& document, const profile::Profile& profile = profile::print()) {
  Diagnostics diagnostics;
  std::string bytes = pdf::write(document, *fonts(), profile, diagnostics);
  for (const Diagnostic& diagnostic : diagnostics.all()) FAIL(diagnostic.text);
  return bytes;
}

// The file with everything uncompressed.
std::string plain(const std::string& bytes) {
  need("qpdf");
  const TemporaryFile file(bytes);
  return execute("qpdf --qdf --object-streams=disable " + file.path() + " -").text;
}

graphics::Item box(const Rect& rect, const Color& color, double opacity = 1) {
  graphics::Shape shape;
  shape.path.rect(rect);
  shape.fill = Paint{color, opacity, false};
  return {shape, graphics::artifact, {}};
}

// Ink coverage of the page: C M Y K.
std::array<double, 4> coverage(const std::string& bytes) {
  need("gs");
  const TemporaryFile file(bytes);
  std::istringstream in(execute("gs -q -dNOPAUSE -dBATCH -sDEVICE=inkcov -o - " + file.path()).text);
  std::array<double, 4> inks{};
  for (double& ink : inks) in >> ink;
  return inks;
}

}  // namespace

TEST_CASE("the boxes of a printed page are correct to 0.01 pt") {
  Sample sample;
  need("pdfinfo");
  const TemporaryFile file(print(sample.document)), marked(print(sample.document, profile::print_with_marks()));
  const std::string boxes = execute("pdfinfo -box " + file.path()).text;
  INFO(boxes);
  // A5 is 419.53 × 595.28 pt, 3 mm are 8.50 pt, the marks add 10 mm.
  CHECK(boxes.find("MediaBox:            0.00     0.00   436.53   612.28") != std::string::npos);
  CHECK(boxes.find("BleedBox:            0.00     0.00   436.53   612.28") != std::string::npos);
  CHECK(boxes.find("TrimBox:             8.50     8.50   428.03   603.78") != std::string::npos);
  CHECK(boxes.find("PDF/X-4") != std::string::npos);
  const std::string more = execute("pdfinfo -box " + marked.path()).text;
  INFO(more);
  CHECK(more.find("MediaBox:            0.00     0.00   493.23   668.98") != std::string::npos);
  CHECK(more.find("BleedBox:           28.35    28.35   464.88   640.63") != std::string::npos);
  CHECK(more.find("TrimBox:            36.85    36.85   456.38   632.13") != std::string::npos);
}

TEST_CASE("black text prints on black alone and overprints") {
  Sample sample;
  sample.paragraph(run("墨版文字", 20_pt, {40_pt, 60_pt}));
  const std::string bytes = print(sample.document);
  const auto inks = coverage(bytes);
  CHECK(inks[0] == 0);
  CHECK(inks[1] == 0);
  CHECK(inks[2] == 0);
  CHECK(inks[3] > 0);
  const std::string text = plain(bytes);
  CHECK(text.find("0 0 0 1 k") != std::string::npos);
  CHECK(text.find("/op true") != std::string::npos);
  CHECK(text.find("/OPM 1") != std::string::npos);
}

TEST_CASE("black hairlines overprint, drawn as lines or as boxes; black areas do not") {
  const auto with = [](const graphics::Item& item) {
    Sample sample;
    sample.document.pages[0].items = {item};
    return plain(print(sample.document)).find("/op true") != std::string::npos ||
           plain(print(sample.document)).find("/OP true") != std::string::npos;
  };
  CHECK(with(box({0_pt, 0_pt, 50_pt, 0.5_pt}, Color::black())));
  CHECK_FALSE(with(box({0_pt, 0_pt, 50_pt, 5_pt}, Color::black())));
  CHECK_FALSE(with(box({0_pt, 0_pt, 50_pt, 0.5_pt}, Color{{}, Cmyk{0, 0, 0, 0.5}, {}})));
  graphics::Item line = box({0_pt, 0_pt, 50_pt, 5_pt}, Color::black());
  auto& shape = std::get<graphics::Shape>(line.what);
  shape.stroke = graphics::Stroke{*shape.fill, 0.5_pt, {}, {}, {}, {}};
  shape.fill.reset();
  CHECK(with(line));
  shape.stroke->width = 5_pt;
  CHECK_FALSE(with(line));
}

TEST_CASE("ids come from the content") {
  Sample plain_sample;
  plain_sample.paragraph(run("文字", 20_pt, {40_pt, 60_pt}));
  const auto id = [](const std::string& bytes) {
    const std::size_t at = bytes.find("xmpMM:DocumentID>uuid:");
    REQUIRE(at != std::string::npos);
    return bytes.substr(at + 22, 36);
  };
  const std::string one = id(print(plain_sample.document));
  CHECK(id(print(plain_sample.document)) == one);
  plain_sample.document.metadata.date = "2023-04";
  CHECK(id(print(plain_sample.document)) != one);
}

TEST_CASE("CMYK values are printed unchanged, a spot ink on its plate with its tint") {
  Sample sample;
  Color navy{{0.04, 0.09, 0.2}, Cmyk{1, 0.8, 0.255, 0.42}, {}};
  Color spot = navy;
  spot.spot = Spot{"PANTONE 021 C", 0.6, {0, 0.65, 1, 0}};
  sample.document.pages[0].items = {box({0_pt, 0_pt, 50_pt, 50_pt}, navy), box({60_pt, 0_pt, 50_pt, 50_pt}, spot)};
  const std::string text = plain(print(sample.document));
  CHECK(text.find("1 .8 .255 .42 k") != std::string::npos);
  CHECK(text.find("/PANTONE#20021#20C") != std::string::npos);
  CHECK(text.find(".6 scn") != std::string::npos);
  CHECK(text.find("/DeviceRGB") == std::string::npos);
}

TEST_CASE("gradients keep spot inks on their plates") {
  const Color navy{{0.04, 0.09, 0.2}, Cmyk{1, 0.8, 0.255, 0.42}, {}};
  Color gold = navy, silver = navy;
  gold.spot = Spot{"Gold", 1, {0, 0.2, 0.6, 0.2}};
  silver.spot = Spot{"Silver", 0.5, {0, 0, 0, 0.4}};
  const auto with = [](const Color& from, const Color& to) {
    Sample sample;
    graphics::Item item = box({0_pt, 0_pt, 50_pt, 50_pt}, from);
    std::get<graphics::Shape>(item.what).fill->source =
        graphics::LinearGradient{{0_pt, 0_pt}, {50_pt, 0_pt}, {{0, from, 1}, {1, to, 1}}};
    sample.document.pages[0].items = {item};
    return print(sample.document);
  };
  // From full strength to paper: one plate, no process ink.
  const std::string faded = with(gold, Color::white());
  CHECK(plain(faded).find("/Separation") != std::string::npos);
  CHECK(plain(faded).find("/DeviceN") == std::string::npos);
  const std::string mixed = plain(with(gold, navy));
  CHECK(mixed.find("/DeviceN") != std::string::npos);
  CHECK(mixed.find("/Colorants") != std::string::npos);
  CHECK(mixed.find("{0 5 index 0 mul add 4 index add dup 1 gt{pop 1}if ") != std::string::npos);
  CHECK(mixed.find("9 4 roll pop pop pop pop pop}") != std::string::npos);
  const std::string two = plain(with(gold, silver));
  CHECK(two.find("/DeviceN") != std::string::npos);
  CHECK(two.find("6 4 roll pop pop}") != std::string::npos);
  CHECK(plain(with(navy, Color::white())).find("/DeviceN") == std::string::npos);
  // Ghostscript reads the function and draws the gradient: no plate is empty at either end.
  const auto inks = coverage(with(gold, navy));
  CHECK(inks[0] > 0);
  CHECK(inks[1] > 0);
}

TEST_CASE("a color without CMYK values is converted by the output condition, within its ink limit") {
  const auto converter = pdf::make_ink_converter(pdf::condition_of(profile::print()));
  const Cmyk white = converter->inks({1, 1, 1}), black = converter->inks({0, 0, 0}), blue = converter->inks({0, 0, 1});
  CHECK(white.total() < 0.02);
  CHECK(black.total() <= 3.01);
  CHECK(black.k > 0.8);
  CHECK(blue.c > 0.7);
  CHECK(blue.m > 0.6);
  CHECK(blue.y < 0.1);
}

TEST_CASE("transparency is blended in CMYK") {
  Sample sample;
  sample.document.pages[0].items = {box({0_pt, 0_pt, 50_pt, 50_pt}, Color::black(), 0.5)};
  CHECK(plain(print(sample.document)).find("/CS /DeviceCMYK") != std::string::npos);
}

TEST_CASE("a print file has no links") {
  Sample sample;
  const auto node = sample.add(semantics::Role::link, sample.add(semantics::Role::paragraph));
  sample.set(run("链接", 10_pt, {40_pt, 60_pt}), node);
  sample.document.links.push_back({std::string("https://example.org/"), "链接"});
  sample.document.anchors.push_back({0, {}});
  sample.document.outline = {{"章", 1, 0}};
  sample.document.pages[0].links.push_back({0, {40_pt, 50_pt, 20_pt, 12_pt}, node});
  const std::string text = plain(print(sample.document));
  for (const char* forbidden : {"/Annot", "/Outlines", "/URI", "/StructTreeRoot"}) {
    INFO(forbidden);
    CHECK(text.find(forbidden) == std::string::npos);
  }
  for (const char* wanted : {"/GTS_PDFX", "(FOGRA39)", "/Trapped /False", "<pdf:Trapped>False</pdf:Trapped>",
                             "<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>",
                             "xmpMM:DocumentID>uuid:", "xmpMM:InstanceID>uuid:"}) {
    INFO(wanted);
    CHECK(text.find(wanted) != std::string::npos);
  }
}

TEST_CASE("items are clipped at the bleed, clear of the marks") {
  Sample sample;
  sample.document.pages[0].items = {box({-100_pt, -100_pt, 50_pt, 900_pt}, Color{{}, Cmyk{1, 0, 0, 0}, {}})};
  const auto inks = coverage(print(sample.document, profile::print_with_marks()));
  CHECK(inks[0] < 0.01);
}
