#include "data/table/to_csv.hpp"

#include "data/expression/evaluator.hpp"
#include "data/format/decimal.hpp"

namespace banxin::data {

namespace {

std::string field(std::string_view text) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
  std::string out = "\"";
  for (const char c : text) out += c == '"' ? std::string("\"\"") : std::string(1, c);
  return out + "\"";
}

std::string number(double value) {
  const Decimal digits = decimal(value);
  return (value < 0 ? "-" : "") + fixed(digits, digits.decimals());
}

std::string written(const table::Value& value, table::Type type) {
  if (const double* amount = std::get_if<double>(&value)) {
    return type == table::Type::percent ? number(expression::rounded(*amount * 100)) + "%" : number(*amount);
  }
  if (const bool* flag = std::get_if<bool>(&value)) return *flag ? "true" : "false";
  if (const auto* date = std::get_if<table::Date>(&value)) return date->iso();
  const auto* text = std::get_if<std::string>(&value);
  return text == nullptr ? std::string() : field(*text);
}

}  // namespace

std::string to_csv(const table::Table& table) {
  std::string out;
  const auto& columns = table.columns();
  for (std::size_t i = 0; i < columns.size(); ++i) out += (i == 0 ? "" : ",") + field(columns[i].name);
  out += "\r\n";
  for (std::size_t row = 0; row < table.rows(); ++row) {
    for (std::size_t i = 0; i < columns.size(); ++i) {
      out += (i == 0 ? "" : ",") + written(columns[i].values[row], columns[i].type);
    }
    out += "\r\n";
  }
  return out;
}

}  // namespace banxin::data
