// Characters by their numbers, for tests.
#pragma once

#include <unicode/unistr.h>

#include <string>

namespace banxin::test {

inline std::string utf8(char32_t character) {
  std::string out;
  return icu::UnicodeString(static_cast<UChar32>(character)).toUTF8String(out);
}

}  // namespace banxin::test
