// A table as a file holds it: names of columns and cells, before types are known.
#pragma once

#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/provenance.hpp"
#include "core/span.hpp"
#include "table/value.hpp"

namespace banxin::data {

struct RawCell {
  std::string_view text;  ///< as written, without the space around it; refers to the file or to `RawTable::texts`
  Span span;
  /// Of files whose cells have types (workbooks, databases); their `text` is how the value reads.
  const table::Value* value = nullptr;
  bool percent = false;  ///< a typed number that its format shows as a percent
  std::optional<Provenance> provenance;
};

struct RawTable {
  std::vector<RawCell> names;
  std::vector<RawCell> cells;       ///< row by row, each with one cell for every name
  std::deque<std::string> texts;    ///< cells that had to be decoded
  std::deque<table::Value> values;  ///< of typed cells
  bool decimal_comma = false;       ///< 1,5 is one and a half
  std::vector<std::size_t> lines;   ///< the number of each row as people count it in the file; from 2 if empty

  [[nodiscard]] std::size_t rows() const { return names.empty() ? 0 : cells.size() / names.size(); }
  [[nodiscard]] const RawCell& at(std::size_t row, std::size_t column) const {
    return cells[row * names.size() + column];
  }
};

/// Limits above which a table is refused.
inline constexpr std::size_t largest_rows = 1'000'000, largest_columns = 1'000;

}  // namespace banxin::data
