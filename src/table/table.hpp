// Tables: named rows and typed columns, each cell with its location in a file.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/provenance.hpp"
#include "core/span.hpp"
#include "table/value.hpp"

namespace banxin::table {

struct Column {
  std::string name;
  Span span;  ///< of the name
  Type type = Type::text;
  std::string unit;           ///< "万元"; empty for none. A percent has none.
  std::vector<Value> values;  ///< one for each row; each is missing or of `type`
  std::vector<Span> spans;    ///< of each cell; unknown for derived cells
  /// Of each cell; empty where every cell has its table's.
  std::vector<std::optional<Provenance>> provenance;
};

/// Where the rows come from: a file and, in `source`, who published them.
struct Origin {
  std::string file;   ///< as the report names it, "cities.csv"; empty for rows in the report and for queries
  std::string sheet;  ///< of a workbook, or the table of a database
  std::string query;  ///< the SQL, for a derived table
  std::string source;
};

/// Rows in the order of their source.
class Table {
 public:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  /// `columns` have equal lengths; `key` is the index of the column that names rows. A text key cell is the row's name;
  /// other cells name their row as they were written, which `keys` gives, one for each row.
  Table(std::string name, Span span, std::vector<Column> columns, std::size_t key, std::vector<std::string> keys);

  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] Span span() const { return span_; }
  [[nodiscard]] const std::vector<Column>& columns() const { return columns_; }
  [[nodiscard]] std::size_t rows() const { return keys_.size(); }
  /// `none` if there is no such column. Linear in the number of columns.
  [[nodiscard]] std::size_t column(std::string_view name) const;
  [[nodiscard]] std::size_t key_column() const { return key_; }
  [[nodiscard]] const std::vector<std::string>& keys() const { return keys_; }
  /// The first row of that name; `none` if there is none. Constant time.
  [[nodiscard]] std::size_t row(std::string_view key) const;
  /// Whether two rows have this name.
  [[nodiscard]] bool ambiguous(std::string_view key) const;
  /// A cell's own provenance, else the table's.
  [[nodiscard]] std::optional<Provenance> provenance(std::size_t row, std::size_t column) const;

  Origin origin;
  std::optional<Provenance> default_provenance;

 private:
  struct Rows {
    std::size_t first;
    bool more;
  };
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view key) const { return std::hash<std::string_view>{}(key); }
  };
  std::string name_;
  Span span_;
  std::vector<Column> columns_;
  std::size_t key_;
  std::vector<std::string> keys_;
  std::unordered_map<std::string, Rows, Hash, std::equal_to<>> index_;
};

}  // namespace banxin::table
