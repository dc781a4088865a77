// The spelling of PDF objects in raw bodies: references, names, strings (ISO 32000-1, 7.3).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace banxin::pdf {

/// An indirect object. Number 0 is none.
struct Ref {
  std::uint32_t number = 0;
  bool operator==(const Ref&) const = default;
  auto operator<=>(const Ref&) const = default;
  explicit operator bool() const { return number != 0; }
};

/// "12 0 R"
void append_ref(std::string& out, Ref ref);
std::string text(Ref ref);

/// "/Name", with # escapes where 7.3.5 asks for them.
void append_name(std::string& out, std::string_view name);

/// A literal string of raw bytes, escaped.
void append_bytes(std::string& out, std::string_view bytes);

/// A text string (7.9.2.2): ASCII as it is, anything else as UTF-16BE with its mark. Bad UTF-8 becomes U+FFFD.
void append_text(std::string& out, std::string_view utf8);
std::string text_string(std::string_view utf8);

/// UTF-16BE without a mark.
std::string utf16be(std::string_view utf8);

/// Character data of XML: & < > and quotes escaped, control characters that XML 1.0 forbids left out.
std::string xml_text(std::string_view utf8);

}  // namespace banxin::pdf
