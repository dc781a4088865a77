// Random documents: nothing is lost or moved, every body line is on the grid, no page ends with a heading, none
// starts or ends with a single line of a paragraph, nothing leaves the type area.
#include <catch2/catch.hpp>

#include <cmath>
#include <random>

#include "unit/page/printed.hpp"

using namespace banxin;
using namespace banxin::page::test;

namespace {

constexpr double mm = 72 / 25.4, leading = 18, top = 20 * mm, foot = 140 * mm;
/// The first baseline: the middle of the line and 0.38 em.
constexpr double first_baseline = top + leading / 2 + 10.5 * 0.38;

/// A text whose every character names its paragraph, so that lines are distinguishable; no two neighbors belong
/// together.
struct Source {
  std::string yaml;
  std::string words;  ///< of the body, in reading order
  std::string notes;
};

std::string character(std::uint32_t code) {
  std::string out;
  out += static_cast<char>(0xE0U | (code >> 12U));
  out += static_cast<char>(0x80U | ((code >> 6U) & 0x3FU));
  out += static_cast<char>(0x80U | (code & 0x3FU));
  return out;
}

class Writer {
 public:
  explicit Writer(std::uint32_t seed) : random_(seed) {}

  std::uint32_t upto(std::uint32_t most) { return static_cast<std::uint32_t>(random_() % (most + 1)); }

  /// Han characters that follow each other in Unicode, so that what comes next is known.
  std::string words(std::uint32_t count) {
    std::string out;
    for (std::uint32_t i = 0; i < count; ++i) {
      out += character(next_);
      next_ = next_ == 0x9F00 ? 0x4E00 : next_ + 1;
    }
    return out;
  }

  std::string paragraph(Source& source, bool notes) {
    std::string text = words(3 + upto(160));
    source.words += text;
    if (notes && upto(5) == 0) {
      const std::string note = repeated("注", static_cast<int>(3 + upto(400)));
      source.notes += note;
      text += "[^" + note + "^]";
    }
    return text;
  }

  Source document(bool columns) {
    Source source;
    source.yaml = small_page();
    const std::uint32_t blocks = 12 + upto(20);
    if (columns) source.yaml += "  - columns: 2\n    style: row\n    box:\n";
    const std::string indent = columns ? "        " : "  ";
    for (std::uint32_t i = 0; i < blocks; ++i) {
      if (upto(5) == 0) {
        const std::string heading = words(2 + upto(20));
        source.words += heading;
        source.yaml +=
            indent + "- heading: " + heading + "\n" + indent + "  level: " + std::to_string(1 + upto(2)) + "\n";
      }
      source.yaml += indent + "- text: " + paragraph(source, !columns) + "\n";
    }
    return source;
  }

 private:
  std::mt19937 random_;
  std::uint32_t next_ = 0x4E00;
};

/// Text of the body's size, or a heading's: notes and their marks are smaller.
bool is_body(const PrintedLine& line) { return line.size > 10.4 && line.size < 10.6; }
bool is_small(const PrintedLine& line) { return line.size < 9; }

std::string without_marks(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (static_cast<unsigned char>(c) >= 0x80) out += c;
  }
  return out;
}

}  // namespace

TEST_CASE("random documents of one column") {
  for (std::uint32_t seed = 1; seed <= 40; ++seed) {
    Writer writer(seed);
    const Source source = writer.document(false);
    const Printed printed = print(source.yaml);
    CAPTURE(seed);
    INFO(printed.faults());
    CHECK(printed.diagnostics.all().empty());
    std::string words, notes;
    for (std::size_t page = 0; page < printed.document.pages.size(); ++page) {
      CAPTURE(page);
      const PrintedLine* last = nullptr;
      double lowest_body = 0, highest_note = 1e9;
      const auto lines = printed.lines(page);
      for (const PrintedLine& line : lines) {
        if (is_small(line)) {
          const std::string note = without_marks(line.text);
          notes += note;
          if (!note.empty()) highest_note = std::min(highest_note, line.y);
          CHECK(line.y < foot);
          continue;
        }
        words += line.text;
        last = &line;
        lowest_body = std::max(lowest_body, line.y);
        CHECK(line.x >= 20 * mm - 0.01);
        CHECK(line.right <= 100 * mm - 10);
        CHECK(line.y < foot);
        if (!is_body(line)) continue;
        const double lines_down = (line.y - first_baseline) / leading;
        CHECK(std::abs(lines_down - std::round(lines_down)) < 0.001);
      }
      CHECK(lowest_body < highest_note);
      if (last != nullptr) CHECK(is_body(*last));  // no page ends with a heading
    }
    CHECK(words == source.words);
    CHECK(notes == source.notes);
  }
}

TEST_CASE("no page starts or ends with a single line of a paragraph") {
  for (std::uint32_t seed = 100; seed < 140; ++seed) {
    Writer writer(seed);
    const Source source = writer.document(false);
    const Printed printed = print(source.yaml);
    CAPTURE(seed);
    // The lines of each paragraph by page: a new one starts where a line is set in by two characters.
    std::vector<std::vector<std::size_t>> pages_of;
    for (const PrintedLine& line : printed.lines()) {
      if (!is_body(line)) continue;
      const bool starts = line.x > 20 * mm + 20;
      if (starts || pages_of.empty()) pages_of.emplace_back();
      if (!pages_of.back().empty() && line.x > 20 * mm + 1 && !starts) continue;  // behind a note's mark
      pages_of.back().push_back(line.page);
    }
    for (const auto& pages : pages_of) {
      if (pages.size() < 2 || pages.front() == pages.back()) continue;
      CHECK(std::count(pages.begin(), pages.end(), pages.front()) >= 2);
      CHECK(std::count(pages.begin(), pages.end(), pages.back()) >= 2);
    }
  }
}

TEST_CASE("lines of neighboring columns stand on one grid, and balanced columns end level") {
  for (std::uint32_t seed = 200; seed < 220; ++seed) {
    Writer writer(seed);
    const Source source = writer.document(true);
    const Printed printed = print(source.yaml);
    CAPTURE(seed);
    INFO(printed.faults());
    std::string words;
    for (std::size_t page = 0; page < printed.document.pages.size(); ++page) {
      double low[2] = {0, 0}, first = 0;
      for (const PrintedLine& line : printed.lines(page)) {
        words += line.text;
        if (!is_body(line)) continue;
        if (first == 0) first = line.y;
        const double lines_down = (line.y - first) / leading;
        CHECK(std::abs(lines_down - std::round(lines_down)) < 0.001);
        double& lowest = low[line.x > 60 * mm ? 1 : 0];
        lowest = std::max(lowest, line.y);
      }
      // Widows, orphans and headings may cost a column a few lines.
      if (page + 1 == printed.document.pages.size() && low[1] > 0) CHECK(std::abs(low[0] - low[1]) <= 4 * leading);
    }
    CHECK(words == source.words);
  }
}
