#include "api/described.hpp"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <tuple>

namespace banxin::api {

namespace {

/// As much of a long line as is shown, in terminal cells.
constexpr int excerpt_cells = 96;
/// And how much of that may stand before the marker.
constexpr int cells_before = 48;

/// Cells that a terminal gives a character: two for wide and full-width ones (UAX #11), none for what combines.
int cells(UChar32 character) {
  const int kind = u_charType(character);
  if (kind == U_NON_SPACING_MARK || kind == U_ENCLOSING_MARK || kind == U_FORMAT_CHAR) return 0;
  const int width = u_getIntPropertyValue(character, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

struct Character {
  std::string bytes;
  int width = 0;
};

/// Tabs become spaces, broken bytes U+FFFD.
std::vector<Character> characters(std::string_view line) {
  const icu::UnicodeString text =
      icu::UnicodeString::fromUTF8(icu::StringPiece(line.data(), static_cast<std::int32_t>(line.size())));
  std::vector<Character> result;
  for (std::int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
    const UChar32 character = text.char32At(at) == '\t' ? ' ' : text.char32At(at);
    Character& added = result.emplace_back();
    icu::UnicodeString(character).toUTF8String(added.bytes);
    added.width = cells(character);
  }
  return result;
}

int width_of(const std::vector<Character>& line, std::size_t begin, std::size_t end) {
  int width = 0;
  for (std::size_t i = begin; i < end; ++i) width += line[i].width;
  return width;
}

/// The part of a line round the characters [begin, end), and a marker under these.
void add_excerpt(std::string_view text, std::size_t begin, std::size_t end, Diagnostic& out) {
  const std::vector<Character> line = characters(text);
  begin = std::min(begin, line.size());
  end = std::clamp(end, begin, line.size());
  std::size_t first = 0;
  if (width_of(line, 0, line.size()) > excerpt_cells) {
    while (width_of(line, first, begin) > cells_before) ++first;
  }
  std::size_t last = line.size();
  while (last > begin && width_of(line, first, last) > excerpt_cells) --last;

  out.excerpt = first > 0 ? "…" : "";
  out.marker = first > 0 ? " " : "";
  for (std::size_t i = first; i < last; ++i) out.excerpt += line[i].bytes;
  if (last < line.size()) out.excerpt += "…";
  out.marker.append(static_cast<std::size_t>(width_of(line, first, begin)), ' ');
  out.marker.append(static_cast<std::size_t>(std::max(1, width_of(line, begin, std::min(end, last)))), '^');
}

Diagnostic describe(const banxin::Diagnostic& diagnostic, const source::SourceFiles& files) {
  Diagnostic out;
  out.code = message(diagnostic.id).code;
  out.severity = static_cast<Severity>(diagnostic.severity);
  out.message = diagnostic.text;
  out.suggestion = diagnostic.suggestion;
  if (!diagnostic.span.known()) return out;
  const source::SourceFile& file = files.file(diagnostic.span.file);
  const source::Position begin = file.position(diagnostic.span.begin);
  const source::Position end = file.position(std::max(diagnostic.span.begin, diagnostic.span.end));
  out.file = file.path();
  out.line = begin.line;
  out.column = begin.column;
  out.end_line = end.line;
  out.end_column = end.column;
  const std::string_view line = file.line(begin.line);
  const std::size_t last = end.line == begin.line ? end.column - 1 : line.size();
  if (!line.empty()) add_excerpt(line, begin.column - 1, last, out);
  return out;
}

static_assert(static_cast<int>(Severity::error) == static_cast<int>(banxin::Severity::error));
static_assert(static_cast<int>(Severity::hint) == static_cast<int>(banxin::Severity::hint));

}  // namespace

std::vector<Diagnostic> described(const Diagnostics& diagnostics, const source::SourceFiles& files) {
  struct Entry {
    Span leader;  ///< of the last diagnostic before that is no hint, or its own
    const banxin::Diagnostic* diagnostic;
  };
  std::vector<Entry> entries;
  Span leader;
  for (const banxin::Diagnostic& diagnostic : diagnostics.all()) {
    if (diagnostic.severity != banxin::Severity::hint || entries.empty()) leader = diagnostic.span;
    entries.push_back({leader, &diagnostic});
  }
  std::stable_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
    return std::tie(a.leader.file, a.leader.begin) < std::tie(b.leader.file, b.leader.begin);  // no_file comes last
  });
  std::vector<Diagnostic> result;
  result.reserve(entries.size());
  for (const Entry& entry : entries) result.push_back(describe(*entry.diagnostic, files));
  return result;
}

}  // namespace banxin::api
