#include "data/expression/evaluator.hpp"

#include <fmt/format.h>

#include <cmath>

#include "data/expression/functions.hpp"

namespace banxin::data::expression {

namespace {

using table::Value;

class Evaluator {
 public:
  Result evaluate(const Node& node) {
    Result result;
    result.type = node.type;
    switch (node.kind) {
      case Node::Kind::number:
      case Node::Kind::percent: result.values = {node.number}; break;
      case Node::Kind::text: result.values = {node.text}; break;
      case Node::Kind::boolean: result.values = {node.number != 0}; break;
      case Node::Kind::name: name(node, result); break;
      case Node::Kind::table: cells(node, result); break;
      case Node::Kind::unary: unary(node, result); break;
      case Node::Kind::binary: binary(node, result); break;
      case Node::Kind::call: call(node, result); break;
    }
    return result;
  }

 private:
  void work(const Node& node, std::size_t amount) {
    work_ += amount;
    if (work_ <= largest_work) return;
    throw Problem{MessageId::expression_too_much, node.range, {fmt::format("{}", largest_work)}, "use a query"};
  }

  void name(const Node& node, Result& result) {
    switch (node.meaning) {
      case Node::Meaning::column: take(result, {node.source, row_, node.column_index}); break;
      case Node::Meaning::variable: result.values = {node.variable->value}; break;
      case Node::Meaning::row: result.values = {node.variable->table->keys()[node.variable->row]}; break;
      default:
        work(node, node.source->rows());
        for (const std::string& key : node.source->keys()) result.values.emplace_back(key);
    }
  }

  static void take(Result& result, const Cell& cell) {
    result.values.push_back(cell.value());
    result.trace.add(cell);
  }

  void cells(const Node& node, Result& result) {
    const auto row = [&](std::size_t index) {
      if (node.column.empty()) {
        result.values.emplace_back(node.source->keys()[index]);
      } else {
        take(result, {node.source, index, node.column_index});
      }
    };
    if (node.meaning == Node::Meaning::row) {
      row(node.variable->row);
    } else {
      selected(node, row);
    }
    if (node.type.list) return;
    result.plain_cell = !node.column.empty();
    if (result.values.size() == 1) return;
    throw Problem{MessageId::expression_rows_selected,
                  node.selection.range,
                  {fmt::format("{}", result.values.size())},
                  "select exactly one row, or use sum, mean, max or another function"};
  }

  /// Calls `row` for each selected row, in the order of the keys or of the table.
  template <class Row>
  void selected(const Node& node, const Row& row) {
    const table::Table& table = *node.source;
    const Selection& selection = node.selection;
    switch (selection.kind) {
      case Selection::Kind::all:
        work(node, table.rows());
        for (std::size_t i = 0; i < table.rows(); ++i) row(i);
        break;
      case Selection::Kind::keys:
        for (const Key& key : selection.keys) row(key.row);
        break;
      case Selection::Kind::range: {
        const std::size_t first = selection.keys[0].row, last = selection.keys[1].row;
        if (first > last) {
          throw Problem{MessageId::expression_range_backwards,
                        selection.range,
                        {selection.keys[0].text, selection.keys[1].text},
                        fmt::format("write {}..{}", selection.keys[1].text, selection.keys[0].text)};
        }
        work(node, last - first + 1);
        for (std::size_t i = first; i <= last; ++i) row(i);
        break;
      }
      case Selection::Kind::condition: {
        const std::size_t outer = row_;
        work(node, table.rows());
        for (std::size_t i = 0; i < table.rows(); ++i) {
          row_ = i;
          const Result holds = evaluate(*selection.condition);
          const bool* value = std::get_if<bool>(&holds.value());
          if (value != nullptr && *value) row(i);
        }
        row_ = outer;
        break;
      }
    }
  }

  void unary(const Node& node, Result& result) {
    Result operand = evaluate(*node.operands[0]);
    result.trace.add(operand.trace);
    const Value& value = operand.value();
    if (table::missing(value)) {
      result.values = {Value{}};
    } else if (node.op == Operator::logical_not) {
      result.values = {!std::get<bool>(value)};
    } else {
      result.values = {-std::get<double>(value)};
    }
  }

  void binary(const Node& node, Result& result) {
    Result left = evaluate(*node.operands[0]);
    result.trace.add(left.trace);
    if (node.op == Operator::logical_and || node.op == Operator::logical_or) {
      // The right side counts only where the left one does not decide.
      const bool* decided = std::get_if<bool>(&left.value());
      if (decided != nullptr && *decided == (node.op == Operator::logical_or)) {
        result.values = {*decided};
        return;
      }
    }
    Result right = evaluate(*node.operands[1]);
    result.trace.add(right.trace);
    if (node.op == Operator::in) {
      bool found = false;
      for (const Value& value : right.values) found = found || equal(left.value(), value);
      result.values = {found};
      return;
    }
    if (table::missing(left.value()) || table::missing(right.value())) {
      // Nothing is known of a missing value: no comparison with it holds, no sum with it exists.
      result.values = {node.type.kind == ValueType::Kind::boolean ? Value{false} : Value{}};
      return;
    }
    result.values = {operation(node, left.value(), right.value())};
  }

  static bool equal(const Value& left, const Value& right) {
    const auto *a = std::get_if<double>(&left), *b = std::get_if<double>(&right);
    return a != nullptr && b != nullptr ? nearly_equal(*a, *b) : left == right;
  }

  static bool less(const Value& left, const Value& right) {
    const auto *a = std::get_if<double>(&left), *b = std::get_if<double>(&right);
    return a != nullptr && b != nullptr ? *a < *b && !nearly_equal(*a, *b) : left < right;
  }

  static Value operation(const Node& node, const Value& left, const Value& right) {
    switch (node.op) {
      case Operator::equal: return equal(left, right);
      case Operator::unequal: return !equal(left, right);
      case Operator::less: return less(left, right);
      case Operator::less_equal: return !less(right, left);
      case Operator::greater: return less(right, left);
      case Operator::greater_equal: return !less(left, right);
      case Operator::logical_and: return std::get<bool>(left) && std::get<bool>(right);
      case Operator::logical_or: return std::get<bool>(left) || std::get<bool>(right);
      default: return arithmetic(node, std::get<double>(left), std::get<double>(right));
    }
  }

  static double arithmetic(const Node& node, double left, double right) {
    double value = 0;
    switch (node.op) {
      case Operator::add: value = left + right; break;
      case Operator::subtract: value = nearly_equal(left, right) ? 0 : left - right; break;
      case Operator::multiply: value = left * right; break;
      case Operator::divide:
        if (right == 0) throw Problem{MessageId::expression_division, node.operands[1]->range, {}, ""};
        value = left / right;
        break;
      default: value = std::pow(left, right);
    }
    if (!std::isfinite(value)) throw Problem{MessageId::expression_not_finite, node.range, {}, ""};
    return value;
  }

  void call(const Node& node, Result& result) {
    std::vector<Result> arguments;
    for (const NodePtr& operand : node.operands) arguments.push_back(evaluate(*operand));
    for (const Result& argument : arguments) work(node, argument.values.size());
    result = node.function->value(node, std::move(arguments));
    result.type = node.type;
  }

  std::size_t row_ = 0;  ///< of the table whose condition is evaluated
  std::size_t work_ = 0;
};

}  // namespace

double rounded(double value) {
  if (value == 0 || !std::isfinite(value)) return value;
  const double scale = std::pow(10.0, 11 - std::floor(std::log10(std::abs(value))));
  return std::isfinite(scale) && scale != 0 ? std::round(value * scale) / scale : value;
}

bool nearly_equal(double a, double b) {
  // Half a unit of the twelfth digit of the larger one; two values next to a rounding edge still agree.
  return a == b || std::abs(a - b) <= 5e-12 * std::max(std::abs(a), std::abs(b));
}

Result evaluate(const Node& root) { return Evaluator().evaluate(root); }

}  // namespace banxin::data::expression
