// Random text in every language, mode and thread is set completely and in bounded time.
#include <catch2/catch.hpp>

#include <random>
#include <thread>

#include "support/utf8.hpp"
#include "text/justification/explain.hpp"
#include "text/paragraph.hpp"
#include "unit/text/library.hpp"

using namespace banxin;
using namespace banxin::text;

namespace {

constexpr Length em = Length::pt(9);

/// Random characters, difficult ones more often.
std::string anything(std::mt19937& random, std::size_t length) {
  static const char32_t odd[] = {U' ',    U'\n',  U'\t',  U'\r',  0xA0,   0xAD,   0x200B, 0x200D,  0x2060,  0xFE0F,
                                 0x301,   0x3099, 0x202E, 0x2067, 0x5D0,  0x627,  0x661,  0x1F468, 0x1F1E8, 0xE0100,
                                 0x20000, 0x3000, 0xFFFD, 0x0,    0x7F,   0x1100, 0x1161, 0xAC00,  0x915,   0x94D,
                                 0xE01,   0xFB01, 0x2028, 0x2E3A, 0x2014, 0x2026, 0xB7};
  static const char32_t marks[] = {U'，', U'。', U'“',  U'”',  U'‘',  U'’', U'（', U'）',
                                   U'「', U'」', U'！', U'？', U'、', U'-', U'/',  U'.'};
  std::string out;
  for (std::size_t i = 0; i < length; ++i) {
    const auto at = random() % 10;
    if (at < 2)
      out += test::utf8(odd[random() % std::size(odd)]);
    else if (at < 4)
      out += test::utf8(marks[random() % std::size(marks)]);
    else if (at < 6)
      out += test::utf8(static_cast<char32_t>(0x20 + random() % 0x5F));
    else
      out += test::utf8(static_cast<char32_t>(0x4E00 + random() % 0x5000));
  }
  return out;
}

std::string shown(const std::vector<Line>& lines) {
  std::string out;
  for (const Line& line : lines) {
    for (const auto& item : line.items) {
      if (const auto* run = std::get_if<graphics::GlyphRun>(&item.what)) out += run->text;
    }
  }
  return out;
}

}  // namespace

TEST_CASE("random text is set in every language and mode") {
  std::mt19937 random(42);
  for (int round = 0; round < 120; ++round) {
    ParagraphStyle style;
    style.em = em;
    style.language = static_cast<Language>(round % 5);
    style.level = static_cast<LineBreakLevel>(round % 3);
    style.mode = round % 4 == 3 ? WritingMode::vertical : WritingMode::horizontal;
    style.align = static_cast<Align>(random() % 4);
    style.balance = round % 7 == 0;
    style.hang_punctuation = round % 6 == 0;
    style.trim_punctuation = round % 11 != 0;
    style.indent = em * static_cast<int>(random() % 3);
    std::vector<Run> runs;
    std::size_t visible = 0;
    for (std::size_t r = 0; r <= random() % 6; ++r) {
      Run run;
      run.text = anything(random, random() % 40);
      run.style.size = em * (r % 3 == 2 ? 0.7 : 1.0);
      run.style.tracking = r % 4 == 3 ? em * 0.1 : Length{};
      run.style.capitals = random() % 9 == 0;
      run.style.emphasis = random() % 5 == 0 ? EmphasisMark::dot : EmphasisMark::none;
      run.style.sideline = static_cast<Sideline>(random() % 4);
      run.inline_note = random() % 12 == 0;
      run.note_mark = random() % 12 == 0;
      if (random() % 8 == 0) run.ruby = "zhù yīn";
      visible += run.text.size();
      runs.push_back(std::move(run));
    }
    Diagnostics d;
    const Paragraph p = Paragraph::prepare(runs, style, test::library(), d);
    for (const double width : {0.0, 1.0, 6.0, 23.0}) {
      const auto lines = p.lines(em * width, d);
      REQUIRE(!lines.empty());
      std::uint32_t end = 0;
      for (const Line& line : lines) {
        CHECK(line.begin == end);
        end = line.end;
      }
      CHECK(end == p.text().size());
      CHECK(summarize(p, lines).size() == lines.size());
    }
    CHECK(p.minimum_width() >= Length{});
  }
}

TEST_CASE("paragraphs are prepared and set in parallel with the same result") {
  std::mt19937 random(9);
  const std::string text = anything(random, 600);
  ParagraphStyle style;
  style.em = em;
  const auto once = [&] {
    Diagnostics d;
    Run run;
    run.text = text;
    run.style.size = em;
    const Paragraph p = Paragraph::prepare({run}, style, test::library(), d);
    const auto lines = p.lines(em * 14, d);
    std::string said;
    for (const LineSummary& line : summarize(p, lines)) said += explain(line) + "\n";
    return said + shown(lines);
  };
  const std::string expected = once();
  std::vector<std::string> got(4);
  std::vector<std::thread> threads;
  for (std::string& slot : got) {
    threads.emplace_back([&] {
      for (int i = 0; i < 5; ++i) slot = once();
    });
  }
  for (std::thread& t : threads) t.join();
  for (const std::string& one : got) CHECK(one == expected);
}

TEST_CASE("explain names each step") {
  Diagnostics d;
  Run run;
  run.text = "一（二）三，四五。六";
  run.style.size = em;
  ParagraphStyle style;
  style.em = em;
  const Paragraph p = Paragraph::prepare({run}, style, test::library(), d);
  const auto lines = summarize(p, p.lines(em * 8.75, d));
  REQUIRE(lines.size() == 1);
  CHECK(explain(lines[0]) == "measure 8.750 natural 10.000 bracket -1.000 comma -0.250 last | 一（二）三，四五。六");
}
