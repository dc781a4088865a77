// Where a table comes from, as the report writes it under `data:`.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/provenance.hpp"
#include "core/span.hpp"
#include "table/value.hpp"

namespace banxin::model {

/// What a column holds, where the report does not leave it to its cells.
struct ColumnSpec {
  table::Type type = table::Type::text;
  std::string unit;
};

/// A cell of rows in the report. `text` is as written; a null is missing.
struct DataCell {
  Spanned<std::string> text;
  std::optional<Provenance> provenance;
};

/// A row: cells by column name, or in the order of the first row's names.
struct DataRow {
  std::vector<std::pair<Spanned<std::string>, DataCell>> cells;  ///< a list has cells without names
  bool named = true;
  Span span;
};

struct DataSource {
  std::optional<Spanned<std::string>> file;   ///< relative to the report's folder
  std::optional<Spanned<std::string>> sheet;  ///< of a workbook, or a table of a database
  std::optional<Spanned<std::string>> key;    ///< the column that names rows; the first if not given
  std::map<std::string, Spanned<ColumnSpec>> columns;
  std::optional<Provenance> provenance;
  std::string source;  ///< who published the numbers
  std::optional<std::vector<DataRow>> rows;
  std::optional<Spanned<std::string>> query;
  SourceMap query_map;  ///< from offsets of the query to the file
  Span span;
};

}  // namespace banxin::model
