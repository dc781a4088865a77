// Data files: comma-separated values (RFC 4180), each field with its span.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/diagnostic.hpp"
#include "core/span.hpp"
#include "source/source_files.hpp"

namespace banxin::data {

struct Field {
  std::string text;  ///< without quotation marks and without the spaces around them
  SourceMap map;     ///< from the text to the file
  Span span;
};

struct Csv {
  std::vector<std::vector<Field>> rows;  ///< the first has the names of the columns; empty lines are left out
  Span span;
};

/// Diagnostics B105, B550, B551, B558; B555 for a row with more or fewer fields than the first, which is kept.
std::optional<Csv> read_csv(const source::SourceFiles& files, FileId id, Diagnostics& diagnostics);

}  // namespace banxin::data
