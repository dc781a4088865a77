#include "core/diagnostic.hpp"

#include <catch2/catch.hpp>
#include <string>

using namespace banxin;

TEST_CASE("the catalogue's codes are unique, sorted and of the form B000") {
  std::string last;
#define BANXIN_MESSAGE(name_, code_, severity_, text_) \
  {                                                    \
    const Message& entry = message(MessageId::name_);  \
    CHECK(entry.name == #name_);                       \
    CHECK(entry.code.size() == 4);                     \
    CHECK(entry.code.front() == 'B');                  \
    CHECK(last < entry.code);                          \
    last = entry.code;                                 \
  }
#include "core/messages.def"
#undef BANXIN_MESSAGE
}

TEST_CASE("a report fills the catalogue's text and counts errors") {
  Diagnostics diagnostics;
  diagnostics.report(MessageId::glyph_missing, {}, {"𠮷", "U+20BB7"});
  CHECK_FALSE(diagnostics.has_errors());
  CHECK(diagnostics.all()[0].text == "no font has the character “𠮷” (U+20BB7)");
  Diagnostics task;
  task.report(MessageId::file_missing, {}, {"a.yaml"}, "write b.yaml");
  diagnostics.append(std::move(task));
  CHECK(diagnostics.has_errors());
  CHECK(diagnostics.all()[1].suggestion == "write b.yaml");
  CHECK_FALSE(task.has_errors());
}

TEST_CASE("the nearest name is found for a slip of the pen only") {
  const std::vector<std::string_view> keys = {"title", "subtitle", "leading", "space_before", "align", "size", "id"};
  CHECK(nearest("titel", keys) == "title");
  CHECK(nearest("Title", keys) == "title");
  CHECK(nearest("space-before", keys) == "space_before");
  CHECK(nearest("algin", keys) == "align");
  CHECK(nearest("leeding", keys) == "leading");
  CHECK(nearest("sise", keys) == "size");
  CHECK(nearest("color", keys).empty());
  CHECK(nearest("x", keys).empty());
  CHECK(nearest("", keys).empty());
  CHECK(nearest("人工智慧", {"人工智能", "互联网"}) == "人工智能");
}

TEST_CASE("a word of another tool, or of an earlier version, names the word of this format") {
  const std::vector<std::string_view> style = {"font", "size", "leading", "tracking", "align", "numerals", "color"};
  CHECK(nearest("family", style) == "font");
  CHECK(nearest("figures", style) == "numerals");
  CHECK(nearest("colour", style) == "color");
  CHECK(nearest("font-size", style) == "size");
  CHECK(nearest("Line height", style) == "leading");
  CHECK(nearest("lifted", {"quote", "attribution", "repeats_text"}) == "repeats_text");
  CHECK(nearest("map", {"line", "landscape"}) == "landscape");
  CHECK(nearest("centre", {"start", "center"}) == "center");
  // Only where the word is one of those that fit.
  CHECK(nearest("family", {"size", "leading"}).empty());
}

TEST_CASE("a suggestion names the nearest candidate, or all where none is near") {
  CHECK(did_you_mean("maser", {"master", "page"}) == "did you mean `master`?");
  CHECK(did_you_mean("zzz", {"master", "page"}, "masters are") == "masters are master, page");
  CHECK(did_you_mean("zzz", {"master", "page"}).empty());
  CHECK(did_you_mean("zzz", {}, "masters are").empty());
}

TEST_CASE("what is found again on every page is said once") {
  Diagnostics all, page;
  all.report(MessageId::color_unknown, {1, 4, 8}, {"blak"});
  page.report(MessageId::color_unknown, {1, 4, 8}, {"blak"});
  page.report(MessageId::color_unknown, {1, 9, 12}, {"blak"});
  all.append_new(std::move(page));
  CHECK(all.all().size() == 2);
}
