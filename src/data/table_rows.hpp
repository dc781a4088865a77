// Gives a table block the rows of the data table that it names.
#pragma once

#include "core/diagnostic.hpp"
#include "core/language.hpp"
#include "data/evaluation.hpp"
#include "model/document.hpp"

namespace banxin::data {

/// Adds one row of cells for each row of the data table, in its columns' formats, and notes each number that is
/// printed. Without a header, the names of the columns with their units are the header; without `align`, numbers are at
/// the end of their cell. Diagnostics B459, B460, and those of formats.
void join_table(model::Table& block, Evaluation& evaluation, Language language, Diagnostics& diagnostics);

}  // namespace banxin::data
