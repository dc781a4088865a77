// Breaks inside URLs and mail addresses, where they help to read on and no mark is taken for part of the address
// (Chicago Manual of Style 7.46: before a mark, not after it).
#pragma once

#include <vector>

#include "text/line_breaking/opportunities.hpp"

namespace banxin::text {

/// Replaces the opportunities inside each address in `text`.
void open_addresses(const Characters& text, LineBreakLevel level, std::vector<Break>& out);

}  // namespace banxin::text
