// A number of the text with the cells that it comes from.
#pragma once

#include <optional>
#include <string>

#include "core/provenance.hpp"
#include "core/span.hpp"
#include "data/expression/result.hpp"

namespace banxin::data {

struct BoundNumber {
  enum class Use { printed, checked } use = Use::printed;
  Span span;               ///< of the mark or the words
  std::string text;        ///< as printed
  std::string expression;  ///< as written
  expression::Trace trace;
  std::optional<Provenance> provenance;
};

}  // namespace banxin::data
