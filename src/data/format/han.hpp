// Numbers in Chinese characters (GB/T 15835-2011, 4.2).
#pragma once

#include <string>

#include "data/format/decimal.hpp"

namespace banxin::data {

/// 34 → 三十四, 10,200 → 一万零二百, 3.5 → 三点五. Below 10^16; `negative` adds 负.
std::string han(const Decimal& number, bool negative);

}  // namespace banxin::data
