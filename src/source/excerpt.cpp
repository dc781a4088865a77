#include "source/excerpt.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <vector>

namespace banxin::source {

namespace {

constexpr int max_cells = 96;     // terminal cells of an excerpt
constexpr int cells_before = 48;  // of these, before the marker

struct Character {
  std::string_view bytes;
  std::uint32_t begin = 0;  ///< in the line
  int cells = 0;
};

int cells_of(UChar32 character) {
  const int category = u_charType(character);
  if (category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK || category == U_FORMAT_CHAR) return 0;
  const int width = u_getIntPropertyValue(character, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

std::vector<Character> characters(std::string_view line) {
  std::vector<Character> result;
  const auto* const bytes = reinterpret_cast<const std::uint8_t*>(line.data());
  const auto size = static_cast<std::int32_t>(line.size());
  for (std::int32_t at = 0; at < size;) {
    const std::int32_t begin = at;
    UChar32 character = 0;
    U8_NEXT(bytes, at, size, character);
    Character& added = result.emplace_back();
    added.begin = static_cast<std::uint32_t>(begin);
    added.bytes = line.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(at - begin));
    if (character == '\t') {
      added.bytes = " ";
    } else if (character < 0x20 || (character >= 0x7F && character < 0xA0)) {
      // A control character could change the state of the terminal.
      added.bytes = "\xEF\xBF\xBD";
      character = 0xFFFD;
    }
    added.cells = character == '\t' ? 1 : cells_of(character);
  }
  return result;
}

int cells_between(const std::vector<Character>& line, std::size_t begin, std::size_t end) {
  int cells = 0;
  for (std::size_t i = begin; i < end; ++i) cells += line[i].cells;
  return cells;
}

}  // namespace

int terminal_width(std::string_view text) {
  const std::vector<Character> all = characters(text);
  return cells_between(all, 0, all.size());
}

Excerpt excerpt(const SourceFiles& files, Span span) {
  if (!span.known()) return {};
  const SourceFile& file = files.file(span.file);
  const std::uint32_t number = file.position(span.begin).line;
  const std::uint32_t line_begin = file.line_begin(number);
  const std::vector<Character> line = characters(file.line(number));
  const auto index_of = [&](std::uint32_t offset) {
    const auto at = std::ranges::lower_bound(line, std::max(offset, line_begin) - line_begin, {}, &Character::begin);
    return static_cast<std::size_t>(at - line.begin());
  };
  const std::size_t begin = index_of(span.begin);
  const std::size_t end = std::max(begin, index_of(std::max(span.begin, span.end)));

  std::size_t first = 0, last = line.size();
  if (cells_between(line, first, last) > max_cells) {
    int before = cells_between(line, 0, begin);
    while (before > cells_before) before -= line[first++].cells;
    int cells = cells_between(line, first, last);
    while (last > begin + 1 && cells > max_cells) cells -= line[--last].cells;
  }
  Excerpt result;
  if (first > 0) {
    result.line += "…";
    result.marker += ' ';
  }
  for (std::size_t i = first; i < last; ++i) result.line += line[i].bytes;
  if (last < line.size()) result.line += "…";
  result.marker.append(static_cast<std::size_t>(cells_between(line, first, begin)), ' ');
  result.marker.append(static_cast<std::size_t>(std::max(1, cells_between(line, begin, std::min(end, last)))), '^');
  return result;
}

}  // namespace banxin::source
