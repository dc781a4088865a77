// Numbers in list labels and folios.
#pragma once

#include <string>

#include "model/document.hpp"

namespace banxin::layout {

/// 一, 十二, 一百零三 (GB/T 15835): 1..9999; other numbers in digits.
std::string han_numeral(int number);
/// ① … ㊿ (U+2460, U+3251, U+32B1): 1..50; other numbers in parentheses.
std::string circled_numeral(int number);
/// The label of the n-th item of a list.
std::string list_label(model::List::Marker marker, int number);

}  // namespace banxin::layout
