#include "text/characters/character_class.hpp"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

namespace banxin::text {
namespace {

using C = CharacterClass;

constexpr bool in(char32_t code, char32_t first, char32_t last) { return code >= first && code <= last; }

C ascii(char32_t code) {
  if (in(code, 'a', 'z') || in(code, 'A', 'Z')) return C::letter;
  if (in(code, '0', '9')) return C::digit;
  if (code == ' ' || code == '\t') return C::space;
  if (code == '/') return C::solidus;
  if (in(code, '\n', '\r')) return C::forced_break;
  return C::other;
}

/// U+3000 – U+303F.
C cjk_symbol(char32_t code) {
  switch (code) {
    case 0x3000: return C::ideographic_space;
    case 0x3001: return C::comma;
    case 0x3002: return C::stop;
    case 0x3005:
    case 0x303B: return C::iteration;
    case 0x301C: return C::tilde;
    case 0x301D: return C::opener;
    case 0x301E:
    case 0x301F: return C::closer;
    default: break;
  }
  if (in(code, 0x3008, 0x3011) || in(code, 0x3014, 0x301B)) return code % 2 == 0 ? C::opener : C::closer;
  if (in(code, 0x302A, 0x302F)) return C::other;  // tone marks combine
  return C::ideograph;
}

/// U+3040 – U+30FF.
C kana(char32_t code) {
  switch (code) {
    case 0x3041:
    case 0x3043:
    case 0x3045:
    case 0x3047:
    case 0x3049:
    case 0x3063:
    case 0x3083:
    case 0x3085:
    case 0x3087:
    case 0x308E:
    case 0x3095:
    case 0x3096:
    case 0x30A1:
    case 0x30A3:
    case 0x30A5:
    case 0x30A7:
    case 0x30A9:
    case 0x30C3:
    case 0x30E3:
    case 0x30E5:
    case 0x30E7:
    case 0x30EE:
    case 0x30F5:
    case 0x30F6:
    case 0x30FC: return C::small_kana;
    case 0x309D:
    case 0x309E:
    case 0x30FD:
    case 0x30FE: return C::iteration;
    case 0x3099:
    case 0x309A: return C::other;  // voicing marks combine
    case 0x30A0: return C::short_connector;
    case 0x30FB: return C::interpunct;
    default: return C::kana;
  }
}

/// U+FF00 – U+FFEF.
C fullwidth(char32_t code) {
  switch (code) {
    case 0xFF01:
    case 0xFF1F: return C::exclamation;
    case 0xFF04:
    case 0xFFE1:
    case 0xFFE5:
    case 0xFFE6:
    case 0xFF0B:
    case 0xFF0D: return C::fullwidth_prefix;
    case 0xFF05:
    case 0xFFE0: return C::fullwidth_suffix;
    case 0xFF08:
    case 0xFF3B:
    case 0xFF5B:
    case 0xFF5F:
    case 0xFF62: return C::opener;
    case 0xFF09:
    case 0xFF3D:
    case 0xFF5D:
    case 0xFF60:
    case 0xFF63: return C::closer;
    case 0xFF0C:
    case 0xFF1B:
    case 0xFF64: return C::comma;
    case 0xFF0E:
    case 0xFF61: return C::stop;
    case 0xFF0F: return C::fullwidth_solidus;
    case 0xFF1A: return C::colon;
    case 0xFF5E: return C::tilde;
    case 0xFF65: return C::interpunct;
    default: break;
  }
  if (in(code, 0xFF10, 0xFF19)) return C::fullwidth_digit;
  if (in(code, 0xFF21, 0xFF3A) || in(code, 0xFF41, 0xFF5A)) return C::fullwidth_letter;
  if (in(code, 0xFF67, 0xFF70)) return C::small_kana;
  if (in(code, 0xFF66, 0xFF9D)) return C::kana;
  if (in(code, 0xFF9E, 0xFF9F)) return C::other;
  if (in(code, 0xFFA0, 0xFFDC)) return C::hangul;
  return C::ideograph;
}

/// U+2000 – U+23FF: marks that Chinese and Western text share.
C general_punctuation(char32_t code, Language language) {
  const bool chinese = language != Language::en && language != Language::ko;
  switch (code) {
    case 0x2002:
    case 0x2003:
    case 0x2004:
    case 0x2005:
    case 0x2006:
    case 0x2008:
    case 0x2009:
    case 0x200A:
    case 0x205F: return C::space;
    case 0x2028:
    case 0x2029: return C::forced_break;
    case 0x2013: return chinese ? C::short_connector : C::other;
    case 0x2014:
    case 0x2015: return chinese ? C::dash : C::other;
    case 0x2018:
    case 0x201C: return chinese ? C::opener : C::other;
    case 0x2019:
    case 0x201D: return chinese ? C::closer : C::other;
    case 0x2026:
    case 0x22EF: return chinese ? C::ellipsis : C::other;
    case 0x2027: return C::interpunct;
    case 0x2329: return C::opener;
    case 0x232A: return C::closer;
    case 0x203C:
    case 0x2047:
    case 0x2048:
    case 0x2049: return C::exclamation;
    case 0x2030:
    case 0x2103:
    case 0x2109: return C::fullwidth_suffix;
    case 0x2116: return C::fullwidth_prefix;
    default: return C::other;
  }
}

/// The full-size character of a vertical form (U+FE10 – FE19, FE30 – FE4F) or small form (U+FE50 – FE6B), or 0.
char32_t full_size(char32_t code) {
  static constexpr char16_t vertical[] = u"，、。：；！？〖〗…";
  static constexpr char16_t brackets[] = u"…—–\0\0（）｛｝〔〕【】《》〈〉「」『』\0\0［］";
  static constexpr char16_t small[] = u"，、．\0；：？！—（）｛｝〔〕\0\0\0＋－\0\0\0\0\0＄％";
  if (in(code, 0xFE10, 0xFE19)) return vertical[code - 0xFE10];
  if (in(code, 0xFE30, 0xFE48)) return brackets[code - 0xFE30];
  if (in(code, 0xFE50, 0xFE6A)) return small[code - 0xFE50];
  return 0;
}

C by_property(char32_t code) {
  const auto c = static_cast<UChar32>(code);
  const UScriptCode script = [&] {
    UErrorCode status = U_ZERO_ERROR;
    return uscript_getScript(c, &status);
  }();
  switch (script) {
    case USCRIPT_HAN:
    case USCRIPT_BOPOMOFO: return C::ideograph;
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA: return C::kana;
    case USCRIPT_HANGUL: return C::hangul;
    default: break;
  }
  if (u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH) == U_EA_WIDE && !u_hasBinaryProperty(c, UCHAR_EMOJI)) {
    return C::ideograph;
  }
  // Enclosed numbers (①) and Roman numeral characters (Ⅳ) fill the em box in Chinese faces.
  if (in(code, 0x2150, 0x218F) || in(code, 0x2460, 0x24FF) || in(code, 0x2776, 0x2793)) return C::ideograph;
  const auto type = u_charType(c);
  if (type == U_DECIMAL_DIGIT_NUMBER) return C::digit;
  if ((U_MASK(type) & (U_GC_L_MASK | U_GC_M_MASK | U_GC_N_MASK)) != 0) return C::letter;
  return C::other;
}

}  // namespace

CharacterClass classify(char32_t code, Language language) {
  if (in(code, 0x4E00, 0x9FFF)) return C::ideograph;
  if (code < 0x80) return ascii(code);
  if (in(code, 0x3000, 0x303F)) return cjk_symbol(code);
  if (in(code, 0xFF00, 0xFFEF)) return fullwidth(code);
  if (in(code, 0x3040, 0x30FF)) return kana(code);
  if (in(code, 0x31F0, 0x31FF)) return C::small_kana;
  if (in(code, 0xAC00, 0xD7A3)) return C::hangul;
  if (in(code, 0x3400, 0x4DBF) || in(code, 0x20000, 0x3FFFD) || in(code, 0xF900, 0xFAFF)) return C::ideograph;
  if (code == 0x85) return C::forced_break;
  if (code == 0xB7) return language == Language::en || language == Language::ko ? C::other : C::interpunct;
  if (code == 0xA0) return C::other;
  if (in(code, 0x2000, 0x23FF)) {
    const C special = general_punctuation(code, language);
    if (special != C::other) return special;
  }
  if (in(code, 0x2E3A, 0x2E3B)) return C::dash;
  if (const char32_t full = full_size(code); full != 0) return classify(full, language);
  return by_property(code);
}

PunctuationBox punctuation_box(CharacterClass c, char32_t code, Language language, WritingMode mode) {
  const bool hant = language == Language::zh_hant;
  const bool ja = language == Language::ja;
  const bool vertical = mode == WritingMode::vertical;
  if (full_size(code) != 0) return {};  // its space is elsewhere in the box
  switch (c) {
    case C::opener: return {500, 0, 0, true};
    case C::closer: return {0, 500, 0, true};
    case C::comma:
      if (code == 0xFF1B && (ja || vertical))
        return ja ? PunctuationBox{250, 250, 0, true} : PunctuationBox{0, 0, 0, true};
      return hant ? PunctuationBox{250, 250, 0, true} : PunctuationBox{0, 500, 0, true};
    case C::colon:
      if (ja) return {250, 250, 0, true};
      if (vertical) return {0, 0, 0, true};
      return hant ? PunctuationBox{250, 250, 0, true} : PunctuationBox{0, 500, 0, true};
    case C::stop: return hant ? PunctuationBox{250, 250, 0, true} : PunctuationBox{0, 500, 0, true};
    case C::exclamation:
      // ‼ ⁇ ⁈ ⁉ are one mark of one em in Chinese (GB/T 15834-2011, 4.2.3.3); fonts give them the width of
      // their ink.
      if (code < 0x3000 && !ja && language != Language::en && language != Language::ko) return {0, 0, 1000, true};
      // no space inside the box in zh-Hant, in Japanese and in vertical text
      if (ja) return {};  // JLREQ: a bracket next to a dividing mark keeps its space
      return hant || vertical || code < 0x3000 ? PunctuationBox{0, 0, 0, true} : PunctuationBox{0, 500, 0, true};
    case C::interpunct:
      if (ja || hant || code == 0x30FB) return {250, 250, 0, true};
      return {0, 0, 500, true};
    case C::short_connector:
    case C::fullwidth_solidus: return ja ? PunctuationBox{} : PunctuationBox{0, 0, 500, false};
    default: return {};
  }
}

}  // namespace banxin::text
