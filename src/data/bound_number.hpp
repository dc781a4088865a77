// A number of the text with the cells that it comes from.
#pragma once

#include <optional>
#include <string>

#include "core/provenance.hpp"
#include "core/span.hpp"
#include "data/expression/result.hpp"

namespace banxin::data {

struct BoundNumber {
  enum class Use { printed, checked, chart, unbound } use = Use::printed;
  Span span;               ///< of the mark or the words
  std::string text;        ///< as printed
  std::string expression;  ///< as written; of a chart's number, its cell or label; empty if it is bound to nothing
  expression::Trace trace;
  std::optional<Provenance> provenance;
  std::string source;  ///< who published it; empty if nothing tells
};

}  // namespace banxin::data
