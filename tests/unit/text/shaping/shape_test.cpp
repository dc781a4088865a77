#include <catch2/catch.hpp>

#include <random>

#include "text/characters/characters.hpp"
#include "text/paragraph.hpp"
#include "text/shaping/hb_objects.hpp"
#include "text/shaping/untouched.hpp"
#include "unit/text/library.hpp"

using namespace banxin;
using namespace banxin::text;
using graphics::GlyphRun;

namespace {

constexpr Length em = Length::pt(10);

Run run(const std::string& text) {
  Run r;
  r.text = text;
  r.style.size = em;
  return r;
}

Line set(std::vector<Run> runs, Diagnostics& d, ParagraphStyle style = {}) {
  style.em = em;
  const Paragraph p = Paragraph::prepare(std::move(runs), style, test::library(), d);
  auto lines = p.lines(em * 100, d);
  REQUIRE(lines.size() == 1);
  return lines[0];
}

const GlyphRun& glyphs(const Line& line, std::size_t i) { return std::get<GlyphRun>(line.items.at(i).what); }

std::string text_of(const Line& line) {
  std::string out;
  for (const auto& item : line.items) {
    if (const auto* r = std::get_if<GlyphRun>(&item.what)) out += r->text;
  }
  return out;
}

}  // namespace

TEST_CASE("Han text without the shaper equals the result of HarfBuzz") {
  std::mt19937 random(3);
  for (const Language language : {Language::zh_hans, Language::zh_hant, Language::ja}) {
    font::Query query;
    query.language = language;
    const font::Face& face = test::library().face(test::library().chain(query).front());
    const UntouchedGlyphs& untouched = UntouchedGlyphs::of(face, language, WritingMode::horizontal);
    std::vector<std::uint32_t> codes;
    std::vector<std::uint16_t> expected;
    std::size_t quick = 0, all = 0;
    // The whole of the common block and the marks, in random order so that neighbors differ.
    for (char32_t c = 0x3000; c < 0xA000; ++c) codes.push_back(c);
    for (char32_t c = 0xFF00; c < 0xFFE6; ++c) codes.push_back(c);
    std::shuffle(codes.begin(), codes.end(), random);
    std::vector<std::uint32_t> taken;
    for (const std::uint32_t c : codes) {
      if (!is_full_width(classify(c, language))) continue;
      const std::uint16_t glyph = face.glyph(c);
      if (glyph == 0) continue;
      ++all;
      if (!untouched.contains(glyph)) continue;
      ++quick;
      taken.push_back(c);
      expected.push_back(glyph);
    }
    CHECK(quick * 10 > all * 9);
    const HbBuffer buffer{hb_buffer_create()};
    hb_buffer_add_utf32(buffer.get(), taken.data(), static_cast<int>(taken.size()), 0, static_cast<int>(taken.size()));
    hb_buffer_set_script(buffer.get(), HB_SCRIPT_HAN);
    hb_buffer_set_direction(buffer.get(), HB_DIRECTION_LTR);
    hb_buffer_set_language(buffer.get(), to_hb(language));
    const hb_feature_t no_kerning{HB_TAG('k', 'e', 'r', 'n'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END};
    hb_shape(face.hb_font(), buffer.get(), &no_kerning, 1);
    unsigned count = 0;
    const hb_glyph_info_t* const infos = hb_buffer_get_glyph_infos(buffer.get(), &count);
    const hb_glyph_position_t* const positions = hb_buffer_get_glyph_positions(buffer.get(), nullptr);
    REQUIRE(count == taken.size());
    std::size_t wrong = 0;
    for (unsigned i = 0; i < count; ++i) {
      wrong += infos[i].codepoint != expected[i] || positions[i].x_advance != face.advance(expected[i]) ||
               positions[i].x_offset != 0 || positions[i].y_offset != 0;
    }
    CHECK(wrong == 0);
  }
}

TEST_CASE("two dashes are one unbroken glyph and extract as two") {
  Diagnostics d;
  const Line line = set({run("中——中")}, d);
  REQUIRE(line.items.size() == 1);
  const GlyphRun& r = glyphs(line, 0);
  REQUIRE(r.glyphs.size() == 3);
  CHECK(r.text == "中——中");
  CHECK(r.glyphs[1].cluster == 3);
  CHECK(r.glyphs[2].cluster == 9);
  CHECK(r.glyphs[2].x == 3 * em.count());
  const font::Face& face = test::library().face(r.face);
  const auto bounds = face.glyph_bounds(r.glyphs[1].id);
  CHECK(bounds.x_max - bounds.x_min > 1800);
}

TEST_CASE("variation sequences, emoji and characters beyond the BMP are one cluster each") {
  Diagnostics d;
  const Line line = set({run("葛\U000E0100𠀀か\u3099")}, d);
  CHECK(text_of(line) == "葛\U000E0100𠀀か\u3099");
  const GlyphRun& r = glyphs(line, 0);
  CHECK(r.glyphs[0].cluster == 0);
  CHECK(d.all().empty());
  CHECK(line.width == em * 3);
}

TEST_CASE("a missing character is reported once, with its span, and a box is drawn") {
  Diagnostics d;
  Run r = run("一\U0001F9FF二\U0001F9FF");
  r.source.set_file(3);
  r.source.add(0, 100);
  const Line line = set({r}, d);
  REQUIRE(d.all().size() == 1);
  CHECK(d.all()[0].id == MessageId::glyph_missing);
  CHECK(d.all()[0].span == Span{3, 103, 107});
  CHECK(d.all()[0].text.find("U+1F9FF") != std::string::npos);
  CHECK(text_of(line) == r.text);
  CHECK(line.width > em * 2);
}

TEST_CASE("invisible characters take no space and are not missing") {
  Diagnostics d;
  const Line line = set({run("一\u2060二\u200B三\uFEFF四\u200D五\uFE0F六")}, d);
  CHECK(d.all().empty());
  CHECK(line.width == em * 6);
  CHECK(text_of(line) == "一\u2060二\u200B三\uFEFF四\u200D五\uFE0F六");
}

TEST_CASE("a combining mark that does not compose comes from a face that attaches it") {
  Diagnostics d;
  const auto face_of = [&](const char* text) -> const font::Face& {
    const Line line = set({run(text)}, d);
    return test::library().face(std::get<graphics::GlyphRun>(line.items[0].what).face);
  };
  CHECK(face_of("\u1EA1\u0301").postscript_name() == "NotoSans-Regular");  // a with dot below and acute
  CHECK(face_of("e\u0301").glyph(U'中') != 0);                             // a composed é
}

TEST_CASE("Western quotation marks keep their width, Chinese ones fill the box") {
  Diagnostics d;
  const Line chinese = set({run("中“A”中")}, d);
  CHECK(chinese.width / em == Approx(4.608).margin(0.001));
  const Line western = set({run("中 say “A” to 中")}, d);
  CHECK(western.width / em < 9);
  ParagraphStyle english;
  english.language = Language::en;
  CHECK(set({run("“A”")}, d, english).width / em == Approx(0.475 * 2 + 0.608).margin(0.002));
}

TEST_CASE("capitals are shown, the extracted text is unchanged") {
  Diagnostics d;
  Run r = run("straße");
  r.style.capitals = true;
  const Line line = set({r}, d);
  const GlyphRun& g = glyphs(line, 0);
  CHECK(g.text == "straße");
  CHECK(g.glyphs.size() == 7);
  CHECK(g.glyphs[4].cluster == g.glyphs[5].cluster);
  CHECK(g.glyphs[0].id == test::library().face(g.face).glyph(U'S'));
}

TEST_CASE("right-to-left text is placed in visual order and extracted in logical order") {
  Diagnostics d;
  const Line line = set({run("中文 שלום 12 中")}, d);
  CHECK(text_of(line) == "中文 שלום 12 中");
  bool found = false;
  for (std::size_t i = 0; i < line.items.size(); ++i) {
    const GlyphRun& r = glyphs(line, i);
    if (!r.rtl) continue;
    found = true;
    CHECK(r.glyphs.front().x < r.glyphs.back().x);
    CHECK(r.glyphs.front().cluster > r.glyphs.back().cluster);
  }
  CHECK(found);
  const Line rtl = set({run("שלום AB עולם")}, d);
  CHECK(text_of(rtl) == "שלום AB עולם");
  CHECK(glyphs(rtl, 0).origin.x > glyphs(rtl, rtl.items.size() - 1).origin.x);
}

TEST_CASE("a note's mark stays with its word, links have boxes") {
  Diagnostics d;
  ParagraphStyle style;
  style.em = em;
  Run a = run("一二三四五六"), b = run("1"), c = run("七八九十甲乙");
  b.note_mark = true;
  b.style.size = em * 0.6;
  b.style.baseline_shift = em * 0.4;
  b.link = 2;
  const Paragraph p = Paragraph::prepare({a, b, c}, style, test::library(), d);
  const auto lines = p.lines(em * 6, d);
  CHECK(lines[0].end == 15);
  REQUIRE(lines[1].links.size() == 1);
  CHECK(lines[1].links[0].link == 2);
  CHECK(lines[1].links[0].box.width == Length::scaled(em * 0.6, 555, 1000));
  CHECK(lines[1].links[0].box.x == em + (lines[1].links[0].box.x - em));
}

TEST_CASE("an English word is hyphenated and extracts with a soft hyphen") {
  Diagnostics d;
  ParagraphStyle style;
  style.em = em;
  style.language = Language::en;
  const Paragraph p = Paragraph::prepare({run("An extraordinarily internationalisation")}, style, test::library(), d);
  const auto lines = p.lines(em * 7, d);
  REQUIRE(lines.size() > 2);
  bool found = false;
  for (const Line& line : lines) {
    if (!line.hyphenated) continue;
    found = true;
    const std::string text = text_of(line);
    CHECK(text.substr(text.size() - 2) == "\xC2\xAD");
  }
  CHECK(found);
}

TEST_CASE("letter-spaced text has no ligatures; numerals may be tabular") {
  Diagnostics d;
  Run a = run("office"), b = run("office");
  b.style.tracking = em * 0.1;
  CHECK(glyphs(set({a}, d), 0).glyphs.size() <= 6);
  const Line apart = set({b}, d);
  REQUIRE(glyphs(apart, 0).glyphs.size() == 6);
  CHECK(text_of(apart) == "office");
  Run ones = run("111"), eights = run("888");
  ones.style.numerals = eights.style.numerals = Numerals::tabular;
  CHECK(set({ones}, d).width == set({eights}, d).width);
}
