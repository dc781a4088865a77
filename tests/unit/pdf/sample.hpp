// A small document made in code with every kind of content, and programs to read it back with.
#pragma once

#include <catch2/catch.hpp>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <memory>
#include <string>

#include <unistd.h>

#include "font/library.hpp"
#include "page/paged_document.hpp"

namespace banxin::test {

inline std::shared_ptr<const font::Library> fonts() {
  static const std::shared_ptr<const font::Library> library = [] {
    Diagnostics diagnostics;
    font::Options options;
    options.catalogue = std::string(BANXIN_PROJECT) + "/fonts/fonts.yaml";
    return font::Library::open(options, diagnostics);
  }();
  return library;
}

inline std::vector<char32_t> characters(std::string_view utf8, std::vector<std::uint32_t>& offsets) {
  std::vector<char32_t> out;
  for (std::size_t i = 0; i < utf8.size();) {
    const auto lead = static_cast<unsigned char>(utf8[i]);
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    char32_t c = length == 1 ? lead : lead & (0xFFu >> (length + 1));
    for (std::size_t k = 1; k < length; ++k) c = c << 6 | (static_cast<unsigned char>(utf8[i + k]) & 0x3Fu);
    offsets.push_back(static_cast<std::uint32_t>(i));
    out.push_back(c);
    i += length;
  }
  return out;
}

/// Text at its nominal advances, glyph for character; `extra` is added after every glyph, in em.
inline graphics::GlyphRun run(std::string_view text, Length size, Point origin, double extra = 0, int weight = 400) {
  font::Query query;
  query.weight = weight;
  graphics::GlyphRun out;
  out.face = fonts()->chain(query).front();
  out.size = size;
  out.origin = origin;
  out.text = text;
  out.fill = graphics::Paint{Color::black(), 1, false};
  const font::Face& face = fonts()->face(out.face);
  std::vector<std::uint32_t> offsets;
  Length x;
  for (const char32_t c : characters(text, offsets)) {
    graphics::Glyph glyph;
    glyph.id = face.glyph(c);
    glyph.cluster = offsets[out.glyphs.size()];
    glyph.x = static_cast<std::int32_t>(x.count());
    out.glyphs.push_back(glyph);
    x += face.advance(glyph.id, size) + size * extra;
  }
  return out;
}

/// Moves all glyphs from index `from` on, in em.
inline void shift(graphics::GlyphRun& run, std::size_t from, double em) {
  for (std::size_t i = from; i < run.glyphs.size(); ++i) {
    run.glyphs[i].x += static_cast<std::int32_t>((run.size * em).count());
  }
}

/// A document of one A5 page with a title, to which a test adds lines.
struct Sample {
  page::PagedDocument document;
  Sample() {
    document.metadata.title = "样张 & <标题>";
    document.metadata.author = "版心";
    document.metadata.keywords = {"一", "二"};
    document.metadata.date = "2023-03";
    add_page();
  }
  page::Page& add_page() {
    page::Page& page = document.pages.emplace_back();
    page.trim = {Length::mm(148), Length::mm(210)};
    page.bleed = Length::mm(3);
    page.folio = static_cast<int>(document.pages.size());
    return page;
  }
  semantics::NodeId add(semantics::Role role, semantics::NodeId parent = 1) { return document.tree.add(parent, role); }
  void set(graphics::GlyphRun run, semantics::NodeId node, bool line_ends = true) {
    run.reading_break_after = line_ends;
    document.pages.back().items.push_back({std::move(run), node, {}});
  }
  /// A paragraph of one line.
  semantics::NodeId paragraph(graphics::GlyphRun run) {
    const semantics::NodeId node = add(semantics::Role::paragraph);
    set(std::move(run), node);
    return node;
  }
};

/// A temporary file.
class TemporaryFile {
 public:
  explicit TemporaryFile(const std::string& bytes) {
    std::string name = "/tmp/banxin-test-XXXXXX";
    const int descriptor = mkstemp(name.data());
    REQUIRE(descriptor >= 0);
    close(descriptor);
    path_ = name;
    std::ofstream(path_, std::ios::binary) << bytes;
  }
  ~TemporaryFile() { std::remove(path_.c_str()); }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
};

struct Output {
  std::string text;
  int status = -1;
};

inline Output execute(const std::string& command) {
  Output output;
  FILE* pipe = popen(("{ " + command + "; } 2>&1").c_str(), "r");
  REQUIRE(pipe != nullptr);
  std::array<char, 4096> buffer;
  for (std::size_t count; (count = fread(buffer.data(), 1, buffer.size(), pipe)) > 0;)
    output.text.append(buffer.data(), count);
  output.status = WEXITSTATUS(pclose(pipe));
  return output;
}

/// Fails the test with a message if the program is not installed: a check that did not run has not passed.
inline void need(const std::string& program) {
  INFO(program << " is not installed (scripts/setup installs it)");
  REQUIRE(execute("command -v " + program).status == 0);
}

}  // namespace banxin::test
