// What the names of an expression mean: tables, and variables such as parameters and the row of a repetition.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "table/table.hpp"

namespace banxin::data {

/// The tables of a report by name.
using Tables = std::map<std::string, std::shared_ptr<const table::Table>, std::less<>>;

}  // namespace banxin::data

namespace banxin::data::expression {

/// A value, or a row of a table.
struct Variable {
  std::string name;
  table::Type type = table::Type::text;
  std::string unit;
  table::Value value;
  const table::Table* table = nullptr;  ///< of a row
  std::size_t row = 0;
};

/// Refers to the tables and variables: they must outlive it.
class Environment {
 public:
  Environment(const Tables& tables, const std::vector<Variable>& variables) : tables_(tables), variables_(variables) {}

  [[nodiscard]] const table::Table* table(std::string_view name) const {
    const auto found = tables_.find(name);
    return found == tables_.end() ? nullptr : found->second.get();
  }
  /// The latest of that name: inner rows hide outer ones.
  [[nodiscard]] const Variable* variable(std::string_view name) const {
    for (auto it = variables_.rbegin(); it != variables_.rend(); ++it) {
      if (it->name == name) return &*it;
    }
    return nullptr;
  }
  /// All names, for suggestions.
  [[nodiscard]] std::vector<std::string_view> names() const {
    std::vector<std::string_view> result;
    for (const auto& [name, table] : tables_) result.push_back(name);
    for (const Variable& variable : variables_) result.push_back(variable.name);
    return result;
  }

 private:
  const Tables& tables_;
  const std::vector<Variable>& variables_;
};

}  // namespace banxin::data::expression
