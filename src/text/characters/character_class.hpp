// Typographic classes of characters in Chinese, and the space inside the box of a full-width punctuation mark (CLREQ,
// Punctuation Adjustment Space; JLREQ appendix A; GB/T 15834-2011, 5.1).
#pragma once

#include <cstdint>

#include "core/language.hpp"

namespace banxin::text {

enum class CharacterClass : std::uint8_t {
  ideograph,  ///< Han, bopomofo, symbols that fill the em box
  kana,
  small_kana,        ///< small kana and the prolonged sound mark: may not start a line in Japanese (JLREQ cl-10, cl-11)
  iteration,         ///< 々 〻 ゝ ヽ …: may not start a line
  fullwidth_letter,  ///< Ａ: fills the em box, takes no Han–Latin space
  fullwidth_digit,   ///< １: like a letter, but a number is never broken
  opener,            ///< brackets and, resolved by their surroundings, Chinese quotation marks
  closer,
  comma,            ///< ， 、 ；
  colon,            ///< ：
  stop,             ///< 。 ．
  exclamation,      ///< ！ ？ ‼ …
  interpunct,       ///< · ・ ‧
  short_connector,  ///< – U+2013
  tilde,            ///< ～ U+FF5E
  dash,             ///< — U+2014, ― U+2015, ⸺ U+2E3A
  ellipsis,         ///< … ⋯
  fullwidth_solidus,
  fullwidth_prefix,  ///< ￥ ＄ ￡ № ±: stays with the number that follows
  fullwidth_suffix,  ///< ％ ℃ ‰: stays with the number before
  hangul,
  letter,  ///< letters of the alphabets: Latin, Greek, Cyrillic …, with their combining marks
  digit,
  solidus,  ///< /
  space,    ///< a space that justification may change and that is discarded at a line's end
  ideographic_space,
  forced_break,  ///< a newline of any kind
  other,         ///< ASCII punctuation, symbols, everything else
};

/// The class of a character by itself. Quotation marks are opener or closer; `resolve_quotes` then considers
/// their surroundings.
CharacterClass classify(char32_t code, Language language);

/// Space inside the em box of a full-width mark and the width that the mark gets, in thousandths of an em.
struct PunctuationBox {
  std::int16_t left = 0, right = 0;  ///< space that may be trimmed on each side
  std::int16_t width = 0;            ///< 0: the glyph's advance; otherwise the box is trimmed equally on both sides
  bool compressible = false;         ///< takes part in the trimming of adjacent marks
};
PunctuationBox punctuation_box(CharacterClass character_class, char32_t code, Language language, WritingMode mode);

/// Fills an em box; a space separates it from a Latin letter.
constexpr bool is_han(CharacterClass c) { return c <= CharacterClass::iteration; }
/// Not a letter of a word and not a space.
constexpr bool is_full_width(CharacterClass c) { return c < CharacterClass::hangul; }
constexpr bool is_bracket(CharacterClass c) { return c == CharacterClass::opener || c == CharacterClass::closer; }
constexpr bool is_pause(CharacterClass c) { return c >= CharacterClass::comma && c <= CharacterClass::exclamation; }
constexpr bool is_alphabetic(CharacterClass c) { return c == CharacterClass::letter || c == CharacterClass::digit; }
constexpr bool is_digit(CharacterClass c) { return c == CharacterClass::digit || c == CharacterClass::fullwidth_digit; }
/// Marks around which no space is added (CLREQ, Procedures for Inter-Character Space Expansion).
constexpr bool is_connector(CharacterClass c) {
  return c == CharacterClass::short_connector || c == CharacterClass::tilde || c == CharacterClass::dash ||
         c == CharacterClass::fullwidth_solidus || c == CharacterClass::solidus;
}

}  // namespace banxin::text
