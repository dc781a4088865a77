#include "model/inline_reader.hpp"

#include <catch2/catch.hpp>

#include "model/line_join.hpp"

using namespace banxin;
using namespace banxin::model;

namespace {

/// The value of `text:` in a file, read as prose.
struct Prose {
  source::SourceFiles files{std::make_shared<source::MemoryFiles>()};
  Diagnostics diagnostics;
  std::vector<InlineText> paragraphs;
  explicit Prose(const std::string& yaml, Marks marks = Marks::all) {
    const FileId id = files.add("a.yaml", yaml);
    const auto tree = source::YamlTree::read(files, id, diagnostics);
    REQUIRE(tree);
    REQUIRE(diagnostics.all().empty());
    paragraphs = read_paragraphs(tree->root().find("text"), marks, diagnostics);
  }
  /// Marks written out: S strong, E emphasis, P proper noun, B book title.
  static std::string shown(const InlineText& text) {
    std::string out;
    for (const InlineRun& run : text.runs) {
      if (run.line_break) out += "\\";
      if (run.strong) out += 'S';
      if (run.emphasis) out += 'E';
      if (run.proper_noun) out += 'P';
      if (run.book_title) out += 'B';
      out.append("<").append(run.text).append(">");
      if (!run.link.empty()) out.append("->").append(run.link);
      if (!run.ruby.empty()) out.append("^").append(run.ruby);
      if (run.note) out.append("{").append(shown(*run.note)).append("}");
      if (run.side_note) out.append("~{").append(shown(*run.side_note)).append("}");
      if (run.value) out.append(run.soft_break ? "/=" : "=").append(run.value->text);
    }
    for (const CheckedWords& check : text.checks) {
      out.append(" (").append(check.words).append("=").append(check.expression.text).append(")");
    }
    return out;
  }
  [[nodiscard]] std::string shown() const {
    std::string out;
    for (const InlineText& text : paragraphs) out.append(out.empty() ? "" : "|").append(shown(text));
    return out;
  }
  /// The bytes in the file of each run.
  [[nodiscard]] std::string written(std::size_t run) const {
    const InlineRun& it = paragraphs.at(0).runs.at(run);
    return std::string(files.text(it.source.at(0, static_cast<std::uint32_t>(it.text.size()))));
  }
  [[nodiscard]] std::vector<std::string> messages() const {
    std::vector<std::string> out;
    for (const Diagnostic& one : diagnostics.all()) out.push_back(one.text);
    return out;
  }
};

std::string marked(const std::string& text) { return Prose("text: |\n  " + text + "\n").shown(); }

}  // namespace

TEST_CASE("marks work right next to Chinese punctuation") {
  CHECK(marked("**“甲”**乙") == "S<“甲”><乙>");
  CHECK(marked("甲**（乙）**丙") == "<甲>S<（乙）><丙>");
  CHECK(marked("甲*。*乙") == "<甲>E<。><乙>");
  CHECK(marked("他说：**“是。”**") == "<他说：>S<“是。”>");
  CHECK(marked("{_孔子_}，{~论语~}。") == "P<孔子><，>B<论语><。>");
}

TEST_CASE("neighboring names are runs of their own, whose lines do not join") {
  CHECK(marked("去{_北京_}{_上海_}，读{~诗~}{~易~}") == "<去>P<北京>P<上海><，读>B<诗>B<易>");
}

TEST_CASE("strong and emphasis nest and cross") {
  CHECK(marked("**甲*乙*丙**") == "S<甲>SE<乙>S<丙>");
  CHECK(marked("*甲**乙**丙*") == "E<甲>SE<乙>E<丙>");
  CHECK(marked("***甲***乙") == "SE<甲><乙>");
  CHECK(marked("***甲**乙*丙") == "SE<甲>E<乙><丙>");
  CHECK(marked("***甲*乙**丙") == "SE<甲>S<乙><丙>");
  CHECK(marked("**甲*乙***丙") == "S<甲>SE<乙><丙>");
  CHECK(marked("**甲***乙*") == "S<甲>E<乙>");
  CHECK(marked("**甲**乙**丙**") == "S<甲><乙>S<丙>");
}

TEST_CASE("a star without a partner is text, without a word about it") {
  const Prose prose("text: |\n  *数据范围：2022年2月-2023年2月 数据来源：脉脉\n");
  CHECK(prose.shown() == "<*数据范围：2022年2月-2023年2月 数据来源：脉脉>");
  CHECK(prose.messages().empty());
  CHECK(marked("3 * 4 * 5") == "<3 * 4 * 5>");
  CHECK(marked("甲****乙") == "<甲****乙>");
  CHECK(marked("2 ** 3 ** 4") == "<2 ** 3 ** 4>");
  CHECK(marked("***甲**乙") == "<*>S<甲><乙>");
}

TEST_CASE("an unclosed mark that is nobody's punctuation is a warning with its place") {
  const Prose prose("text: |\n  甲**乙丙\n");
  CHECK(prose.shown() == "<甲**乙丙>");
  REQUIRE(prose.diagnostics.all().size() == 1);
  const Diagnostic& one = prose.diagnostics.all()[0];
  CHECK(one.id == MessageId::mark_unclosed);
  CHECK(one.severity == Severity::warning);
  CHECK(prose.files.text(one.span) == "**");
  CHECK(one.suggestion == "close it with “**”, or write \\*\\* for the characters themselves");
  CHECK(Prose("text: 甲[^注\n").diagnostics.all()[0].suggestion ==
        "close it with “^]”, or write \\[\\^ for the characters themselves");
  CHECK(Prose("text: 甲{_注\n").diagnostics.all()[0].suggestion ==
        "close it with “_}”, or write \\{\\_ for the characters themselves");
  CHECK(Prose("text: 甲**乙\n\n  丙**丁\n").diagnostics.all().size() == 2);
}

TEST_CASE("links") {
  CHECK(marked("见[链接](https://example.org)。") == "<见><链接>->https://example.org<。>");
  CHECK(marked("[**甲**乙](#id)") == "S<甲>->#id<乙>->#id");
  CHECK(marked("[a](http://x/(y))z") == "<a>->http://x/(y)<z>");
  CHECK(marked("[a](http://x/\\)y)z") == "<a>->http://x/)y<z>");
  CHECK(marked("[注] 见 [a](b)") == "<[注] 见 ><a>->b");
  CHECK(marked("[a](b c)") == "<[a](b c)>");
  CHECK(marked("**[甲](b)**") == "S<甲>->b");
  CHECK(marked("[x]**(甲)**") == "<[x]>S<(甲)>");
}

TEST_CASE("links that lead nowhere are told of") {
  const auto found = [](const std::string& address) {
    std::vector<MessageId> ids;
    const Prose prose("text: '甲[乙](" + address + ")'\n");
    for (const auto& one : prose.diagnostics.all()) ids.push_back(one.id);
    return ids;
  };
  using Ids = std::vector<MessageId>;
  for (const char* good : {"https://例子.中国/路?a=b", "HTTP://a", "mailto:a@b.c", "tel:+861234", "#id"}) {
    CHECK(found(good) == Ids{});
  }
  for (const char* bad : {"", "foo", "//a.b", "#", "http:a", "https://", "mailto:", "ftp://a", "https://a/b c"}) {
    CHECK(found(bad) == Ids{MessageId::link_nowhere});
  }
  for (const char* refused : {"javascript:alert(1)", "JavaScript:a", "file:///etc/x", "data:text/html,a"}) {
    CHECK(found(refused) == Ids{MessageId::link_refused});
  }
}

TEST_CASE("ruby, one syllable for each character or one for all") {
  CHECK(marked("[[汉字|hàn zì]]") == "<汉字>^hàn zì");
  CHECK(marked("甲[[今日|きょう]]乙") == "<甲><今日>^きょう<乙>");
  CHECK(marked("[[甲]]") == "<[[甲]]>");
  CHECK(marked("a|b") == "<a|b>");
  const Prose wrong("text: \"[[汉字文|hàn zì]]\"\n");
  REQUIRE(wrong.diagnostics.all().size() == 1);
  CHECK(wrong.messages()[0] == "the ruby has 2 syllables for 3 characters");
  CHECK(wrong.files.text(wrong.diagnostics.all()[0].span) == "hàn zì");
}

TEST_CASE("notes hang on the run before them") {
  CHECK(marked("正文[^注 **甲**^]后") == "<正文>{<注 >S<甲>}<后>");
  CHECK(marked("正文[~夹注~]后") == "<正文>~{<夹注>}<后>");
  CHECK(marked("[^独^]") == "<>{<独>}");
  CHECK(marked("甲[^一^][^二^]乙") == "<甲>{<一>}<>{<二>}<乙>");
  CHECK(marked("**甲[^一^]乙**") == "S<甲>{<一>}S<乙>");
  CHECK(Prose("text: 甲[^^]乙\n").messages() == std::vector<std::string>{"no text between the marks “[^^]”"});
}

TEST_CASE("a backslash takes the meaning from a mark") {
  CHECK(marked("\\*甲\\*") == "<*甲*>");
  CHECK(marked("\\[甲](b)") == "<[甲](b)>");
  CHECK(marked("a\\b") == "<a\\b>");
  CHECK(marked("\\\\") == "<\\>");
  CHECK(marked("**甲\\**乙**") == "S<甲**乙>");
}

TEST_CASE("in a literal text no mark is read") {
  CHECK(Prose("text: \"**甲** \\\\*乙 [a](b)\"\n", Marks::none).shown() == "<**甲** \\*乙 [a](b)>");
}

TEST_CASE("a line break is nothing between Han, a space between Latin words") {
  CHECK(marked("甲乙\n  丙丁") == "<甲乙丙丁>");
  CHECK(marked("甲，\n  “乙”\n  丙") == "<甲，“乙”丙>");
  CHECK(marked("one\n  two") == "<one two>");
  CHECK(marked("甲\n  two") == "<甲 two>");
  CHECK(marked("甲，\n  two。\n  three") == "<甲，two。three>");
  CHECK(marked("한국\n  말") == "<한국 말>");
  CHECK(marked("かな\n  カナ") == "<かなカナ>");
  CHECK(marked("甲  \n    乙") == "<甲乙>");
  CHECK(marked("**甲**\n  **乙**") == "S<甲乙>");
  CHECK(marked("one **two**\n  three") == "<one >S<two ><three>");
  CHECK(Prose("text: 甲\n  乙 b\n  c\n").shown() == "<甲乙 b c>");
  CHECK(Prose("text: \"甲\n  乙\"\n").shown() == "<甲乙>");
  CHECK(Prose("text: >\n  甲\n  乙\n").shown() == "<甲乙>");
}

TEST_CASE("an empty line parts paragraphs, a backslash forces a break") {
  CHECK(marked("甲\n\n  乙\n   \n\n  丙") == "<甲>|<乙>|<丙>");
  CHECK(Prose("text: 甲\n\n  乙\n").shown() == "<甲>|<乙>");
  CHECK(marked("甲\\\n  乙") == "<甲>\\<乙>");
  CHECK(marked("甲**乙**\\\n  **丙**") == "<甲>S<乙>\\S<丙>");
  CHECK(Prose("text: \"甲\\\n  乙\"\n").shown() == "<甲乙>");
  CHECK(Prose("text: \"\"\n").shown().empty());
  CHECK(marked("**甲\n\n  乙**") == "<**甲>|<乙**>");
}

TEST_CASE("every run knows where it was written") {
  const Prose prose("text: |\n  甲**乙\n  丙**丁[链](#a)\\*\n");
  REQUIRE(prose.paragraphs.size() == 1);
  CHECK(prose.written(0) == "甲");
  CHECK(prose.written(1) == "乙\n  丙");
  CHECK(prose.written(2) == "丁");
  CHECK(prose.written(3) == "链");
  CHECK(prose.written(4) == "*");
  const InlineRun& strong = prose.paragraphs[0].runs[1];
  CHECK(prose.files.text(strong.source.at(3, 6)) == "丙");
  const Prose escaped("text: \"甲\\u4e59丙\"\n");
  CHECK(escaped.files.text(escaped.paragraphs[0].runs[0].source.at(6, 9)) == "丙");
}

TEST_CASE("marks inside of marks end somewhere") {
  std::string deep;
  for (int i = 0; i < 40; ++i) deep += "{_";
  deep += "甲";
  for (int i = 0; i < 40; ++i) deep += "_}";
  CHECK(Prose("text: \"" + deep + "\"\n").paragraphs.size() == 1);
}

TEST_CASE("hostile prose is read in linear time") {
  for (const std::string piece : {"[", "[[", "](", "**a ", "*", "[^", "{_a_}", "[[a|", "\\", "]]", "^]", "[a]("}) {
    std::string text;
    while (text.size() < 200'000) text += piece;
    const Prose prose("text: |\n  x" + text + "\n");
    CHECK(prose.paragraphs.size() <= 1);
  }
}

TEST_CASE("prose cut or changed anywhere is still prose") {
  const std::string whole = "甲**“乙”***丙*[链](#a)[[汉|hàn]]注[^脚**注**^][~夹~]{_孔_}{~论~}\\*\\\\\n  末";
  for (std::size_t at = 0; at < whole.size(); ++at) {
    if ((static_cast<unsigned char>(whole[at]) & 0xC0) == 0x80 || whole[at] == '\n' || whole[at] == ' ') continue;
    (void)Prose("text: |\n  x" + whole.substr(0, at) + "\n");
    for (const char c : std::string("*[]{}^~_|\\( ")) {
      if (static_cast<unsigned char>(whole[at]) >= 0x80) continue;
      std::string changed = whole;
      changed[at] = c;
      (void)Prose("text: |\n  x" + changed + "\n");
    }
  }
  SUCCEED();
}

TEST_CASE("a printed value is a run without text") {
  CHECK(marked("占{{ cities[北京].占比 }}，") == "<占><>= cities[北京].占比 <，>");
  CHECK(marked("**{{ x | percent(1) }}**") == "S<>= x | percent(1) ");
  CHECK(marked("{{ t[\"a}}b\"].c }}") == "<>= t[\"a}}b\"].c ");
  CHECK(marked("\\{{ x }}") == "<{{ x }}>");
  CHECK(marked("甲\n  {{ x }}") == "<甲><>/= x ");
  const Prose open("text: 占{{ x\n");
  CHECK(open.shown() == "<占{{ x>");
  REQUIRE(open.diagnostics.all().size() == 1);
  CHECK(open.diagnostics.all()[0].suggestion == "close it with “}}”, or write \\{\\{ for the characters themselves");
}

TEST_CASE("checked words print as they are written") {
  CHECK(marked("占[三分之一]{= cities[北京].占比}。") == "<占三分之一。> (三分之一= cities[北京].占比)");
  CHECK(marked("[**近**七成]{=sum(a[x].y)}") == "S<近><七成> (近七成=sum(a[x].y))");
  CHECK(marked("[甲](https://example.org)[乙]{= x}") == "<甲>->https://example.org<乙> (乙= x)");
  CHECK(marked("[丙]") == "<[丙]>");
  const Prose prose("text: 甲[近七成]{= x}\n");
  CHECK(prose.files.text(prose.paragraphs[0].checks[0].span) == "近七成");
  CHECK(prose.files.text(prose.paragraphs[0].checks[0].expression.span) == " x");
}

TEST_CASE("a space next to full-width punctuation is dropped, one between Han stays with a hint") {
  CHECK(marked("他说， “好”。 再见") == "<他说，“好”。再见>");
  CHECK(marked("甲（ 乙 ）丙") == "<甲（乙）丙>");
  CHECK(marked("**甲，** 乙") == "S<甲，><乙>");
  CHECK(marked("English, text “x” 中 A") == "<English, text “x” 中 A>");
  CHECK(marked("甲， English") == "<甲，English>");
  const Prose names("text: 张 三和李 四。\n");
  CHECK(names.shown() == "<张 三和李 四。>");
  CHECK(names.messages() == std::vector<std::string>{"a space between two Chinese characters is printed as a gap"});
  CHECK(Prose("text: \"甲，  “乙”\"\n").written(0) == "甲，  “乙”");
  CHECK(Prose("text: 范围：二月 来源：智库\n").messages().empty());
}
