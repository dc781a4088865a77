// Font weights by name and number, and the replacement of a missing weight.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace banxin::font {

/// "thin" … "black" (any case, hyphens and spaces ignored, usual synonyms) or a number 1..1000; empty otherwise.
std::optional<int> weight_from_name(std::string_view name);

/// "Thin" for 100 … "Black" for 900; the name of the nearest hundred for others.
std::string_view weight_name(int weight);

/// The weight of `available` for `requested`: the same, else by the order of CSS Fonts 4, 5.2 (font-weight).
/// Empty if `available` is empty.
std::optional<int> match_weight(int requested, const std::vector<int>& available);

}  // namespace banxin::font
