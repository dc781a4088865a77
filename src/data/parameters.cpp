#include "data/parameters.hpp"

#include "data/table/cell.hpp"

namespace banxin::data {

namespace {

using Kind = CellValue::Kind;

table::Type type_of(Kind kind) {
  switch (kind) {
    case Kind::number: return table::Type::number;
    case Kind::percent: return table::Type::percent;
    case Kind::date: return table::Type::date;
    case Kind::boolean: return table::Type::boolean;
    default: return table::Type::text;
  }
}

}  // namespace

std::vector<expression::Variable> parameters_of(const model::Document& document, Diagnostics& diagnostics) {
  std::vector<expression::Variable> result;
  for (const auto& [name, parameter] : document.params) {
    const table::Type type = parameter.type.value_or(type_of(read_cell(parameter.default_value.value, false).kind));
    const std::string& text = parameter.set ? *parameter.set : parameter.default_value.value;
    expression::Variable& variable = result.emplace_back(expression::Variable{name, type, {}, {}, nullptr, 0});
    if (type == table::Type::text) {
      variable.value = text;
      continue;
    }
    const CellValue value = read_cell(text, false);
    if (value.kind == Kind::missing || type_of(value.kind) != type) {
      diagnostics.report(MessageId::parameter_value, parameter.default_value.span, {name, text, table::name(type)});
      continue;
    }
    if (type == table::Type::date) {
      variable.value = value.date;
    } else if (type == table::Type::boolean) {
      variable.value = value.number != 0;
    } else {
      variable.value = value.number;
    }
  }
  return result;
}

}  // namespace banxin::data
