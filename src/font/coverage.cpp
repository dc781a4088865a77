#include "font/coverage.hpp"

#include <hb.h>

#include <algorithm>
#include <map>

namespace banxin::font {
namespace {

/// Reads one character at `at` and moves past it; a broken sequence gives U+FFFD and moves one byte.
char32_t next_character(std::string_view text, std::size_t& at) {
  constexpr char32_t broken = 0xfffd;
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned lead = byte(at);
  const std::size_t length = lead < 0x80 ? 1 : lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  char32_t character = length == 1 ? lead : lead & (0xffU >> (length + 1));
  if ((lead >= 0x80 && lead < 0xc2) || lead > 0xf4 || at + length > text.size()) return ++at, broken;
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(at + i) & 0xc0) != 0x80) return ++at, broken;
    character = character << 6 | (byte(at + i) & 0x3fU);
  }
  constexpr char32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
  const bool surrogate = character >= 0xd800 && character <= 0xdfff;
  if (character < least[length] || character > 0x10ffff || surrogate) return ++at, broken;
  at += length;
  return character;
}

}  // namespace

bool needs_glyph(char32_t character) {
  // The default-ignorable code points that are not of category Cf (Unicode, DerivedCoreProperties).
  if (character == 0x34f || (character >= 0x115f && character <= 0x1160) ||
      (character >= 0x17b4 && character <= 0x17b5) || (character >= 0x180b && character <= 0x180f) ||
      character == 0x3164 || character == 0xffa0 || (character >= 0xfe00 && character <= 0xfe0f) ||
      (character >= 0xe0000 && character <= 0xe0fff)) {
    return false;
  }
  switch (hb_unicode_general_category(hb_unicode_funcs_get_default(), character)) {
    case HB_UNICODE_GENERAL_CATEGORY_CONTROL:
    case HB_UNICODE_GENERAL_CATEGORY_FORMAT:
    case HB_UNICODE_GENERAL_CATEGORY_LINE_SEPARATOR:
    case HB_UNICODE_GENERAL_CATEGORY_PARAGRAPH_SEPARATOR: return false;
    default: return true;
  }
}

const FaceId* covering_face(const Library& library, const std::vector<FaceId>& chain, char32_t character) {
  const auto found =
      std::find_if(chain.begin(), chain.end(), [&](FaceId id) { return library.face(id).glyph(character) != 0; });
  return found == chain.end() ? nullptr : &*found;
}

std::vector<Uncovered> coverage_report(const Library& library, const Query& query, std::string_view text) {
  const std::vector<FaceId>& chain = library.chain(query);
  std::map<char32_t, Uncovered> missing;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t character = next_character(text, at);
    if (!needs_glyph(character) || covering_face(library, chain, character) != nullptr) continue;
    Uncovered& entry = missing.try_emplace(character, Uncovered{character, 0, begin}).first->second;
    ++entry.count;
  }
  std::vector<Uncovered> report;
  for (const auto& [character, entry] : missing) report.push_back(entry);
  return report;
}

}  // namespace banxin::font
