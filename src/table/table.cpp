#include "table/table.hpp"

#include <utility>

namespace banxin::table {

Table::Table(std::string name, Span span, std::vector<Column> columns, std::size_t key, std::vector<std::string> keys)
    : name_(std::move(name)), span_(span), columns_(std::move(columns)), key_(key), keys_(std::move(keys)) {
  index_.reserve(keys_.size());
  for (std::size_t row = 0; row < keys_.size(); ++row) {
    const auto [known, added] = index_.try_emplace(keys_[row], Rows{row, false});
    if (!added) known->second.more = true;
  }
}

std::size_t Table::column(std::string_view name) const {
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    if (columns_[i].name == name) return i;
  }
  return none;
}

std::size_t Table::row(std::string_view key) const {
  const auto found = index_.find(key);
  return found == index_.end() ? none : found->second.first;
}

bool Table::ambiguous(std::string_view key) const {
  const auto found = index_.find(key);
  return found != index_.end() && found->second.more;
}

std::optional<Provenance> Table::provenance(std::size_t row, std::size_t column) const {
  const auto& cells = columns_[column].provenance;
  return !cells.empty() && cells[row] ? cells[row] : default_provenance;
}

}  // namespace banxin::table
