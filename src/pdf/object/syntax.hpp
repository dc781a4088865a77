// Writes references, names and strings in PDF syntax (ISO 32000-1, 7.3).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace banxin::pdf {

/// A reference to an indirect object. Number 0: no object.
struct Ref {
  std::uint32_t number = 0;
  bool operator==(const Ref&) const = default;
  auto operator<=>(const Ref&) const = default;
  explicit operator bool() const { return number != 0; }
};

/// "12 0 R"
void append_ref(std::string& out, Ref ref);
std::string text(Ref ref);

/// "/Name", with # escapes by 7.3.5.
void append_name(std::string& out, std::string_view name);

/// A literal string of raw bytes, escaped.
void append_bytes(std::string& out, std::string_view bytes);

/// A text string (7.9.2.2): ASCII unchanged, anything else as UTF-16BE with a byte order mark. Invalid UTF-8 becomes
/// U+FFFD.
void append_text(std::string& out, std::string_view utf8);
std::string text_string(std::string_view utf8);

/// UTF-16BE without a byte order mark.
std::string utf16be(std::string_view utf8);

/// Character data of XML: & < > and quotes escaped, control characters that XML 1.0 forbids removed.
std::string xml_text(std::string_view utf8);

}  // namespace banxin::pdf
