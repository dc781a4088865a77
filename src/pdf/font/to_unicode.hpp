// The /ToUnicode CMap of a Type 0 font (ISO 32000-1, 9.10.3; Adobe Technical Notes 5014 and 5411).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace banxin::pdf {

struct CodeText {
  std::uint16_t code = 0;
  std::string text;  ///< UTF-8, not empty
  bool operator==(const CodeText&) const = default;
};

/// `codes` ascending, each once. Two-byte codes; blocks of at most 100 entries; a range never leaves its high byte.
std::string to_unicode_cmap(const std::vector<CodeText>& codes);

}  // namespace banxin::pdf
