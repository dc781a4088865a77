// Break opportunities inside URLs and mail addresses, where the break cannot be mistaken for part of the address
// (Chicago Manual of Style 7.46: before a mark, not after it).
#pragma once

#include <vector>

#include "text/line_breaking/opportunities.hpp"

namespace banxin::text {

/// Replaces the opportunities inside each address in `text`.
void find_address_breaks(const Characters& text, LineBreakLevel level, std::vector<Break>& out);

}  // namespace banxin::text
