#include "text/characters/characters.hpp"

namespace banxin::text {
namespace {

using C = CharacterClass;

/// Length of the valid sequence at `i`, or 0 and the number of bytes that one U+FFFD replaces.
std::size_t sequence(std::string_view text, std::size_t i, std::size_t& skip) {
  const auto byte = [&](std::size_t k) { return k < text.size() ? static_cast<unsigned char>(text[k]) : 0U; };
  const unsigned lead = byte(i);
  skip = 1;
  if (lead < 0x80) return 1;
  unsigned length = 0;
  unsigned low = 0x80, high = 0xBF;
  if (lead >= 0xC2 && lead <= 0xDF)
    length = 2;
  else if (lead >= 0xE0 && lead <= 0xEF)
    length = 3;
  else if (lead >= 0xF0 && lead <= 0xF4)
    length = 4;
  else
    return 0;
  if (lead == 0xE0) low = 0xA0;
  if (lead == 0xED) high = 0x9F;
  if (lead == 0xF0) low = 0x90;
  if (lead == 0xF4) high = 0x8F;
  for (unsigned k = 1; k < length; ++k) {
    const unsigned next = byte(i + k);
    if (next < low || next > high) {
      skip = k;
      return 0;
    }
    low = 0x80;
    high = 0xBF;
  }
  return length;
}

bool is_right_to_left(char32_t c) {
  return (c >= 0x590 && c <= 0x8FF) || (c >= 0xFB1D && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFE) ||
         (c >= 0x10800 && c <= 0x10FFF) || (c >= 0x1E800 && c <= 0x1EFFF) || c == 0x200F ||
         (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

bool is_ascii_mark(char32_t c) {
  return c == ',' || c == '.' || c == ';' || c == ':' || c == '!' || c == '?' || c == '(' || c == ')' || c == '-';
}

enum class Side { western, chinese, edge };

Side side(const Characters& t, std::size_t i, bool forwards) {
  for (;; forwards ? ++i : --i) {  // wraps beyond size() at the text's start
    if (i >= t.size()) return Side::edge;
    const C c = t.character_class[i];
    if (c == C::forced_break) return Side::edge;
    if (c == C::space) continue;
    if (is_alphabetic(c) || (c == C::other && is_ascii_mark(t.code[i]))) return Side::western;
    return Side::chinese;
  }
}

bool is_quote(char32_t c) { return c == 0x2018 || c == 0x2019 || c == 0x201C || c == 0x201D; }

}  // namespace

void Characters::clear() {
  code.clear();
  byte.clear();
  character_class.clear();
  right_to_left = false;
}

std::string repair_utf8(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    std::size_t skip = 0;
    if (const std::size_t length = sequence(text, i, skip); length > 0) {
      out.append(text, i, length);
      i += length;
    } else {
      out += "\xEF\xBF\xBD";
      i += skip;
    }
  }
  return out;
}

void read_characters(std::string_view text, Language language, Characters& out) {
  out.clear();
  const std::size_t guess = text.size() / 2 + 8;
  out.code.reserve(guess);
  out.byte.reserve(guess);
  out.character_class.reserve(guess);
  bool quotes = false;
  const auto* p = reinterpret_cast<const unsigned char*>(text.data());
  for (std::size_t i = 0; i < text.size();) {
    const unsigned lead = p[i];
    char32_t code = lead;
    std::size_t length = 1;
    if (lead >= 0xF0) {
      code = ((lead & 7U) << 18) | ((p[i + 1] & 63U) << 12) | ((p[i + 2] & 63U) << 6) | (p[i + 3] & 63U);
      length = 4;
    } else if (lead >= 0xE0) {
      code = ((lead & 15U) << 12) | ((p[i + 1] & 63U) << 6) | (p[i + 2] & 63U);
      length = 3;
    } else if (lead >= 0xC0) {
      code = ((lead & 31U) << 6) | (p[i + 1] & 63U);
      length = 2;
    }
    out.code.push_back(code);
    out.byte.push_back(static_cast<std::uint32_t>(i));
    out.character_class.push_back(classify(code, language));
    quotes = quotes || is_quote(code);
    out.right_to_left = out.right_to_left || is_right_to_left(code);
    i += length;
  }
  out.byte.push_back(static_cast<std::uint32_t>(text.size()));
  if (quotes) resolve_quotes(out);
}

void resolve_quotes(Characters& t) {
  std::vector<std::size_t> open;  // opening marks without a closing one so far
  for (std::size_t i = 0; i < t.size(); ++i) {
    const char32_t code = t.code[i];
    if (t.character_class[i] == C::forced_break) open.clear();
    if (!is_quote(code)) continue;
    const bool letter_before = i > 0 && is_alphabetic(t.character_class[i - 1]);
    const bool letter_after = is_alphabetic(t.class_at(i + 1));
    if (code == 0x2019) {
      const bool awaited = !open.empty() && t.code[open.back()] == 0x2018;
      // don’t, and ’90s or students’ where nothing is open
      if ((letter_before && letter_after) || (!awaited && (letter_before || letter_after))) {
        t.character_class[i] = C::letter;
        continue;
      }
    }
    if (t.character_class[i] != C::opener && t.character_class[i] != C::closer) continue;  // Western by language
    if (code == 0x2018 || code == 0x201C) {
      open.push_back(i);
      continue;
    }
    const char32_t partner = code == 0x2019 ? 0x2018 : 0x201C;
    while (!open.empty() && t.code[open.back()] != partner) open.pop_back();
    if (open.empty()) continue;
    const std::size_t begin = open.back();
    open.pop_back();
    const Side before = side(t, begin - 1, false), after = side(t, i + 1, true);
    const bool inside = side(t, begin + 1, true) == Side::western && side(t, i - 1, false) == Side::western;
    const bool outside =
        before != Side::chinese && after != Side::chinese && (before == Side::western || after == Side::western);
    if (inside && outside) t.character_class[begin] = t.character_class[i] = C::other;
  }
}

}  // namespace banxin::text
