#include "data/named_table.hpp"

#include <string_view>
#include <vector>

namespace banxin::data {

const table::Table* named_table(const Tables& tables, const Spanned<std::string>& name, Diagnostics& diagnostics) {
  const auto found = tables.find(name.value);
  if (found != tables.end()) return found->second.get();
  std::vector<std::string_view> names;
  for (const auto& [known, table] : tables) names.push_back(known);
  diagnostics.report(MessageId::expression_table_unknown, name.span, {name.value},
                     did_you_mean(name.value, names, "tables are"));
  return nullptr;
}

std::size_t named_column(const table::Table& table, const Spanned<std::string>& name, Diagnostics& diagnostics) {
  const std::size_t column = table.column(name.value);
  if (column != table::Table::none) return column;
  std::vector<std::string_view> names;
  for (const table::Column& one : table.columns()) names.push_back(one.name);
  diagnostics.report(MessageId::expression_column_unknown, name.span, {table.name(), name.value},
                     did_you_mean(name.value, names, "columns are"));
  return table::Table::none;
}

}  // namespace banxin::data
