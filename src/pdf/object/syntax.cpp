#include "pdf/object/syntax.hpp"

#include <algorithm>

#include "pdf/object/number.hpp"

namespace banxin::pdf {

namespace {

constexpr char32_t replacement = 0xFFFD;

bool continuation(std::string_view s, std::size_t i) {
  return i < s.size() && (static_cast<unsigned char>(s[i]) & 0xC0) == 0x80;
}

unsigned low_bits(char c) { return static_cast<unsigned char>(c) & 0x3Fu; }

// Reads one character at `i` and moves past it; one byte at a time through malformed text.
char32_t next_character(std::string_view s, std::size_t& i) {
  const auto lead = static_cast<unsigned char>(s[i]);
  const std::size_t at = i++;
  if (lead < 0x80) return lead;
  if (lead >= 0xC2 && lead < 0xE0 && continuation(s, at + 1)) {
    i = at + 2;
    return (lead & 0x1Fu) << 6 | low_bits(s[at + 1]);
  }
  if (lead >= 0xE0 && lead < 0xF0 && continuation(s, at + 1) && continuation(s, at + 2)) {
    const char32_t c = (lead & 0x0Fu) << 12 | low_bits(s[at + 1]) << 6 | low_bits(s[at + 2]);
    if (c < 0x800 || (c >= 0xD800 && c < 0xE000)) return replacement;
    i = at + 3;
    return c;
  }
  if (lead >= 0xF0 && lead < 0xF5 && continuation(s, at + 1) && continuation(s, at + 2) && continuation(s, at + 3)) {
    const char32_t c =
        (lead & 0x07u) << 18 | low_bits(s[at + 1]) << 12 | low_bits(s[at + 2]) << 6 | low_bits(s[at + 3]);
    if (c < 0x10000 || c > 0x10FFFF) return replacement;
    i = at + 4;
    return c;
  }
  return replacement;
}

void append_unit(std::string& out, char32_t unit) {
  out.push_back(static_cast<char>(unit >> 8 & 0xFF));
  out.push_back(static_cast<char>(unit & 0xFF));
}

}  // namespace

void append_ref(std::string& out, Ref ref) {
  append_integer(out, ref.number);
  out += " 0 R";
}

std::string text(Ref ref) {
  std::string out;
  append_ref(out, ref);
  return out;
}

void append_name(std::string& out, std::string_view name) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  constexpr std::string_view special = "#()<>[]{}/%";
  out.push_back('/');
  for (const char c : name) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte <= 0x20 || byte >= 0x7F || special.find(c) != std::string_view::npos) {
      out.push_back('#');
      out.push_back(digits[byte >> 4]);
      out.push_back(digits[byte & 15]);
    } else {
      out.push_back(c);
    }
  }
}

void append_bytes(std::string& out, std::string_view bytes) {
  out.push_back('(');
  for (const char c : bytes) {
    switch (c) {
      case '(':
      case ')':
      case '\\':
        out.push_back('\\');
        out.push_back(c);
        break;
      // A bare end of line inside a literal string would be read as \n (7.3.4.2).
      case '\r': out += "\\r"; break;
      case '\n': out += "\\n"; break;
      default: out.push_back(c);
    }
  }
  out.push_back(')');
}

std::string utf16be(std::string_view utf8) {
  std::string out;
  out.reserve(utf8.size());
  for (std::size_t i = 0; i < utf8.size();) {
    const char32_t c = next_character(utf8, i);
    if (c < 0x10000) {
      append_unit(out, c);
    } else {
      append_unit(out, 0xD800 + ((c - 0x10000) >> 10));
      append_unit(out, 0xDC00 + ((c - 0x10000) & 0x3FF));
    }
  }
  return out;
}

void append_text(std::string& out, std::string_view utf8) {
  const bool ascii =
      std::all_of(utf8.begin(), utf8.end(), [](char c) { return (c >= 0x20 && c < 0x7F) || c == '\n' || c == '\t'; });
  append_bytes(out, ascii ? std::string(utf8) : "\xFE\xFF" + utf16be(utf8));
}

std::string text_string(std::string_view utf8) {
  std::string out;
  append_text(out, utf8);
  return out;
}

std::string xml_text(std::string_view utf8) {
  std::string out;
  for (std::size_t i = 0; i < utf8.size();) {
    const std::size_t begin = i;
    const char32_t c = next_character(utf8, i);
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else if (c == '"')
      out += "&quot;";
    else if (c == replacement || c == 0xFFFE || c == 0xFFFF)
      out += "\xEF\xBF\xBD";
    else if (c >= 0x20 || c == '\t' || c == '\n')
      out += utf8.substr(begin, i - begin);
  }
  return out;
}

}  // namespace banxin::pdf
