#include "model/read_document.hpp"

#include <catch2/catch.hpp>

#include "support/committed.hpp"

using namespace banxin;
using namespace banxin::model;
using banxin::test::check_committed;

namespace {

struct Report {
  std::shared_ptr<source::MemoryFiles> memory = std::make_shared<source::MemoryFiles>();
  source::SourceFiles files{memory};
  Diagnostics diagnostics;
  std::optional<Document> document;
  explicit Report(const std::string& yaml, const std::vector<std::pair<std::string, std::string>>& others = {}) {
    memory->put("report.yaml", yaml);
    for (const auto& [name, text] : others) memory->put(name, text);
    document = read_document(files, "report.yaml", diagnostics);
  }
  [[nodiscard]] std::string faults() const {
    std::string out;
    for (const Diagnostic& one : diagnostics.all()) out += one.text + "\n";
    return out;
  }
};

}  // namespace

TEST_CASE("the smallest report") {
  const Report report(R"(title: 最小的报告
lang: zh-Hans
layout: plain
page: { width: 120mm, height: 160mm, margin: 20mm }
styles: { body: { size: 10pt, leading: 18pt, align: justify, indent: 0em } }
body:
  - heading: 小标题
  - text: 第一段文字，可以有**强调**，也可以有[链接](https://example.org)。
  - text: |
      第二段文字在源文件里换了行，
      两个汉字之间的换行不留空格。
)");
  CHECK(report.faults().empty());
  REQUIRE(report.document);
  const Document& document = *report.document;
  CHECK(document.title.value == "最小的报告");
  CHECK(document.lang.text == "zh-Hans");
  CHECK(document.layout.value == "plain");
  CHECK(document.page.width->length == Length::mm(120));
  CHECK(document.page.margin->length == Length::mm(20));
  CHECK_FALSE(document.page.bleed);
  const StyleValues& body = document.styles.at("body");
  CHECK(body.size->length == Length::pt(10));
  CHECK(body.align->value == "justify");
  CHECK(body.indent->unit == Measure::Unit::em);
  REQUIRE(document.sections.size() == 1);
  const auto& blocks = document.sections[0].body;
  REQUIRE(blocks.size() == 3);
  CHECK(std::get<Heading>(blocks[0].kind).text.plain() == "小标题");
  CHECK(report.files.text(blocks[0].span) == "heading: 小标题");
  const InlineText& first = std::get<Text>(blocks[1].kind).text;
  REQUIRE(first.runs.size() == 5);
  CHECK(first.runs[1].strong);
  CHECK(first.runs[3].link == "https://example.org");
  CHECK(std::get<Text>(blocks[2].kind).text.plain() == "第二段文字在源文件里换了行，两个汉字之间的换行不留空格。");
}

TEST_CASE("every kind of block") {
  const Report report(R"(title: 甲
body:
  - { heading: 一, level: 2, contents: true, id: one, style: big, keep_with_next: true }
  - contents: true
    heading: 键的次序不要紧
  - text: |
      甲

      乙
    id: two
  - literal: "**甲**"
  - list: [甲, [{ text: 乙 }, { literal: 丙 }]]
    marker: han-parenthesized
  - { quote: 引, attribution: 人, repeats_text: true }
  - { note: 注, place: here }
  - row: [{ text: 左 }, { text: 右 }]
    shares: [1, 2.5]
  - { image: 图.png, alt: 图, caption: 题, width: 50% }
  - table:
      header: [甲, 乙]
      rows: [[1, ""], [no, 3]]
      row_headers: true
      align: [start, decimal]
  - contents: { depth: 2 }
  - contents: {}
  - contents:
  - { box: [{ text: 内 }], columns: 2, balance: false }
  - page: data
  - page: ""
  - space: 1.5lines
)",
                      {{"图.png", "x"}});
  CHECK(report.faults().empty());
  REQUIRE(report.document);
  const auto& blocks = report.document->sections.at(0).body;
  REQUIRE(blocks.size() == 18);
  const auto& heading = std::get<Heading>(blocks[0].kind);
  CHECK(heading.level == 2);
  CHECK(heading.in_contents);
  CHECK(blocks[0].id.value == "one");
  CHECK(blocks[0].style.value == "big");
  CHECK(blocks[0].keep_with_next);
  CHECK(std::get<Heading>(blocks[1].kind).in_contents);
  CHECK(blocks[2].id.value == "two");
  CHECK(blocks[3].id.value.empty());
  CHECK(std::get<Text>(blocks[3].kind).text.plain() == "乙");
  CHECK(std::get<Text>(blocks[4].kind).literal);
  CHECK(std::get<Text>(blocks[4].kind).text.plain() == "**甲**");
  const auto& list = std::get<List>(blocks[5].kind);
  CHECK(list.marker == List::Marker::han_parenthesized);
  REQUIRE(list.items.size() == 2);
  CHECK(list.items[0].size() == 1);
  CHECK(list.items[1].size() == 2);
  CHECK(std::get<Quote>(blocks[6].kind).repeats_text);
  CHECK_FALSE(std::get<Note>(blocks[7].kind).at_foot);
  CHECK(std::get<Row>(blocks[8].kind).shares == std::vector<double>{1, 2.5});
  CHECK(std::get<Image>(blocks[9].kind).width->number == 50);
  const auto& table = std::get<Table>(blocks[10].kind);
  CHECK(table.rows[0][1].empty());
  CHECK(table.rows[1][0].plain() == "no");
  CHECK(std::get<Contents>(blocks[11].kind).depth == 2);
  CHECK(std::get<Contents>(blocks[13].kind).depth == 1);
  CHECK(std::get<Box>(blocks[14].kind).columns == 2);
  CHECK(std::get<PageBreak>(blocks[15].kind).master.value == "data");
  CHECK(std::get<PageBreak>(blocks[16].kind).master.value.empty());
  CHECK(std::get<Space>(blocks[17].kind).amount.unit == Measure::Unit::lines);
}

TEST_CASE("a chart's data, short and long, with their provenance") {
  const Report report(R"(title: 甲
body:
  - chart:
      kind: bars
      id: a
      title: 图
      unit: "%"
      highlight: 乙
      decimals: 1
      provenance: derived
      data:
        - { label: 甲, value: 3.5, provenance: published, note: 注, display: 3+ }
        - 乙: 2
        - { value: 1, label: 丙 }
      events: [{ at: 甲..丙, label: 六成 }]
  - chart:
      kind: facing
      highlight: [甲, 乙]
      series:
        - { name: 左, data: [甲: 1] }
        - { name: 右, data: [甲: 2] }
  - chart: { kind: landscape, groups: [{ name: 组, icon: i, items: [甲, { name: 乙, note: 注 }] }] }
)");
  CHECK(report.faults().empty());
  REQUIRE(report.document);
  const auto& blocks = report.document->sections[0].body;
  const Chart& bars = std::get<ChartBlock>(blocks[0].kind).chart;
  REQUIRE(bars.series.size() == 1);
  REQUIRE(bars.series[0].data.size() == 3);
  CHECK(bars.series[0].data[0].provenance == Provenance::published);
  CHECK(bars.series[0].data[0].display == "3+");
  CHECK(bars.series[0].data[1].label.value == "乙");
  CHECK(bars.series[0].data[1].value.value == 2);
  CHECK_FALSE(bars.series[0].data[1].provenance);  // the data stage gives it the chart's
  CHECK(bars.provenance == Provenance::derived);
  CHECK(report.files.text(bars.series[0].data[1].label.span) == "乙");
  CHECK_FALSE(bars.reconstructed());
  CHECK(bars.highlight.size() == 1);
  CHECK(bars.decimals == 1);
  CHECK(bars.events[0].at.value == "甲..丙");
  const Chart& facing = std::get<ChartBlock>(blocks[1].kind).chart;
  CHECK(facing.series[1].name.value == "右");
  CHECK_FALSE(facing.series[0].data[0].provenance);
  CHECK_FALSE(facing.reconstructed());
  const Chart& map = std::get<ChartBlock>(blocks[2].kind).chart;
  CHECK(map.groups[0].items[0].name.value == "甲");
  CHECK(map.groups[0].items[1].note == "注");
}

TEST_CASE("sections in files and in the report") {
  const Report report(
      "title: 甲\nsections:\n  - one.yaml\n  - { title: 二, number: 02, folio: 3, writing: vertical, numbered: no }\n",
      {{"one.yaml",
        "title: 一\nmaster: data\nopener: opener\ncontents: true\nfields: { a: 2022-02 }\nbody:\n  - text: 甲\n"}});
  CHECK(report.faults().empty());
  REQUIRE(report.document);
  const auto& sections = report.document->sections;
  REQUIRE(sections.size() == 2);
  CHECK(sections[0].in_contents);
  CHECK(sections[0].fields.at("a").value == "2022-02");
  CHECK(report.files.file(sections[0].title.span.file).path() == "one.yaml");
  CHECK(sections[1].number.value == "02");
  CHECK(sections[1].first_folio == 3);
  CHECK(sections[1].writing == WritingMode::vertical);
  CHECK_FALSE(sections[1].numbered);
  CHECK(report.files.dependencies() == std::vector<std::string>{"report.yaml", "one.yaml"});
}

TEST_CASE("a folder stands for its report.yaml") {
  auto memory = std::make_shared<source::MemoryFiles>("/home");
  memory->put("book/report.yaml", "title: 甲\nbody: []\n");
  source::SourceFiles files(memory);
  Diagnostics diagnostics;
  const auto document = read_document(files, "book", diagnostics);
  REQUIRE(document);
  CHECK(document->folder == "book");
  CHECK(document->layout.value == "plain");
  CHECK_FALSE(read_document(files, "nowhere", diagnostics));
  CHECK(diagnostics.all().size() == 1);
}

TEST_CASE("a report cut anywhere never does more than report") {
  const std::string whole =
      "title: 甲\nstyles: { body: { size: 10pt } }\nbody:\n  - heading: 一\n  - text: |\n      **甲**乙\n  - list:\n   "
      " - 甲\n    - - text: 乙\n"
      "  - chart:\n      kind: bars\n      data: [{ label: 甲, value: 1 }, 乙: 2]\n  - table: { rows: [[甲, 乙]] }\n  "
      "- space: 1lines\n";
  for (std::size_t size = 0; size <= whole.size(); ++size) (void)Report(whole.substr(0, size));
  SUCCEED();
}

TEST_CASE("the committed schema and reference say what the tables say") {
  check_committed("schema/report.schema.json", json_schema());
  check_committed("schema/section.schema.json", section_json_schema());
  check_committed("docs/format-reference.md",
                  "# The content format, key by key\n\nMade from the tables that read it; the tests keep it so.\n\n" +
                      format_reference());
}

TEST_CASE("the project's own reports are without errors") {
  for (const char* name : {"content/aigc-talent-2023", "content/starter"}) {
    source::SourceFiles files;
    Diagnostics diagnostics;
    const auto document = read_document(files, std::string(BANXIN_PROJECT) + "/" + name, diagnostics);
    REQUIRE(document);
    std::string faults;
    for (const Diagnostic& one : diagnostics.all()) faults += one.text + "\n";
    CHECK(faults.empty());
  }
}

TEST_CASE("a language is any tag of a supported language, and keeps its words") {
  const auto lang = [](const std::string& written) {
    const Report report("title: 甲\nlang: " + written + "\nbody: [text: 甲]\n");
    if (!report.diagnostics.all().empty()) return report.faults() + report.diagnostics.all()[0].suggestion;
    return report.document->lang.text + " " + std::string(tag(report.document->lang.language));
  };
  CHECK(lang("zh-CN") == "zh-CN zh-Hans");
  CHECK(lang("zh-TW") == "zh-TW zh-Hant");
  CHECK(lang("zh-Hant-HK") == "zh-Hant-HK zh-Hant");
  CHECK(lang("JA-jp") == "JA-jp ja");
  CHECK(lang("ko-KR") == "ko-KR ko");
  CHECK(lang("en-GB") == "en-GB en");
  CHECK(lang("zh_TW") == "`zh_TW` is not a language tag\ndid you mean `zh-TW`?");
  CHECK(lang("cn") == "the language `cn` is not supported\ndid you mean `zh-CN`?");
  CHECK(lang("fr-FR") ==
        "the language `fr-FR` is not supported\nsupported are zh (zh-CN, zh-TW, zh-Hant-HK …), ja, ko and en");
}

TEST_CASE("titles in other languages, in order, and `english` for short") {
  const Report report(
      "title: 甲\ntitles: { ja: 日本, en-US: English }\nsections:\n"
      "  - { title: 一, english: One }\n"
      "  - { title: 二, titles: { zh-CN: 二, ko: 둘, en: Two } }\n");
  CHECK(report.faults().empty());
  REQUIRE(report.document);
  const Document& document = *report.document;
  REQUIRE(document.titles.size() == 2);
  CHECK(document.titles[0].lang.text == "ja");
  CHECK(document.titles[1].lang.text == "en-US");
  CHECK(title_in(document.titles, Language::en)->text.value == "English");
  CHECK(title_in(document.titles, Language::ko) == nullptr);
  CHECK(second_title(document.sections[0].titles, Language::zh_hans)->text.value == "One");
  CHECK(second_title(document.sections[1].titles, Language::zh_hans)->text.value == "둘");
  CHECK(second_title(document.sections[0].titles, Language::en) == nullptr);
}

TEST_CASE("a title is given once for each language") {
  const Report both("title: 甲\nsections:\n  - { title: 一, english: One, titles: { ja: 一 } }\n");
  CHECK(both.diagnostics.all().at(0).id == MessageId::keys_exclude);
  const Report twice("title: 甲\ntitles: { en-US: a, en-GB: b }\nbody: [text: 甲]\n");
  REQUIRE(twice.diagnostics.all().size() == 1);
  CHECK(twice.diagnostics.all()[0].suggestion == "write one title for each language");
  const Report unknown("title: 甲\ntitles: { fr: a }\nbody: [text: 甲]\n");
  CHECK(unknown.diagnostics.all().at(0).id == MessageId::language_unsupported);
}
