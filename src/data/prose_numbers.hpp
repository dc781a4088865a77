// The numbers that are typed in prose.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace banxin::data {

/// Bytes [begin, end) of a text.
struct ProseNumber {
  std::uint32_t begin = 0, end = 0;
};

/// Numbers that state something: digits with their % 万 亿, and Chinese wordings of shares and multiples (三成,
/// 三分之一, 半数, 两倍). Not those that name or count through: years, dates, times, ordinals, page numbers, and digits
/// that are part of a name (GPT-4, TOP10).
std::vector<ProseNumber> prose_numbers(std::string_view text);

}  // namespace banxin::data
