// Splits an expression's text into tokens.
#pragma once

#include <string_view>
#include <vector>

#include "data/expression/problem.hpp"
#include "data/expression/token.hpp"

namespace banxin::data::expression {

/// The tokens of bytes [range.begin, range.end) of `text`, with a token `end` last. Full-width operators and brackets
/// of Chinese input methods count as their ASCII forms. Throws Problem (B450, B451, B452).
std::vector<Token> tokens(std::string_view text, Range range);

/// Whether the bytes hold a comparison operator outside of quotation marks: then a selection is a condition.
bool has_comparison(std::string_view text, Range range);

}  // namespace banxin::data::expression
