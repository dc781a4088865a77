#include "pdf/font/program.hpp"

#include <hb-subset.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <iterator>
#include <map>
#include <thread>

#include "font/cff.hpp"
#include "font/font_file.hpp"
#include "pdf/font/descriptor.hpp"
#include "unit/font/fixture.hpp"
#include "unit/pdf/font/cmap_reader.hpp"

using namespace banxin;
using namespace banxin::pdf;
using namespace banxin::test;
using banxin::font::Face;
using banxin::font::Outlines;

namespace {

std::string utf8(char32_t c) {
  std::string hex;
  char unit[16];
  if (c >= 0x10000) {
    std::snprintf(unit, sizeof unit, "%04X%04X", static_cast<unsigned>(0xd7c0 + (c >> 10)),
                  static_cast<unsigned>(0xdc00 + (c & 0x3ff)));
  } else {
    std::snprintf(unit, sizeof unit, "%04X", static_cast<unsigned>(c));
  }
  return utf8_of(unit);
}

FontUsage usage_of(const Face& face, std::u32string_view text) {
  FontUsage usage;
  for (const char32_t c : text) {
    const std::uint16_t glyph = face.glyph(c);
    if (glyph != 0) usage.note(glyph, utf8(c));
  }
  return usage;
}

const std::u32string_view sample = U"版心：把内容编译成书。“AIGC”人才趋势报告——2023（示意）𠮷龘 fi Å é ½ ①→■";

struct Embedded {
  FontProgram font;
  std::vector<GlyphUse> glyphs;
};

Embedded embed(const Face& face, const FontUsage& usage, bool vertical = false) {
  Diagnostics diagnostics;
  Embedded result{{}, usage.glyphs()};
  result.font = make_font_program(face, CidMap(face), {result.glyphs, vertical}, diagnostics);
  for (const Diagnostic& diagnostic : diagnostics.all()) FAIL(diagnostic.text);
  REQUIRE_FALSE(result.font.program.empty());
  return result;
}

/// Evaluates /W and /DW: the width of each CID (ISO 32000-1, 9.7.4.3).
std::map<unsigned, double> read_widths(const std::string& array) {
  std::map<unsigned, double> widths;
  std::string spaced;
  for (const char c : array) spaced += c == '[' || c == ']' ? std::string(" ") + c + " " : std::string(1, c);
  std::istringstream words(spaced);
  std::vector<std::string> tokens(std::istream_iterator<std::string>(words), {});
  if (tokens.empty()) return widths;
  REQUIRE(tokens.front() == "[");
  REQUIRE(tokens.back() == "]");
  for (std::size_t i = 1; i + 1 < tokens.size();) {
    const unsigned first = static_cast<unsigned>(std::stoul(tokens[i++]));
    if (tokens[i] == "[") {
      unsigned cid = first;
      for (++i; tokens[i] != "]"; ++i) REQUIRE(widths.emplace(cid++, std::stod(tokens[i])).second);
      ++i;
    } else {
      const unsigned last = static_cast<unsigned>(std::stoul(tokens[i++]));
      for (unsigned cid = first; cid <= last; ++cid) REQUIRE(widths.emplace(cid, std::stod(tokens[i])).second);
      ++i;
    }
  }
  return widths;
}

font::Table table_of(const std::string& bytes) {
  return font::Table(
      hb_blob_create(bytes.data(), static_cast<unsigned>(bytes.size()), HB_MEMORY_MODE_READONLY, nullptr, nullptr));
}

/// From CIDs to FreeType's glyph index in the embedded program (ISO 32000-1, 9.7.4.2). In a bare CID-keyed CFF that is
/// the CID itself, which FreeType looks up in the charset.
std::map<unsigned, unsigned> embedded_glyphs(const Embedded& embedded, const Face& face) {
  std::map<unsigned, unsigned> glyphs;
  const CidMap cids(face);
  if (face.outlines() == Outlines::cff_cid) {
    const font::Table table = table_of(embedded.font.program);
    const font::CffNames names(table);
    REQUIRE(names.cid_keyed());
    CHECK(CidSystem{names.registry(), names.ordering(), names.supplement()} == embedded.font.system);
    const auto charset = names.charset();
    for (const unsigned cid : charset) glyphs[cid] = cid;
    const bool notdef_used = !embedded.glyphs.empty() && embedded.glyphs.front().glyph == 0;
    CHECK(charset.size() == embedded.glyphs.size() + (notdef_used ? 0 : 1));  // the requested glyphs and .notdef only
  } else {
    for (const GlyphUse& use : embedded.glyphs) {
      const unsigned cid = cids.cid(use.glyph);
      const std::string& map = embedded.font.cid_to_gid;
      glyphs[cid] = map.empty() ? cid
                                : static_cast<unsigned>(static_cast<unsigned char>(map.at(2 * cid)) << 8 |
                                                        static_cast<unsigned char>(map.at(2 * cid + 1)));
    }
  }
  return glyphs;
}

/// Checks with FreeType that every glyph of the subset, found by its CID, has the outline and advance of the full font.
void check_embedding(const Face& face, const Embedded& embedded) {
  INFO(face.postscript_name());
  const FreeTypeFace whole(face.path(), face.index());
  const FreeTypeFace cut(embedded.font.program);
  const CidMap cids(face);
  const auto glyphs = embedded_glyphs(embedded, face);
  const auto widths = read_widths(embedded.font.widths);
  std::vector<CodeText> texts;
  for (const GlyphUse& use : embedded.glyphs) {
    const unsigned cid = cids.cid(use.glyph);
    INFO("glyph " << use.glyph << " " << use.text << " cid " << cid);
    REQUIRE(glyphs.contains(cid));
    const unsigned id = glyphs.at(cid);
    if (use.glyph != 0) CHECK(id != 0);
    REQUIRE(cut.glyph(id) != nullptr);
    CHECK(cut.outline(id) == whole.outline(use.glyph));
    const double advance =
        static_cast<double>(whole.glyph(use.glyph)->metrics.horiAdvance) * 1000 / face.metrics().units_per_em;
    const double embedded_advance =
        static_cast<double>(cut.glyph(id)->metrics.horiAdvance) * 1000 / face.metrics().units_per_em;
    const double stated = widths.contains(cid) ? widths.at(cid) : embedded.font.default_width;
    CHECK(stated == Approx(advance).margin(0.001));
    CHECK(stated == Approx(embedded_advance).margin(0.001));  // ISO 19005-2, 6.2.11.5
    CHECK(stated == Approx(pdf_width(face, use.glyph)).margin(1e-9));
    if (use.glyph != 0) texts.push_back({static_cast<std::uint16_t>(cid), use.text});
  }
  std::sort(texts.begin(), texts.end(), [](const auto& a, const auto& b) { return a.code < b.code; });
  CHECK(read_cmap(embedded.font.to_unicode) == texts);
  const std::string& name = embedded.font.base_font;
  CHECK(name.substr(6) == "+" + face.postscript_name());
  CHECK(std::all_of(name.begin(), name.begin() + 6, [](char c) { return c >= 'A' && c <= 'Z'; }));
}

}  // namespace

TEST_CASE("a CID-keyed CFF keeps its CIDs in a subset") {
  for (const Face* face : {&face_of("sans"), &face_of("sans", 900, Language::ja),
                           &face_of("serif", 700, Language::zh_hant), &face_of("mono")}) {
    const Embedded embedded = embed(*face, usage_of(*face, sample));
    CHECK(embedded.font.kind == FontFileKind::cff);
    CHECK(embedded.font.system == CidSystem{"Adobe", "Identity", 0});
    CHECK(embedded.font.cid_to_gid.empty());
    CHECK(embedded.font.type0_name(false) == embedded.font.base_font + "-Identity-H");
    CHECK(embedded.font.type0_name(true) == embedded.font.base_font + "-Identity-V");
    check_embedding(*face, embedded);
  }
}

TEST_CASE("glyphs without a character can be embedded, and .notdef has no text") {
  const Face& face = face_of("sans");
  FontUsage usage = usage_of(face, U"字");
  usage.note(0, "x");
  usage.note(60000, "ff");
  usage.note(65000, "a longer text");
  check_embedding(face, embed(face, usage));
  // Every glyph needs a Unicode value, and three values are forbidden (ISO 19005-2, 6.2.11.7.2).
  FontUsage silent;
  silent.note(60000, "");
  silent.note(60001, "\ufeff");
  silent.note(60002, "a\ufeffb\ufffe");
  CHECK(read_cmap(embed(face, silent).font.to_unicode) ==
        std::vector<CodeText>{{60000, "\u200b"}, {60001, "\u200b"}, {60002, "ab"}});
}

TEST_CASE("a CID-keyed CFF whose CIDs are not its glyph ids") {
  // A subset of a subset: the charset has the old glyph ids.
  const Face& whole = face_of("sans");
  hb_subset_input_t* input = hb_subset_input_create_or_fail();
  for (const char32_t c : sample) hb_set_add(hb_subset_input_unicode_set(input), c);
  hb_face_t* small = hb_subset_or_fail(whole.hb_face(), input);
  hb_subset_input_destroy(input);
  REQUIRE(small != nullptr);
  hb_blob_t* blob = hb_face_reference_blob(small);
  unsigned length = 0;
  const char* data = hb_blob_get_data(blob, &length);
  const TemporaryFolder folder;
  const std::string path = folder.write("small.otf", std::string(data, length));
  hb_blob_destroy(blob);
  hb_face_destroy(small);
  std::string why;
  const auto file = font::FontFile::open(path, why);
  REQUIRE(file != nullptr);
  const Face face(path, 0, file->create_face(0));
  REQUIRE(face.outlines() == Outlines::cff_cid);
  const CidMap cids(face);
  CHECK(cids.cid(face.glyph(U'版')) == whole.glyph(U'版'));
  CHECK(cids.cid(face.glyph(U'版')) != face.glyph(U'版'));
  const Embedded embedded = embed(face, usage_of(face, U"版心：2023"));
  check_embedding(face, embedded);
}

TEST_CASE("TrueType subsets are renumbered, with a map from CIDs") {
  for (const Face* face : {&face_of("latin"), &face_of("latin", 700, Language::en, true), &face_of("arabic"),
                           &face_of("rare-ideographs"), &face_of("emoji")}) {
    const Embedded embedded = embed(*face, usage_of(*face, U"Résumé fi ÅǺ½ 2023 مرحبا ١٢ 𠮷𪚥 👤🎓📅"));
    CHECK(embedded.font.kind == FontFileKind::truetype);
    CHECK(embedded.font.system == CidSystem{});
    CHECK(embedded.font.cid_to_gid.size() == 2 * (embedded.glyphs.back().glyph + 1U));
    CHECK(embedded.font.type0_name(false) == embedded.font.base_font);
    check_embedding(*face, embedded);
    // The tables that ISO 32000-1, 9.9 requires, and no others.
    std::string tables;
    for (int i = 0; i < embedded.font.program[5]; ++i)
      tables += embedded.font.program.substr(static_cast<std::size_t>(12 + 16 * i), 4) + " ";
    CHECK(tables == "glyf head hhea hmtx loca maxp ");
  }
}

TEST_CASE("a name-keyed CFF keeps its glyph ids") {
  const std::string path = "/usr/share/fonts/opentype/urw-base35/NimbusSans-Regular.otf";
  std::string why;
  const auto file = font::FontFile::open(path, why);
  if (file == nullptr) {
    WARN("skipped: this test needs the package fonts-urw-base35");
    return;
  }
  const Face face(path, 0, file->create_face(0));
  REQUIRE(face.outlines() == Outlines::cff_name);
  const Embedded embedded = embed(face, usage_of(face, U"Résumé fi 2023"));
  CHECK(embedded.font.kind == FontFileKind::cff);
  CHECK(embedded.font.cid_to_gid.empty());
  check_embedding(face, embedded);
}

TEST_CASE("the same request gives the same bytes, in parallel too; a different one gets a different tag") {
  const Face& face = face_of("serif");
  const FontUsage usage = usage_of(face, sample);
  const Embedded once = embed(face, usage);
  std::vector<FontProgram> programs(4);
  std::vector<std::thread> threads;
  for (FontProgram& program : programs) {
    threads.emplace_back([&] {
      Diagnostics diagnostics;
      program = make_font_program(face, CidMap(face), {usage.glyphs(), true}, diagnostics);
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const FontProgram& program : programs) {
    CHECK(program.program == once.font.program);
    CHECK(program.to_unicode == once.font.to_unicode);
    CHECK(program.widths == once.font.widths);
    CHECK(program.base_font == once.font.base_font);
  }
  CHECK(embed(face, usage_of(face, U"另一个")).font.base_font != once.font.base_font);
}

TEST_CASE("vertical setting: default metrics of the em box, others in /W2") {
  const Face& face = face_of("sans");
  const Embedded upright = embed(face, usage_of(face, U"版心"), true);
  CHECK(upright.font.vertical_default == "[880 -1000]");
  CHECK(upright.font.vertical_widths.empty());
  CHECK(embed(face, usage_of(face, U"版心")).font.vertical_default.empty());
  FontUsage usage = usage_of(face, U"版");
  const std::uint16_t digit = face.glyph(U'1');
  usage.note(digit, "1");
  const Face::Vertical metrics = face.vertical(digit);
  const std::string entry = embed(face, usage, true).font.vertical_widths;
  CHECK((entry.empty() || entry.find("[" + std::to_string(digit) + "[" + std::to_string(metrics.advance)) == 0));
}

TEST_CASE("descriptors describe the fonts") {
  const FontDescriptorValues sans = describe(face_of("sans"));
  CHECK(sans.flags == 4);  // symbolic
  CHECK(sans.ascent == 880);
  CHECK(sans.descent == -120);
  CHECK(sans.cap_height == 733);
  CHECK(sans.x_min < 0);
  CHECK(sans.x_max > 1000);
  CHECK(sans.stem_v == 92);
  CHECK(describe(face_of("serif")).flags == (4 | 2));
  CHECK(describe(face_of("mono")).flags == 4);  // two widths, half and full: not of fixed pitch
  const FontDescriptorValues italic = describe(face_of("latin", 400, Language::en, true));
  CHECK(italic.flags == (4 | 64));
  CHECK(italic.italic_angle == Approx(-12));
  // Stems are measured: they grow with the weight.
  double last = 0;
  for (const int weight : {100, 300, 350, 400, 500, 700, 900}) {
    const double stem = measure_stem(face_of("sans", weight));
    CHECK(stem > last);
    last = stem;
  }
}

TEST_CASE("license bits decide") {
  const std::string font = bytes_of(noto_core + "NotoSans-Regular.ttf");
  const TemporaryFolder folder;
  const auto allowed = [&](unsigned bits) {
    const std::string path = folder.write("license" + std::to_string(bits) + ".ttf", with_licence_bits(font, bits));
    std::string why;
    const auto file = font::FontFile::open(path, why);
    REQUIRE(file != nullptr);
    const Face face(path, 0, file->create_face(0));
    Diagnostics diagnostics;
    const FontProgram program =
        make_font_program(face, CidMap(face), {usage_of(face, U"A").glyphs(), false, {0, 7, 9}}, diagnostics);
    CHECK(program.program.empty() == diagnostics.has_errors());
    CHECK(may_embed(face) == !diagnostics.has_errors());
    for (const Diagnostic& diagnostic : diagnostics.all()) {
      CHECK(diagnostic.id == MessageId::font_embedding_forbidden);
      CHECK(diagnostic.span == Span{0, 7, 9});
      char hex[8];
      std::snprintf(hex, sizeof hex, "0x%04X", bits);
      CHECK(diagnostic.text ==
            std::string("the license bits of the font `NotoSans-Regular` forbid embedding (OS/2 fsType ") + hex + ")");
    }
    return !diagnostics.has_errors();
  };
  CHECK(allowed(0x0000));        // installable
  CHECK_FALSE(allowed(0x0002));  // restricted license
  CHECK(allowed(0x0004));        // preview and print
  CHECK(allowed(0x0008));        // editable
  CHECK(allowed(0x000a));        // old: the least restrictive counts
  CHECK_FALSE(allowed(0x0100));  // no subsetting
  CHECK_FALSE(allowed(0x0208));  // bitmaps only
}

TEST_CASE("a damaged font gives a diagnostic or glyphs, never a crash") {
  const std::string font = bytes_of(noto_core + "NotoSansThai-Regular.ttf");
  const TemporaryFolder folder;
  std::uint32_t random = 12345;
  for (int round = 0; round < 60; ++round) {
    std::string damaged = font;
    for (int k = 0; k < 40; ++k) {
      random = random * 1664525 + 1013904223;
      damaged[random % damaged.size()] = static_cast<char>(random >> 24);
    }
    if (round % 4 == 3) damaged.resize(damaged.size() * static_cast<std::size_t>(round) / 60);
    const std::string path = folder.write("damaged.ttf", damaged);
    std::string why;
    const auto file = font::FontFile::open(path, why);
    if (file == nullptr) {
      CHECK_FALSE(why.empty());
      continue;
    }
    const Face face(path, file->faces().front().index, file->create_face(file->faces().front().index));
    Diagnostics diagnostics;
    const FontProgram program =
        make_font_program(face, CidMap(face), {usage_of(face, U"กขAa1").glyphs(), true}, diagnostics);
    CHECK((diagnostics.has_errors() || !program.program.empty()));
  }
}

TEST_CASE("a subset of 1,500 glyphs of a Chinese font", "[.][bench]") {
  for (const std::string family : {"sans", "serif", "rare-ideographs"}) {
    const Face& face = face_of(family);
    std::u32string text;
    for (char32_t c = 0x4e00; text.size() < 1500; c += 13) text += c;
    const auto glyphs = usage_of(face, text).glyphs();
    for (int round = 0; round < 3; ++round) {
      Diagnostics diagnostics;
      const auto begin = std::chrono::steady_clock::now();
      const FontProgram program = make_font_program(face, CidMap(face), {glyphs, false}, diagnostics);
      const std::chrono::duration<double, std::milli> time = std::chrono::steady_clock::now() - begin;
      WARN(family << ": " << glyphs.size() << " glyphs, " << time.count() << " ms, " << program.program.size()
                  << " bytes");
    }
  }
}
