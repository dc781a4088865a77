#include "data/expression/value_type.hpp"

#include <utility>

namespace banxin::data::expression {

ValueType type_of(table::Type type, std::string unit) {
  using Kind = ValueType::Kind;
  switch (type) {
    case table::Type::text: return {Kind::text, {}};
    case table::Type::number: return {Kind::number, std::move(unit)};
    case table::Type::percent: return {Kind::percent, {}};
    case table::Type::date: return {Kind::date, {}};
    case table::Type::boolean: return {Kind::boolean, {}};
  }
  return {};
}

std::string phrase(const ValueType& type) {
  using Kind = ValueType::Kind;
  const auto one_or_many = [&](const char* one, const char* many) { return std::string(type.list ? many : one); };
  switch (type.kind) {
    case Kind::text: return one_or_many("text", "several texts");
    case Kind::percent: return one_or_many("a percent", "several percents");
    case Kind::date: return one_or_many("a date", "several dates");
    case Kind::boolean: return one_or_many("true or false", "several of true or false");
    case Kind::rows: return one_or_many("a row", "rows");
    case Kind::number: break;
  }
  return one_or_many("a number", "several numbers") + (type.unit.empty() ? "" : " in " + type.unit);
}

}  // namespace banxin::data::expression
