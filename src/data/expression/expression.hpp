// Expressions over tables: what `{{ … }}`, checked words, claims and conditions hold. docs/expressions.md describes the
// language.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/diagnostic.hpp"
#include "core/span.hpp"
#include "data/expression/environment.hpp"
#include "data/expression/node.hpp"
#include "data/expression/problem.hpp"
#include "data/expression/result.hpp"

namespace banxin::data::expression {

/// An expression whose names are known and whose types are right. Refers to the tables and variables of its
/// environment.
struct Checked {
  NodePtr root;
  Range format;  ///< what follows the "|" after the expression; empty if there is none
};

/// Reads and checks the text. Diagnostics B450–B469, each at its place in the text.
std::optional<Checked> read(std::string_view text, const SourceMap& map, const Environment& environment,
                            Diagnostics& diagnostics);

/// The value; diagnostics B466–B473.
std::optional<Result> value_of(const Checked& expression, const SourceMap& map, Diagnostics& diagnostics);

/// Reports a problem at its place.
void report(const Problem& problem, const SourceMap& map, Diagnostics& diagnostics);

}  // namespace banxin::data::expression
