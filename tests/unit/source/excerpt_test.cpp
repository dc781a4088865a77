#include "source/excerpt.hpp"

#include <catch2/catch.hpp>

#include "source/diagnostic_printer.hpp"

using namespace banxin;
using namespace banxin::source;

namespace {

struct Shown {
  SourceFiles files{std::make_shared<MemoryFiles>()};
  FileId id = 0;
  explicit Shown(std::string text) { id = files.add("a.yaml", std::move(text)); }
  /// The span of `what`, which occurs once in the file.
  [[nodiscard]] Span of(std::string_view what) const {
    const auto at = static_cast<std::uint32_t>(files.file(id).text().find(what));
    return {id, at, at + static_cast<std::uint32_t>(what.size())};
  }
};

}  // namespace

TEST_CASE("the marker stands under wide characters, two cells each") {
  const Shown shown("标题: 报告x\n");
  CHECK(excerpt(shown.files, shown.of("报告")).marker == "      ^^^^");
  CHECK(excerpt(shown.files, shown.of("x")).marker == "          ^");
}

TEST_CASE("combining marks take no cell, full-width forms two, half-width ones one") {
  const Shown shown("e\u0301ｱＡz\n");
  CHECK(terminal_width("e\u0301") == 1);
  CHECK(terminal_width("ｱＡ") == 3);
  CHECK(terminal_width("𠮷") == 2);
  CHECK(excerpt(shown.files, shown.of("z")).marker == "    ^");
}

TEST_CASE("a tab is shown as a space, a control character does not reach the terminal") {
  const Shown shown("a\t\x1b[31mb\n");
  const Excerpt it = excerpt(shown.files, shown.of("b"));
  CHECK(it.line == "a \xEF\xBF\xBD[31mb");
  CHECK(it.marker == "       ^");
}

TEST_CASE("a span over several lines is marked to the end of its first") {
  const Shown shown("ab: |\n  甲\n");
  CHECK(excerpt(shown.files, {shown.id, 4, 11}).marker == "    ^");
  CHECK(excerpt(shown.files, {shown.id, 0, 11}).marker == "^^^^^");
}

TEST_CASE("an empty span still gets a caret, also behind the end of a line") {
  const Shown shown("ab:\n");
  CHECK(excerpt(shown.files, {shown.id, 3, 3}).marker == "   ^");
  CHECK(excerpt(shown.files, {shown.id, 4, 4}).marker == "^");
  CHECK(excerpt(shown.files, Span{}).line.empty());
}

TEST_CASE("a long line is cut round the span") {
  std::string text;
  for (int i = 0; i < 200; ++i) text += "汉";
  text += "错";
  for (int i = 0; i < 200; ++i) text += "字";
  const Shown shown(text);
  const Excerpt it = excerpt(shown.files, shown.of("错"));
  CHECK(it.line.starts_with("…汉"));
  CHECK(it.line.ends_with("字…"));
  CHECK(terminal_width(it.line) <= 98);
  CHECK(it.marker.size() == 1 + 48 + 2);
  CHECK(it.marker.ends_with(" ^^"));
}

TEST_CASE("a diagnostic as text") {
  const Shown shown("标题: 报告\n");
  Diagnostics diagnostics;
  diagnostics.report(MessageId::key_unknown, shown.of("标题"), {"标题", "a report"}, "did you mean `title`?");
  diagnostics.report(MessageId::file_missing, {}, {"a.png"});
  CHECK(DiagnosticPrinter(shown.files).text(diagnostics) ==
        "a.yaml:1:1: error: unknown key `标题` in a report [B201]\n"
        "  标题: 报告\n"
        "  ^^^^\n"
        "  help: did you mean `title`?\n"
        "error: cannot find the file `a.png` [B101]\n");
  CHECK(DiagnosticPrinter(shown.files, true).text(diagnostics.all()[0]) ==
        "\033[1ma.yaml:1:1:\033[0m \033[1;31merror:\033[0m unknown key `标题` in a report [B201]\n"
        "  标题: 报告\n"
        "  \033[1;31m^^^^\033[0m\n"
        "  help: did you mean `title`?\n");
}

TEST_CASE("a diagnostic as JSON, one object on a line") {
  const Shown shown("标题: \"报\\x告\"\n");
  Diagnostics diagnostics;
  diagnostics.report(MessageId::key_unknown, shown.of("标题"), {"标\"题\\\n", "a report"}, "x");
  diagnostics.report(MessageId::glyph_missing, {}, {"a", "U+0061"});
  const std::string first =
      "{\"code\":\"B201\",\"severity\":\"error\",\"file\":\"a.yaml\",\"line\":1,\"column\":1,\"end_line\":1,\"end_"
      "column\":3,"
      "\"message\":\"unknown key `标\\\"题\\\\\\u000a` in a report\",\"suggestion\":\"x\"}\n";
  const std::string second =
      "{\"code\":\"B401\",\"severity\":\"warning\",\"file\":\"\",\"line\":0,\"column\":0,\"end_line\":0,\"end_column\":"
      "0,"
      "\"message\":\"no font has the character “a” (U+0061)\",\"suggestion\":\"\"}\n";
  CHECK(DiagnosticPrinter(shown.files).json(diagnostics) == first + second);
}
