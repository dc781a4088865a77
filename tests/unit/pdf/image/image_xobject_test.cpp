#include "pdf/image/image_xobject.hpp"

#include <zlib.h>
#include <catch2/catch.hpp>

#include "image/decode.hpp"
#include "pdf/image/image_inks.hpp"
#include "pdf/image/image_predictor.hpp"
#include "pdf/writer.hpp"
#include "unit/image/sample.hpp"
#include "unit/pdf/sample.hpp"

using namespace banxin;
using namespace banxin::test;
using namespace banxin::literals;

namespace {

std::shared_ptr<const image::Image> picture(const std::string& bytes) {
  Diagnostics diagnostics;
  auto read = image::decode(bytes, {"picture", {}}, diagnostics);
  REQUIRE(read);
  return std::make_shared<const image::Image>(std::move(*read));
}

/// One page of pictures, one below the other, 40 pt wide and 30 pt high.
std::string page_of(const std::vector<std::shared_ptr<const image::Image>>& images,
                    const std::vector<unsigned>& shown) {
  Sample sample;
  Length y = 20_pt;
  for (const unsigned id : shown) {
    const auto figure = sample.add(semantics::Role::figure);
    sample.document.tree[figure].alternative = "图";
    sample.document.tree[figure].box = {20_pt, y, 40_pt, 30_pt};
    sample.document.pages[0].items.push_back({graphics::Picture{id, {20_pt, y, 40_pt, 30_pt}}, figure, {}});
    y += 40_pt;
  }
  sample.document.images = images;
  Diagnostics diagnostics;
  std::string bytes = pdf::write(sample.document, *fonts(), profile::screen(), diagnostics);
  for (const Diagnostic& diagnostic : diagnostics.all()) FAIL(diagnostic.text);
  return bytes;
}

/// Reverses the filters of PNG (ISO/IEC 15948, 9.2).
std::string undo(const std::string& rows, std::size_t row_bytes, std::size_t pixel) {
  std::string out, before(row_bytes, '\0');
  for (std::size_t at = 0; at < rows.size(); at += row_bytes + 1) {
    std::string row = rows.substr(at + 1, row_bytes);
    for (std::size_t i = 0; i < row_bytes; ++i) {
      const int a = i >= pixel ? static_cast<unsigned char>(row[i - pixel]) : 0;
      const int b = static_cast<unsigned char>(before[i]);
      const int c = i >= pixel ? static_cast<unsigned char>(before[i - pixel]) : 0;
      const int p = a + b - c, pa = std::abs(p - a), pb = std::abs(p - b), pc = std::abs(p - c);
      const std::array guesses{0, a, b, (a + b) / 2, pa <= pb && pa <= pc ? a : pb <= pc ? b : c};
      row[i] = static_cast<char>(static_cast<unsigned char>(row[i]) + guesses.at(static_cast<unsigned char>(rows[at])));
    }
    out += before = row;
  }
  return out;
}

}  // namespace

TEST_CASE("predicted rows decode to the samples; a ramp becomes equal bytes") {
  const std::string noise = pattern(7 * 3 * 9);
  CHECK(undo(pdf::predict(noise, 21, 3), 21, 3) == noise);
  std::string ramp;
  for (int y = 0; y < 4; ++y)
    for (int x = 0; x < 60; ++x) ramp += static_cast<char>(x * 4 + y);
  const std::string predicted = pdf::predict(ramp, 60, 1);
  CHECK(undo(predicted, 60, 1) == ramp);
  CHECK(std::count(predicted.begin(), predicted.end(), 4) + std::count(predicted.begin(), predicted.end(), 1) > 220);
}

TEST_CASE("each of EXIF's eight orientations places the first stored row and column correctly") {
  // ISO 32000-1, 8.9.5.1: the first sample is at (0, 1) of the unit square, rows run along x, columns down.
  struct Where {
    double row_x, row_y, column_x, column_y;  // the middle of the first row and of the first column, on the page
  };
  const std::array<Where, 8> wanted{{{.5, 1, 0, .5},
                                     {.5, 1, 1, .5},
                                     {.5, 0, 1, .5},
                                     {.5, 0, 0, .5},
                                     {0, .5, .5, 1},
                                     {1, .5, .5, 1},
                                     {1, .5, .5, 0},
                                     {0, .5, .5, 0}}};
  for (int orientation = 1; orientation <= 8; ++orientation) {
    std::string out;
    pdf::append_image(out, "I0", orientation, {10_pt, 20_pt, 100_pt, 200_pt});
    double a, b, c, d, e, f;
    REQUIRE(std::sscanf(out.c_str(), "%lf %lf %lf %lf %lf %lf cm", &a, &b, &c, &d, &e, &f) == 6);
    const auto x = [&](double u, double v) { return (a * u + c * v + e - 10) / 100; };
    const auto y = [&](double u, double v) { return (b * u + d * v + f - 20) / 200; };
    const Where& where = wanted[static_cast<std::size_t>(orientation - 1)];
    INFO("orientation " << orientation);
    CHECK(x(.5, 1) == Approx(where.row_x));
    CHECK(y(.5, 1) == Approx(where.row_y));
    CHECK(x(0, .5) == Approx(where.column_x));
    CHECK(y(0, .5) == Approx(where.column_y));
  }
}

TEST_CASE("pictures are embedded unchanged, each once") {
  need("pdfimages");
  Png color, grey, alpha, palette;
  color.samples = pattern(60);
  grey.type = PNG_COLOR_TYPE_GRAY;
  grey.depth = 16;
  grey.samples = pattern(40);
  alpha.type = PNG_COLOR_TYPE_RGBA;
  alpha.samples = pattern(80);
  palette.type = PNG_COLOR_TYPE_PALETTE;
  palette.palette = {{200, 10, 10}, {10, 200, 10}, {10, 10, 200}};
  palette.samples = pattern(20, 3);
  Jpeg jpeg;
  jpeg.profile = srgb();
  const std::vector images{picture(encode(color)), picture(encode(grey)), picture(encode(alpha)),
                           picture(encode(palette)), picture(encode(jpeg))};
  const TemporaryFile file(page_of(images, {0, 1, 2, 3, 4, 0}));
  const std::string list = execute("pdfimages -list " + file.path()).text;
  INFO(list);
  CHECK(std::count(list.begin(), list.end(), '\n') == 2 + 7);  // the head, six pictures and a mask
  CHECK(list.find("gray    1  16") != std::string::npos);
  CHECK(list.find("index   1   8") != std::string::npos);
  CHECK(list.find("smask") != std::string::npos);
  CHECK(list.find("icc     3   8  jpeg") != std::string::npos);
  const std::string objects =
      execute("qpdf --qdf --object-streams=disable " + file.path() + " - | grep -a -c 'Subtype /Image'").text;
  CHECK(objects == "6\n");
  // The samples of the first one, as a PPM.
  const std::string ppm = execute("cd $(mktemp -d) && pdfimages -f 1 -l 1 " + file.path() + " x && cat x-000.ppm").text;
  CHECK(ppm == "P6\n5 4\n255\n" + color.samples);
  const std::string raw = execute("cd $(mktemp -d) && pdfimages -all " + file.path() + " x && cat x-005.jpg").text;
  CHECK(raw == images[4]->jpeg);
  CHECK(execute("qpdf --check " + file.path()).status == 0);
  CHECK(execute("gs -q -dNOPAUSE -dBATCH -sDEVICE=nullpage " + file.path()).text.empty());
}

TEST_CASE("CMYK without a profile becomes sRGB on screen and is unchanged in print") {
  Jpeg jpeg;
  jpeg.channels = 4;
  jpeg.adobe = true;
  const auto image = picture(encode(jpeg));
  pdf::Deflater deflate;
  const pdf::EncodedImage screen = pdf::encode_image(*image, profile::screen(), deflate);
  CHECK(screen.space == "/DeviceRGB");
  CHECK(screen.entries.find("DCTDecode") == std::string::npos);
  profile::Profile print = profile::screen();
  print.print = true;
  const pdf::EncodedImage inks = pdf::encode_image(*image, print, deflate);
  CHECK(inks.space == "/DeviceCMYK");
  CHECK(inks.data == image->jpeg);
  CHECK(inks.entries.find("/Decode[1 0 1 0 1 0 1 0]") != std::string::npos);
  const TemporaryFile file(page_of({image}, {0}));
  CHECK(execute("pdfimages -list " + file.path()).text.find("rgb     3   8") != std::string::npos);
}

TEST_CASE("RGB pictures keep their profile in print, or are converted if the layout says so") {
  Png color, palette, deep;
  color.samples = pattern(60);
  palette.type = PNG_COLOR_TYPE_PALETTE;
  palette.palette = {{255, 255, 255}, {0, 0, 0}};
  palette.samples = pattern(20, 2);
  deep.depth = 16;
  deep.samples = pattern(120);
  Jpeg jpeg;
  jpeg.profile = srgb();
  profile::PrintCondition condition;
  profile::Profile print = profile::print();
  print.condition = &condition;
  pdf::Deflater deflate;
  for (const auto& file : {encode(color), encode(palette), encode(deep), encode(jpeg)}) {
    const auto image = picture(file);
    condition.convert_pictures = false;
    const pdf::EncodedImage kept = pdf::encode_image(*image, print, deflate);
    CHECK_FALSE(kept.color_profile.empty());
    CHECK(kept.space == "/DeviceRGB");
    CHECK(kept.entries.find("/Intent") == std::string::npos);
    condition.intent = profile::Intent::perceptual;
    CHECK(pdf::encode_image(*image, print, deflate).entries.find("/Intent/Perceptual") != std::string::npos);
    condition.intent = profile::Intent::relative;
    condition.convert_pictures = true;
    const pdf::EncodedImage inks = pdf::encode_image(*image, print, deflate);
    CHECK(inks.color_profile.empty());
    CHECK(inks.space == "/DeviceCMYK");
    CHECK(inks.entries.find("DCTDecode") == std::string::npos);
    // The screen profile has no such checks.
    CHECK(pdf::encode_image(*image, profile::screen(), deflate).space == "/DeviceRGB");
  }
  // White becomes paper white, with 8 and with 16 bits.
  const std::string white = pdf::rgb_to_cmyk("\xff\xff\xff", 8, {}, condition);
  REQUIRE(white.size() == 4);
  for (const char ink : white) CHECK(static_cast<unsigned char>(ink) <= 3);
  CHECK(pdf::rgb_to_cmyk(std::string(6, '\xff'), 16, {}, condition).size() == 8);
}

TEST_CASE("CMYK to sRGB: paper is white, black is dark, cyan is bluish, also inverted") {
  const std::string inks(
      "\0\0\0\0"
      "\xff\0\0\0"
      "\xff\xff\xff\xff",
      12);
  std::string reversed = inks;
  for (char& byte : reversed) byte = static_cast<char>(~byte);
  const std::string rgb = pdf::cmyk_to_srgb(inks, false, {});
  CHECK(pdf::cmyk_to_srgb(reversed, true, {}) == rgb);
  const auto channel = [&](std::size_t i) { return static_cast<unsigned char>(rgb[i]); };
  for (const std::size_t i : {0u, 1u, 2u}) CHECK(channel(i) >= 253);
  CHECK(channel(3) < 60);
  CHECK(channel(5) > 180);
  for (const std::size_t i : {6u, 7u, 8u}) CHECK(channel(i) < 30);
}
