#include "text/characters/scripts.hpp"

#include <unicode/uchar.h>
#include <unicode/ustring.h>
#include <unicode/utf16.h>

namespace banxin::text {

UScriptCode script_of(char32_t code, CharacterClass c) {
  switch (c) {
    case CharacterClass::ideograph: return USCRIPT_HAN;
    case CharacterClass::digit:
    case CharacterClass::space: return USCRIPT_COMMON;
    case CharacterClass::hangul: return USCRIPT_HANGUL;
    default: break;
  }
  if (code < 0x80) return c == CharacterClass::letter ? USCRIPT_LATIN : USCRIPT_COMMON;
  if (is_full_width(c))
    return c == CharacterClass::kana || c == CharacterClass::small_kana ? USCRIPT_KATAKANA : USCRIPT_HAN;
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(static_cast<UChar32>(code), &status);
  return U_FAILURE(status) || script == USCRIPT_INHERITED || script == USCRIPT_UNKNOWN ? USCRIPT_COMMON : script;
}

bool is_east_asian(UScriptCode s) {
  return s == USCRIPT_HAN || s == USCRIPT_KATAKANA || s == USCRIPT_HIRAGANA || s == USCRIPT_BOPOMOFO ||
         s == USCRIPT_HANGUL;
}

std::size_t to_capitals(char32_t code, std::array<char32_t, 3>& out) {
  std::array<UChar, 2> source{};
  int length = 0;
  const auto c = static_cast<UChar32>(code);
  if (c > 0xFFFF) {
    source = {U16_LEAD(c), U16_TRAIL(c)};
    length = 2;
  } else {
    source[0] = static_cast<UChar>(c);
    length = 1;
  }
  std::array<UChar, 8> target{};
  UErrorCode status = U_ZERO_ERROR;
  const int count = u_strToUpper(target.data(), static_cast<int>(target.size()), source.data(), length, "", &status);
  std::size_t written = 0;
  for (int i = 0; U_SUCCESS(status) && i < count && written < out.size();) {
    UChar32 upper = 0;
    U16_NEXT(target.data(), i, count, upper);
    out[written++] = static_cast<char32_t>(upper);
  }
  if (written == 0) out[written++] = code;
  return written;
}

}  // namespace banxin::text
