#include "pdf/object/syntax.hpp"

#include <catch2/catch.hpp>

using namespace banxin::pdf;
using namespace std::string_literals;

TEST_CASE("ASCII is unchanged in text strings, everything else becomes UTF-16BE") {
  CHECK(text_string("AIGC (2023)") == "(AIGC \\(2023\\))");
  CHECK(text_string("一") == "(\xFE\xFF\x4E\x00)"s);
  // U+1F600 as a pair of surrogates; U+5C5C holds two backslashes, which are escaped.
  CHECK(text_string("😀") == "(\xFE\xFF\xD8\x3D\xDE\x00)"s);
  CHECK(text_string("\xE5\xB1\x9C") == "(\xFE\xFF\\\\\\\\)"s);
}

TEST_CASE("line ends inside a string are escaped") {
  std::string out;
  append_bytes(out, "a\r\n(b)\\");
  CHECK(out == "(a\\r\\n\\(b\\)\\\\)");
}

TEST_CASE("malformed UTF-8 becomes U+FFFD, one for each byte") {
  CHECK(utf16be("\xE4\xB8") == "\xFF\xFD\xFF\xFD");
  CHECK(utf16be("\xC0\x80") == "\xFF\xFD\xFF\xFD");
  CHECK(utf16be("\xED\xA0\x80").size() == 6);
}

TEST_CASE("names escape delimiters") {
  std::string out;
  append_name(out, "PANTONE 021 C/#");
  CHECK(out == "/PANTONE#20021#20C#2F#23");
}

TEST_CASE("XML text is escaped and free of forbidden characters") {
  CHECK(xml_text("a<b>&\"\x01") == "a&lt;b&gt;&amp;&quot;");
}
