// What an expression evaluates to, and the cells that it comes from.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "core/provenance.hpp"
#include "data/expression/value_type.hpp"
#include "table/table.hpp"

namespace banxin::data::expression {

struct Cell {
  const table::Table* table = nullptr;
  std::size_t row = 0, column = 0;

  [[nodiscard]] const table::Value& value() const { return table->columns()[column].values[row]; }
  /// Of the cell; of the table where the cell has none (YAML rows made by a query).
  [[nodiscard]] Span span() const;
};

/// The cells that a value depends on. All of them count for the provenance; the first 64 are kept.
class Trace {
 public:
  static constexpr std::size_t kept = 64;

  void add(const Cell& cell);
  void add(const Trace& other);
  [[nodiscard]] const std::vector<Cell>& cells() const { return cells_; }
  [[nodiscard]] std::size_t count() const { return count_; }
  [[nodiscard]] bool reconstructed() const { return reconstructed_; }

 private:
  std::vector<Cell> cells_;
  std::size_t count_ = 0;
  bool reconstructed_ = false;
};

struct Result {
  ValueType type;
  std::vector<table::Value> values;  ///< one, unless the type is a list
  Trace trace;
  bool plain_cell = false;  ///< the value is one cell, unchanged

  [[nodiscard]] const table::Value& value() const { return values.front(); }
  /// The number of a number or percent.
  [[nodiscard]] std::optional<double> number() const;
  /// A plain cell has its own. What is computed is reconstructed if any cell is, else derived; constants have none.
  [[nodiscard]] std::optional<Provenance> provenance() const;
};

}  // namespace banxin::data::expression
