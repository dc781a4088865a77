#include "pdf/font/usage.hpp"

#include <catch2/catch.hpp>

using namespace banxin::pdf;

TEST_CASE("a glyph keeps its first text") {
  FontUsage usage;
  CHECK(usage.empty());
  CHECK(usage.note(7, "一"));
  CHECK(usage.note(7, "一"));
  CHECK_FALSE(usage.note(7, "⼀"));  // the Kangxi radical has the same glyph
  CHECK(usage.note(3, "ffi!"));      // a ligature
  CHECK_FALSE(usage.note(3, "ffl!"));
  CHECK_FALSE(usage.note(3, "f"));
  CHECK(usage.note(65534, "\U00020bb7"));
  CHECK(usage.note(5, ""));
  CHECK(usage.note(5, ""));
  CHECK_FALSE(usage.note(5, "x"));
  CHECK(usage.note(0, std::string_view("\0", 1)));
  CHECK_FALSE(usage.note(0, ""));
  CHECK(usage.text(7) == "一");
  CHECK(usage.text(8).empty());
  CHECK(usage.glyphs() ==
        std::vector<GlyphUse>{{0, std::string("\0", 1)}, {3, "ffi!"}, {5, ""}, {7, "一"}, {65534, "\U00020bb7"}});
}

TEST_CASE("merging keeps the earlier texts") {
  FontUsage first, second;
  first.note(7, "一");
  second.note(7, "⼀");
  second.note(9, "office");
  first.merge(second);
  CHECK(first.glyphs() == std::vector<GlyphUse>{{7, "一"}, {9, "office"}});
}
