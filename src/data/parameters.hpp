// The parameters of a report as variables of its expressions.
#pragma once

#include <vector>

#include "core/diagnostic.hpp"
#include "data/expression/environment.hpp"
#include "model/document.hpp"

namespace banxin::data {

/// Each with its value: what the caller set (`model::Parameter::set`), else the default. Diagnostic B485.
std::vector<expression::Variable> parameters_of(const model::Document& document, Diagnostics& diagnostics);

}  // namespace banxin::data
