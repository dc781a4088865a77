// Tables and a way to evaluate expressions over them.
#pragma once

#include <fmt/format.h>

#include <memory>
#include <string>
#include <vector>

#include "data/expression/expression.hpp"

namespace banxin::data::expression {

inline table::Column column(std::string name, table::Type type, std::string unit, std::vector<table::Value> values) {
  return {std::move(name), {}, type, std::move(unit), std::move(values), {}, {}};
}

inline std::shared_ptr<table::Table> make(std::string name, std::vector<std::string> keys,
                                          std::vector<table::Column> columns) {
  std::vector<table::Value> names(keys.begin(), keys.end());
  columns.insert(columns.begin(), column("名", table::Type::text, "", std::move(names)));
  return std::make_shared<table::Table>(std::move(name), Span{}, std::move(columns), 0, std::move(keys));
}

struct Sample {
  Tables tables;
  std::vector<Variable> variables;

  Sample() {
    using table::Type;
    tables["cities"] = make("cities", {"北京", "上海", "深圳", "杭州"},
                            {column("占比", Type::percent, "", {0.333, 0.181, 0.112, table::Value{}}),
                             column("薪酬", Type::number, "万元", {108.0, 90.0, 72.5, 60.0}),
                             column("人数", Type::number, "人", {300.0, 200.0, 100.0, 50.0})});
    tables["age"] =
        make("age", {"30岁以下", "30～35岁", "35岁以上"}, {column("占比", Type::percent, "", {0.31, 0.345, 0.345})});
    tables["quarters"] = make("quarters", {"2023", "2025Q4"}, {column("销量", Type::number, "", {3.0, 7.0})});
    tables["sales 表"] = make("sales 表", {"a,b"}, {column("2023 年", Type::number, "", {5.0})});
    variables.push_back({"city", Type::text, "", std::string("上海"), nullptr, 0});
    variables.push_back({"row", Type::text, "", {}, tables["cities"].get(), 2});
  }

  /// The value as text, or the message and help with the marked part of the expression.
  [[nodiscard]] std::string operator()(const std::string& text) const {
    const SourceMap map(Span{0, 0, static_cast<std::uint32_t>(text.size())});
    Diagnostics diagnostics;
    const auto checked = read(text, map, Environment(tables, variables), diagnostics);
    const auto result = checked ? value_of(*checked, map, diagnostics) : std::nullopt;
    if (!result) {
      const Diagnostic& one = diagnostics.all().at(0);
      const std::string marked = text.substr(one.span.begin, one.span.end - one.span.begin);
      return fmt::format("{} at <{}>{}{}", one.text, marked, one.suggestion.empty() ? "" : "; ", one.suggestion);
    }
    std::string out;
    for (const table::Value& value : result->values) out += (out.empty() ? "" : ", ") + shown(value, result->type);
    return result->type.list ? "[" + out + "]" : out;
  }

  static std::string shown(const table::Value& value, const ValueType& type) {
    if (table::missing(value)) return "missing";
    if (const auto* flag = std::get_if<bool>(&value)) return *flag ? "true" : "false";
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    if (const auto* date = std::get_if<table::Date>(&value)) return date->iso();
    const double number = std::get<double>(value);
    if (type.kind == ValueType::Kind::percent) return fmt::format("{:.10g}%", number * 100);
    return fmt::format("{:.10g}{}", number, type.unit);
  }
};

}  // namespace banxin::data::expression
