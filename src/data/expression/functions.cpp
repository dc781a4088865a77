#include "data/expression/functions.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>

#include "core/diagnostic.hpp"
#include "data/expression/evaluator.hpp"

namespace banxin::data::expression {

namespace {

using table::Value;
using Kind = ValueType::Kind;

[[noreturn]] void wrong_argument(const Node& call, std::size_t index, std::string_view expected) {
  const Node& argument = *call.operands[index];
  throw Problem{MessageId::expression_type,
                argument.range,
                {fmt::format("`{}`", call.text), std::string(expected), phrase(argument.type)},
                argument.type.kind == Kind::rows ? "name a column after a dot" : ""};
}

/// The common type of all arguments: several values of one column, or several single ones.
ValueType common(const Node& call, bool numeric) {
  ValueType type = call.operands[0]->type;
  for (std::size_t i = 0; i < call.operands.size(); ++i) {
    const ValueType& other = call.operands[i]->type;
    if (numeric ? !other.numeric() : other.kind == Kind::rows || other.kind == Kind::boolean) {
      wrong_argument(call, i, numeric ? "numbers" : "values of a column");
    }
    if (type.literal && !other.literal) type = other;
  }
  for (std::size_t i = 0; i < call.operands.size(); ++i) {
    const ValueType& other = call.operands[i]->type;
    if (other.kind != type.kind || (!other.literal && other.unit != type.unit)) wrong_argument(call, i, phrase(type));
  }
  type.list = false;
  return type;
}

ValueType number_type(const Node& call) { return common(call, true); }
ValueType ordered_type(const Node& call) { return common(call, false); }
ValueType element_type(const Node& call) {
  ValueType type = call.operands[0]->type;
  if (!type.list || type.kind == Kind::rows) wrong_argument(call, 0, "a column over several rows");
  type.list = false;
  return type;
}
ValueType count_type(const Node& call) {
  if (!call.operands[0]->type.list) wrong_argument(call, 0, "a column or rows");
  return {Kind::number, {}};
}
ValueType column_and_row(const Node& call, Kind kind) {
  const Node& list = *call.operands[0];
  if (list.kind != Node::Kind::table || list.column.empty() || !list.type.list || !list.type.numeric()) {
    wrong_argument(call, 0, "a column of numbers");
  }
  if (call.operands[1]->type.kind != Kind::text && call.operands[1]->type.kind != Kind::rows) {
    wrong_argument(call, 1, "the name of a row");
  }
  return {kind, {}};
}
ValueType rank_type(const Node& call) { return column_and_row(call, Kind::number); }
ValueType share_type(const Node& call) { return column_and_row(call, Kind::percent); }
ValueType growth_type(const Node& call) {
  common(call, true);
  return {Kind::percent, {}};
}
ValueType round_type(const Node& call) {
  if (!call.operands[0]->type.numeric()) wrong_argument(call, 0, "a number");
  if (call.operands.size() == 2 && call.operands[1]->kind != Node::Kind::number) {
    wrong_argument(call, 1, "how many decimals, such as 1");
  }
  ValueType type = call.operands[0]->type;
  type.literal = false;
  return type;
}
ValueType if_type(const Node& call) {
  if (call.operands[0]->type.kind != Kind::boolean) wrong_argument(call, 0, "true or false");
  ValueType type = call.operands[1]->type;
  const ValueType& other = call.operands[2]->type;
  if (type.literal && type.kind == other.kind) type = other;
  if (other.kind != type.kind || type.list != other.list) wrong_argument(call, 2, phrase(type));
  return type;
}
ValueType top_type(const Node& call) {
  const ValueType& type = call.operands[0]->type;
  if (!type.list || !type.numeric()) wrong_argument(call, 0, "a column of numbers");
  if (call.operands[1]->type.kind != Kind::number) wrong_argument(call, 1, "how many, such as 3");
  return type;
}

/// All values that are not missing, with the cells of all.
struct Values {
  std::vector<double> numbers;
  Trace trace;
};

Values gathered(const std::vector<Result>& arguments) {
  Values result;
  for (const Result& argument : arguments) {
    result.trace.add(argument.trace);
    for (const Value& value : argument.values) {
      if (const double* number = std::get_if<double>(&value)) result.numbers.push_back(*number);
    }
  }
  return result;
}

Result single(Value value, Trace trace) {
  Result result;
  result.values = {std::move(value)};
  result.trace = std::move(trace);
  return result;
}

[[noreturn]] void nothing_selected(const Node& call) {
  throw Problem{MessageId::expression_no_values, call.operands[0]->range, {call.text}, ""};
}

template <class Fold>
Result folded(const Node& call, const std::vector<Result>& arguments, Fold fold) {
  Values values = gathered(arguments);
  if (values.numbers.empty()) nothing_selected(call);
  return single(fold(values.numbers), std::move(values.trace));
}

double total(const std::vector<double>& numbers) {
  // Neumaier's sum: the order of the rows must not show in the result.
  double sum = 0, lost = 0;
  for (const double number : numbers) {
    const double next = sum + number;
    lost += std::abs(sum) >= std::abs(number) ? (sum - next) + number : (number - next) + sum;
    sum = next;
  }
  return sum + lost;
}

Result sum(const Node&, std::vector<Result> arguments) {
  Values values = gathered(arguments);
  return single(total(values.numbers), std::move(values.trace));
}
Result mean(const Node& call, std::vector<Result> arguments) {
  return folded(call, arguments, [](const std::vector<double>& n) { return total(n) / static_cast<double>(n.size()); });
}
Result median(const Node& call, std::vector<Result> arguments) {
  return folded(call, arguments, [](std::vector<double>& n) {
    const auto middle = n.begin() + static_cast<std::ptrdiff_t>(n.size() / 2);
    std::nth_element(n.begin(), middle, n.end());
    if (n.size() % 2 == 1) return *middle;
    return (*middle + *std::max_element(n.begin(), middle)) / 2;
  });
}

/// The smallest or largest value: of numbers, texts or dates.
template <class Before>
Result extreme(const Node& call, const std::vector<Result>& arguments, Before before) {
  const Value* best = nullptr;
  Trace trace;
  for (const Result& argument : arguments) {
    trace.add(argument.trace);
    for (const Value& value : argument.values) {
      if (!table::missing(value) && (best == nullptr || before(value, *best))) best = &value;
    }
  }
  if (best == nullptr) nothing_selected(call);
  return single(*best, std::move(trace));
}
Result smallest(const Node& call, std::vector<Result> arguments) {
  return extreme(call, arguments, std::less<Value>());
}
Result largest(const Node& call, std::vector<Result> arguments) {
  return extreme(call, arguments, std::greater<Value>());
}

Result count(const Node&, std::vector<Result> arguments) {
  const auto& values = arguments[0].values;
  const auto known = std::count_if(values.begin(), values.end(), [](const Value& v) { return !table::missing(v); });
  return single(static_cast<double>(known), std::move(arguments[0].trace));
}
Result first(const Node& call, std::vector<Result> arguments) {
  if (arguments[0].values.empty()) nothing_selected(call);
  return single(arguments[0].values.front(), std::move(arguments[0].trace));
}
Result last(const Node& call, std::vector<Result> arguments) {
  if (arguments[0].values.empty()) nothing_selected(call);
  return single(arguments[0].values.back(), std::move(arguments[0].trace));
}

/// The number of the row that the second argument names, in the column of the first.
double named_value(const Node& call, const Result& row) {
  const Node& list = *call.operands[0];
  const auto& key = std::get<std::string>(row.value());
  const std::size_t index = list.source->row(key);
  if (index == table::Table::none) {
    throw unknown_row(*list.source, key, call.operands[1]->range);
  }
  const double* number = std::get_if<double>(&list.source->columns()[list.column_index].values[index]);
  if (number == nullptr) nothing_selected(call);
  return *number;
}

Result rank(const Node& call, std::vector<Result> arguments) {
  const double value = named_value(call, arguments[1]);
  Values values = gathered({arguments[0]});
  const auto above = std::count_if(values.numbers.begin(), values.numbers.end(),
                                   [&](double other) { return other > value && !nearly_equal(other, value); });
  return single(static_cast<double>(above + 1), std::move(values.trace));
}
Result share(const Node& call, std::vector<Result> arguments) {
  const double value = named_value(call, arguments[1]);
  Values values = gathered({arguments[0]});
  const double whole = total(values.numbers);
  if (whole == 0) throw Problem{MessageId::expression_division, call.operands[0]->range, {}, ""};
  return single(value / whole, std::move(values.trace));
}
Result growth(const Node& call, std::vector<Result> arguments) {
  Trace trace = arguments[0].trace;
  trace.add(arguments[1].trace);
  const auto from = arguments[0].number(), to = arguments[1].number();
  if (!from || !to) return single(Value{}, std::move(trace));
  if (*from == 0) throw Problem{MessageId::expression_division, call.operands[0]->range, {}, ""};
  return single((*to - *from) / std::abs(*from), std::move(trace));
}

Result round_half_away(const Node& call, std::vector<Result> arguments) {
  const auto number = arguments[0].number();
  if (!number) return std::move(arguments[0]);
  const double digits = call.operands.size() == 2 ? call.operands[1]->number : 0;
  const double scale =
      std::pow(10.0, std::clamp(std::round(digits), -15.0, 15.0)) * (arguments[0].type.kind == Kind::percent ? 100 : 1);
  return single(std::round(rounded(*number * scale)) / scale, std::move(arguments[0].trace));
}
Result absolute(const Node&, std::vector<Result> arguments) {
  const auto number = arguments[0].number();
  if (!number) return std::move(arguments[0]);
  return single(std::abs(*number), std::move(arguments[0].trace));
}
Result choose(const Node&, std::vector<Result> arguments) {
  const bool* condition = std::get_if<bool>(&arguments[0].value());
  Result result = std::move(condition != nullptr && *condition ? arguments[1] : arguments[2]);
  result.trace.add(arguments[0].trace);
  result.plain_cell = false;
  return result;
}
Result top(const Node& call, std::vector<Result> arguments) {
  const double wanted = arguments[1].number().value_or(0);
  std::vector<double> numbers = gathered({arguments[0]}).numbers;
  if (wanted < 1 || wanted > static_cast<double>(numbers.size())) {
    throw Problem{MessageId::expression_top,
                  call.operands[1]->range,
                  {fmt::format("{}", wanted), counted(numbers.size(), "value", "values")},
                  ""};
  }
  std::stable_sort(numbers.begin(), numbers.end(), std::greater<>());
  Result result;
  result.trace = std::move(arguments[0].trace);
  result.values.assign(numbers.begin(), numbers.begin() + static_cast<std::ptrdiff_t>(wanted));
  return result;
}

constexpr std::size_t any = 1000;

}  // namespace

const std::vector<Function>& functions() {
  static const std::vector<Function> table = {
      {"sum", "sum(values)", "The sum; missing values do not count.", 1, any, number_type, sum},
      {"mean", "mean(values)", "The arithmetic mean.", 1, any, number_type, mean},
      {"median", "median(values)", "The middle value, or the mean of the two in the middle.", 1, any, number_type,
       median},
      {"min", "min(values)", "The smallest number, the first text or date.", 1, any, ordered_type, smallest},
      {"max", "max(values)", "The largest number, the last text or date.", 1, any, ordered_type, largest},
      {"count", "count(values)", "How many values or rows there are; missing values do not count.", 1, 1, count_type,
       count},
      {"first", "first(column)", "The value of the first row.", 1, 1, element_type, first},
      {"last", "last(column)", "The value of the last row.", 1, 1, element_type, last},
      {"rank", "rank(column, row)", "The place of the row from the largest number down; equal numbers share a place.",
       2, 2, rank_type, rank, true},
      {"share", "share(column, row)", "The row's part of the sum, as a percent.", 2, 2, share_type, share, true},
      {"growth", "growth(from, to)", "By how much `to` exceeds `from`, as a percent of `from`.", 2, 2, growth_type,
       growth},
      {"round", "round(number, decimals)", "Rounded, halves away from zero; of a percent, decimals of its percentage.",
       1, 2, round_type, round_half_away},
      {"abs", "abs(number)", "Without its sign.", 1, 1, number_type, absolute},
      {"if", "if(condition, a, b)", "`a` where the condition is true, else `b`.", 3, 3, if_type, choose},
      {"top", "top(column, n)", "The n largest numbers, largest first.", 2, 2, top_type, top}};
  return table;
}

std::string function_reference() {
  std::string text = "| function | value |\n| --- | --- |\n";
  for (const Function& one : functions()) text += fmt::format("| `{}` | {} |\n", one.signature, one.summary);
  return text;
}

}  // namespace banxin::data::expression
