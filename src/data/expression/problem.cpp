#include "data/expression/problem.hpp"

#include <algorithm>
#include <string_view>

#include "core/diagnostic.hpp"

namespace banxin::data::expression {

Problem unknown_row(const table::Table& table, const std::string& name, Range range) {
  constexpr std::size_t searched = 10'000;  // rows; the search for a near name is for people, not for speed
  std::vector<std::string_view> keys;
  for (std::size_t i = 0; i < std::min(table.rows(), searched); ++i) {
    if (!table.keys()[i].empty()) keys.push_back(table.keys()[i]);
  }
  std::string help = did_you_mean(name, keys, keys.size() <= 12 ? "rows are" : "");
  if (name.find("，") != std::string::npos) help = "keys are divided by the ASCII comma “,”";
  return {MessageId::expression_row_unknown, range, {table.name(), name}, std::move(help)};
}

}  // namespace banxin::data::expression
