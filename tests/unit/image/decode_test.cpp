#include "image/decode.hpp"

#include <catch2/catch.hpp>

#include "unit/image/sample.hpp"

using namespace banxin;
using namespace banxin::image;
using namespace banxin::test;

namespace {

struct Read {
  Diagnostics diagnostics;
  std::optional<Image> image;
  explicit Read(std::string_view bytes, const Limits& limits = {}) {
    image = decode(bytes, {"picture", {1, 10, 17}}, diagnostics, limits);
    // Either a picture or one diagnostic with its span.
    CHECK(image.has_value() != diagnostics.has_errors());
    for (const Diagnostic& diagnostic : diagnostics.all()) CHECK(diagnostic.span == Span{1, 10, 17});
  }
  [[nodiscard]] MessageId fault() const {
    REQUIRE_FALSE(diagnostics.all().empty());
    return diagnostics.all().front().id;
  }
};

Image good(std::string_view bytes) {
  Read read(bytes);
  for (const Diagnostic& diagnostic : read.diagnostics.all()) FAIL(diagnostic.text);
  REQUIRE(read.image);
  return *read.image;
}

}  // namespace

TEST_CASE("PNG: RGB and grey of 8 and 16 bits keep every byte, interlaced or not") {
  for (const int interlace : {PNG_INTERLACE_NONE, PNG_INTERLACE_ADAM7}) {
    for (const int depth : {8, 16}) {
      for (const int type : {PNG_COLOR_TYPE_RGB, PNG_COLOR_TYPE_GRAY}) {
        Png png;
        png.type = type;
        png.depth = depth;
        png.interlace = interlace;
        png.samples =
            pattern(std::size_t{5} * 4 * (type == PNG_COLOR_TYPE_RGB ? 3 : 1) * static_cast<unsigned>(depth / 8));
        const Image image = good(encode(png));
        CHECK(image.width == 5);
        CHECK(image.height == 4);
        CHECK(image.bits == depth);
        CHECK(image.space == (type == PNG_COLOR_TYPE_RGB ? ColorSpace::rgb : ColorSpace::grey));
        CHECK(image.samples == png.samples);
        CHECK(image.alpha.empty());
        CHECK(image.orientation == 1);
      }
    }
  }
}

TEST_CASE("PNG: alpha of 8 and 16 bits is split off; an opaque one is dropped") {
  Png png;
  png.width = 2;
  png.height = 1;
  png.type = PNG_COLOR_TYPE_RGBA;
  png.samples = "abc1def2";
  const Image image = good(encode(png));
  CHECK(image.samples == "abcdef");
  CHECK(image.alpha == "12");
  png.samples =
      "abc\xff"
      "def\xff";
  CHECK(good(encode(png)).alpha.empty());
  png.type = PNG_COLOR_TYPE_GRAY_ALPHA;
  png.depth = 16;
  png.samples = "aA12bB34";
  const Image grey = good(encode(png));
  CHECK(grey.samples == "aAbB");
  CHECK(grey.alpha == "1234");
}

TEST_CASE("PNG: a palette keeps its indices, its colors and the opacity of each") {
  Png png;
  png.width = 3;
  png.height = 1;
  png.type = PNG_COLOR_TYPE_PALETTE;
  png.depth = 2;
  png.palette = {{1, 2, 3}, {4, 5, 6}, {7, 8, 9}};
  png.samples = std::string(1, static_cast<char>(0b10'00'01'00));
  Image image = good(encode(png));
  CHECK(image.space == ColorSpace::indexed);
  CHECK(image.samples == std::string("\2\0\1", 3));
  CHECK(image.palette == "\1\2\3\4\5\6\7\x8\x9");
  CHECK(image.alpha.empty());
  png.opacities = "\x80";
  CHECK(good(encode(png)).alpha == "\xff\x80\xff");
}

TEST_CASE("PNG: few bits of grey become eight, a color key becomes alpha") {
  Png png;
  png.width = 4;
  png.height = 1;
  png.type = PNG_COLOR_TYPE_GRAY;
  png.depth = 2;
  png.samples = std::string(1, static_cast<char>(0b00'01'10'11));
  CHECK(good(encode(png)).samples == std::string("\x00\x55\xaa\xff", 4));
  png.transparent = 1;
  CHECK(good(encode(png)).alpha == std::string("\xff\x00\xff\xff", 4));
}

TEST_CASE("PNG: density, orientation and profile") {
  Png png;
  png.samples = pattern(60);
  png.pixels_per_metre = 11811;  // 300 an inch
  png.exif = exif(6);
  png.profile = srgb();
  const Image image = good(encode(png));
  CHECK(image.pixels_per_inch_x == Approx(300).epsilon(1e-4));
  CHECK(image.orientation == 6);
  CHECK(image.color_profile == png.profile);
  // Rotated by 90°, 5 × 4 pixels are 4 wide and 5 tall.
  CHECK(image.natural_size().width.to_pt() == Approx(4 * 72.0 / 300).epsilon(1e-3));
  CHECK(image.natural_size().height.to_pt() == Approx(5 * 72.0 / 300).epsilon(1e-3));
}

TEST_CASE("JPEG: a file that PDF readers can decode is kept without its metadata") {
  for (const bool progressive : {false, true}) {
    Jpeg jpeg;
    jpeg.progressive = progressive;
    jpeg.dots_per_inch = 150;
    jpeg.exif = exif(8);
    jpeg.profile = srgb();
    jpeg.segment = 1000;  // in several segments
    const std::string file = encode(jpeg);
    const Image image = good(file + "whatever a camera hangs on");
    CHECK(image.space == ColorSpace::rgb);
    CHECK(image.width == 16);
    CHECK(image.height == 12);
    CHECK(image.orientation == 8);
    CHECK(image.pixels_per_inch_x == 150);
    CHECK(image.color_profile == jpeg.profile);
    CHECK(image.samples.empty());
    CHECK(image.jpeg.size() < file.size() - jpeg.profile.size());
    CHECK(image.jpeg.find("Exif") == std::string::npos);
    CHECK(image.jpeg.ends_with("\xFF\xD9"));
    CHECK(image.jpeg_transformed);
    CHECK(decoded_samples(image).size() == 16 * 12 * 3);
    CHECK(good(image.jpeg).jpeg == image.jpeg);
  }
}

TEST_CASE("JPEG: grey, CMYK and the inverted CMYK of Adobe") {
  Jpeg jpeg;
  jpeg.channels = 1;
  CHECK(good(encode(jpeg)).space == ColorSpace::grey);
  jpeg.channels = 4;
  Image plain = good(encode(jpeg));
  CHECK(plain.space == ColorSpace::cmyk);
  CHECK_FALSE(plain.inverted);
  CHECK_FALSE(plain.jpeg_transformed);
  jpeg.adobe = jpeg.ycck = true;
  Image adobe = good(encode(jpeg));
  CHECK(adobe.space == ColorSpace::cmyk);
  CHECK(adobe.inverted);
  CHECK(adobe.jpeg_transformed);
  CHECK(decoded_samples(adobe).size() == 16 * 12 * 4);
}

TEST_CASE("JPEG: arithmetic coding, which PDF does not support, is decoded") {
  Jpeg jpeg;
  jpeg.arithmetic = true;
  const Image image = good(encode(jpeg));
  CHECK(image.jpeg.empty());
  CHECK(image.samples.size() == 16 * 12 * 3);
}

TEST_CASE("EXIF of either byte order gives orientation and density; malformed entries give nothing") {
  for (const bool little : {false, true}) {
    Jpeg jpeg;
    jpeg.exif = exif(3, 240, little);
    const Image image = good(encode(jpeg));
    CHECK(image.orientation == 3);
    CHECK(image.pixels_per_inch_x == 240);
    for (std::size_t size = 0; size < jpeg.exif.size(); ++size) {
      Jpeg cut;
      cut.exif = jpeg.exif.substr(0, size);
      CHECK(good(encode(cut)).orientation >= 1);
    }
    jpeg.exif = exif(9, 240, little);
    CHECK(good(encode(jpeg)).orientation == 1);
  }
}

TEST_CASE("a profile of another color space, damaged or incomplete, is dropped with a warning") {
  Jpeg jpeg;
  jpeg.profile = grey_profile();
  Read other(encode(jpeg));
  CHECK(other.fault() == MessageId::image_profile_unfit);
  CHECK(other.image->color_profile.empty());
  jpeg.profile = srgb().substr(0, 200);
  CHECK(Read(encode(jpeg)).fault() == MessageId::image_profile_unfit);
  jpeg.channels = 1;
  jpeg.profile = grey_profile();
  CHECK(good(encode(jpeg)).color_profile == jpeg.profile);
}

TEST_CASE("every truncated file is an error") {
  Png png;
  png.samples = pattern(60);
  png.exif = exif(6);
  Png palette;
  palette.type = PNG_COLOR_TYPE_PALETTE;
  palette.palette = {{1, 2, 3}, {4, 5, 6}};
  palette.samples = pattern(20, 2);
  palette.interlace = PNG_INTERLACE_ADAM7;
  Jpeg baseline, progressive;
  baseline.exif = exif(3, 300);
  progressive.progressive = true;
  for (const std::string& file : {encode(png), encode(palette), encode(baseline), encode(progressive)}) {
    CHECK(good(file).width > 0);
    for (std::size_t size = 0; size < file.size(); ++size) {
      const Read read(std::string_view(file).substr(0, size));
      CHECK_FALSE(read.image);
    }
  }
}

TEST_CASE("every file with one byte changed gives a picture or a diagnostic") {
  Png png;
  png.type = PNG_COLOR_TYPE_PALETTE;
  png.palette = {{1, 2, 3}, {4, 5, 6}};
  png.opacities = "\x40";
  png.samples = pattern(20, 2);
  Jpeg jpeg, progressive;
  jpeg.exif = exif(3, 300, true);
  progressive.progressive = true;
  progressive.width = progressive.height = 8;
  Limits limits;
  limits.pixels = 1'000'000;
  for (const std::string& file : {encode(png), encode(jpeg), encode(progressive)}) {
    for (std::size_t i = 0; i < file.size(); ++i) {
      for (const unsigned change : {0xFFu, 0x01u}) {
        std::string changed = file;
        changed[i] = static_cast<char>(static_cast<unsigned char>(changed[i]) ^ change);
        const Read read(changed, limits);
        if (read.image) CHECK(read.image->width > 0);
      }
    }
  }
}

TEST_CASE("an index beyond the palette is damage") {
  Png png;
  png.type = PNG_COLOR_TYPE_PALETTE;
  png.palette = {{1, 2, 3}, {4, 5, 6}};
  png.samples = pattern(20, 3);
  CHECK(Read(encode(png)).fault() == MessageId::image_damaged);
}

TEST_CASE("a picture of too many pixels is an error before memory is allocated") {
  Png png;
  png.samples = pattern(60);
  std::string file = encode(png);
  Limits limits;
  limits.pixels = 19;
  CHECK(Read(file, limits).fault() == MessageId::image_too_large);
  limits.pixels = 20;
  CHECK(Read(file, limits).image);
  limits.bytes = 59;
  CHECK(Read(file, limits).fault() == MessageId::image_too_large);
  limits.pixels = 191;
  CHECK(Read(encode(Jpeg{}), limits).fault() == MessageId::image_too_large);
}

TEST_CASE("other formats are named") {
  const auto text = [](std::string_view bytes) {
    const Read read(bytes);
    CHECK(read.fault() == MessageId::image_unsupported);
    return read.diagnostics.all().front().text;
  };
  CHECK(text("GIF89a…") == "the image `picture` cannot be used: it is a GIF");
  CHECK(text("") == "the image `picture` cannot be used: it is empty");
  CHECK(text("hello").find("format is not known") != std::string::npos);
  CHECK_THAT(Read("RIFF1234WEBPVP8 ").diagnostics.all().front().suggestion, Catch::Contains("PNG"));
}
