#include "pdf/font/to_unicode.hpp"

#include <catch2/catch.hpp>

#include "unit/pdf/font/cmap_reader.hpp"

using namespace banxin::pdf;
using banxin::test::read_cmap;

TEST_CASE("a ToUnicode map holds the text of each code") {
  const std::string cmap = to_unicode_cmap({{3, " "}, {0x1234, "版"}, {0x1235, "ffi"}, {0x1236, "\U00020bb7"}});
  CHECK(cmap.find("1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n") != std::string::npos);
  CHECK(cmap.find("4 beginbfchar\n<0003><0020>\n<1234><7248>\n<1235><006600660069>\n<1236><D842DFB7>\nendbfchar\n") !=
        std::string::npos);
  CHECK(cmap.find("bfrange") == std::string::npos);
}

TEST_CASE("consecutive codes of consecutive characters make a range within one byte") {
  const std::string cmap = to_unicode_cmap(
      {{0xfe, "a"}, {0xff, "b"}, {0x100, "c"}, {0x101, "d"}, {0x110, "þ"}, {0x111, "ÿ"}, {0x112, "Ā"}, {0x113, "ā"}});
  CHECK(cmap.find("4 beginbfrange\n<00FE><00FF><0061>\n<0100><0101><0063>\n<0110><0111><00FE>\n<0112><0113><0100>\n"
                  "endbfrange\n") != std::string::npos);
  CHECK(cmap.find("bfchar") == std::string::npos);
}

TEST_CASE("blocks have at most 100 entries, and all are read back") {
  std::vector<CodeText> codes;
  for (unsigned code = 1; code < 20000; code += code % 7 == 0 ? 2 : 1) {
    std::string text;
    const unsigned character = 0x4e00 + code * (code % 500 < 250 ? 1 : 3) % 0x5000;
    text += static_cast<char>(0xe0 | character >> 12);
    text += static_cast<char>(0x80 | (character >> 6 & 0x3f));
    text += static_cast<char>(0x80 | (character & 0x3f));
    if (code % 11 == 0) text += "\U0001f600";
    codes.push_back({static_cast<std::uint16_t>(code), text});
  }
  CHECK(read_cmap(to_unicode_cmap(codes)) == codes);
  CHECK(read_cmap(to_unicode_cmap({})).empty());
}
