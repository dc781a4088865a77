#include "data/expression/checker.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/diagnostic.hpp"
#include "data/expression/functions.hpp"

namespace banxin::data::expression {

namespace {

using Kind = ValueType::Kind;

std::vector<std::string_view> column_names(const table::Table& table) {
  std::vector<std::string_view> names;
  for (const table::Column& column : table.columns()) names.push_back(column.name);
  return names;
}

class Checker {
 public:
  explicit Checker(const Environment& environment) : environment_(environment) {}

  void check(Node& node) {
    switch (node.kind) {
      case Node::Kind::number: node.type = {Kind::number, {}, false, true, node.scaled}; break;
      case Node::Kind::percent: node.type = {Kind::percent, {}, false, true}; break;
      case Node::Kind::text: node.type = {Kind::text, {}}; break;
      case Node::Kind::boolean: node.type = {Kind::boolean, {}}; break;
      case Node::Kind::name: name(node); break;
      case Node::Kind::table: cells(node); break;
      case Node::Kind::unary: unary(node); break;
      case Node::Kind::binary: binary(node); break;
      case Node::Kind::call: call(node); break;
    }
  }

 private:
  /// A column of the table whose rows a condition selects, a variable, or a table.
  void name(Node& node) {
    if (condition_ != nullptr) {
      node.column_index = condition_->column(node.text);
      if (node.column_index != table::Table::none) {
        const table::Column& column = condition_->columns()[node.column_index];
        node.meaning = Node::Meaning::column;
        node.source = condition_;
        node.type = type_of(column.type, column.unit);
        return;
      }
    }
    if (const Variable* variable = environment_.variable(node.text)) {
      node.variable = variable;
      node.meaning = variable->table == nullptr ? Node::Meaning::variable : Node::Meaning::row;
      node.source = variable->table;
      node.type = variable->table == nullptr ? type_of(variable->type, variable->unit) : ValueType{Kind::rows, {}};
      return;
    }
    if (const table::Table* table = environment_.table(node.text)) {
      node.meaning = Node::Meaning::rows;
      node.source = table;
      node.type = {Kind::rows, {}, true};
      return;
    }
    unknown_name(node);
  }

  [[noreturn]] void unknown_name(const Node& node) const {
    if (!node.quoted && node.text.front() >= '0' && node.text.front() <= '9') {
      throw Problem{MessageId::expression_number, node.name_range, {node.text}, "a number is written without its unit"};
    }
    std::vector<std::string_view> names = environment_.names();
    if (condition_ != nullptr) {
      for (const std::string_view column : column_names(*condition_)) names.push_back(column);
    }
    std::string help = did_you_mean(node.text, names);
    if (help.empty()) help = condition_ == nullptr ? "text is written in double quotation marks" : "";
    throw Problem{MessageId::expression_name_unknown, node.name_range, {node.text}, std::move(help)};
  }

  void cells(Node& node) {
    const Variable* variable = environment_.variable(node.text);
    if (variable != nullptr && variable->table != nullptr && node.selection.kind == Selection::Kind::all) {
      node.variable = variable;
      node.source = variable->table;
      node.meaning = Node::Meaning::row;
      column(node);
      return;
    }
    node.source = environment_.table(node.text);
    if (node.source == nullptr) {
      std::vector<std::string_view> names = environment_.names();
      throw Problem{MessageId::expression_table_unknown,
                    node.name_range,
                    {node.text},
                    did_you_mean(node.text, names, "tables are")};
    }
    node.meaning = Node::Meaning::rows;
    if (node.selection.condition) {
      const table::Table* outer = condition_;
      condition_ = node.source;
      check(*node.selection.condition);
      condition_ = outer;
      if (node.selection.condition->type.kind != Kind::boolean) {
        throw Problem{MessageId::expression_type,
                      node.selection.condition->range,
                      {"a condition", "true or false", phrase(node.selection.condition->type)},
                      ""};
      }
    }
    rows(node);
    column(node);
  }

  /// Rows that are named must exist.
  void rows(Node& node) const {
    for (Key& key : node.selection.keys) {
      std::string name = key.text;
      if (key.parameter) {
        const Variable* variable = environment_.variable(key.text);
        const auto* text = variable == nullptr ? nullptr : std::get_if<std::string>(&variable->value);
        if (text == nullptr) {
          throw Problem{
              MessageId::expression_name_unknown, key.range, {key.text}, did_you_mean(key.text, environment_.names())};
        }
        name = *text;
      }
      key.row = node.source->row(name);
      if (key.row == table::Table::none) throw unknown_row(*node.source, name, key.range);
      if (node.source->ambiguous(name)) {
        throw Problem{MessageId::expression_row_ambiguous,
                      key.range,
                      {node.source->name(), name},
                      "select by a condition, or name another key column"};
      }
    }
  }

  void column(Node& node) const {
    const bool many = node.meaning == Node::Meaning::rows &&
                      (node.selection.kind != Selection::Kind::keys || node.selection.keys.size() > 1);
    if (node.column.empty()) {
      node.type = {Kind::rows, {}, many};
      return;
    }
    node.column_index = node.source->column(node.column);
    if (node.column_index == table::Table::none) {
      throw Problem{MessageId::expression_column_unknown,
                    node.column_range,
                    {node.source->name(), node.column},
                    did_you_mean(node.column, column_names(*node.source), "columns are")};
    }
    const table::Column& column = node.source->columns()[node.column_index];
    node.type = type_of(column.type, column.unit);
    node.type.list = many;
  }

  static void single(const Node& node) {
    if (!node.type.list) return;
    throw Problem{MessageId::expression_type,
                  node.range,
                  {"an operator", "a single value", phrase(node.type)},
                  "name one row, or use sum, mean, max or another function"};
  }

  void unary(Node& node) {
    Node& operand = *node.operands[0];
    check(operand);
    narrow(operand);
    single(operand);
    const bool logical = node.op == Operator::logical_not;
    if (logical ? operand.type.kind != Kind::boolean : !operand.type.numeric()) {
      throw Problem{
          MessageId::expression_type,
          operand.range,
          {fmt::format("“{}”", spelling(node.op)), logical ? "true or false" : "a number", phrase(operand.type)},
          ""};
    }
    node.type = operand.type;
  }

  /// A condition may select exactly one row, which only the rows can tell: it counts as a single value where one is
  /// expected.
  static void narrow(Node& node) {
    if (node.kind == Node::Kind::table && node.selection.kind == Selection::Kind::condition && !node.column.empty()) {
      node.type.list = false;
    }
  }

  void binary(Node& node) {
    Node &left = *node.operands[0], &right = *node.operands[1];
    check(left);
    check(right);
    if (node.op == Operator::in) {
      narrow(left);
      single(left);
      require_alike(node);
      node.type = {Kind::boolean, {}};
      return;
    }
    narrow(left);
    narrow(right);
    single(left);
    single(right);
    switch (node.op) {
      case Operator::logical_and:
      case Operator::logical_or:
        for (const Node* side : {&left, &right}) {
          if (side->type.kind == Kind::boolean) continue;
          throw Problem{MessageId::expression_type,
                        side->range,
                        {fmt::format("“{}”", spelling(node.op)), "true or false", phrase(side->type)},
                        ""};
        }
        node.type = {Kind::boolean, {}};
        break;
      case Operator::add:
      case Operator::subtract: sum(node, left, right); break;
      case Operator::multiply:
      case Operator::divide:
      case Operator::power: product(node, left.type, right.type); break;
      default: require_alike(node); node.type = {Kind::boolean, {}};
    }
  }

  void sum(Node& node, const Node& left, const Node& right) const {
    require_numbers(node);
    const auto one = [](const Node& side) { return side.kind == Node::Kind::number && side.number == 1; };
    if (left.type.kind != right.type.kind && (one(left) || one(right))) {
      node.type = {Kind::number, {}};
      return;
    }
    require_alike(node);
    node.type = left.type.literal ? right.type : left.type;
    node.type.literal = left.type.literal && right.type.literal;
  }

  void product(Node& node, const ValueType& left, const ValueType& right) const {
    require_numbers(node);
    const bool percents = left.kind == Kind::percent && right.kind == Kind::percent;
    node.type = {Kind::number, {}};
    if (node.op == Operator::power) return;
    if (node.op == Operator::multiply) {
      if (percents) node.type.kind = Kind::percent;
      if (left.unit.empty() != right.unit.empty()) node.type.unit = left.unit.empty() ? right.unit : left.unit;
      // 5% * 2 is 10%; a share of a plain number is a number.
      const ValueType &share = left.kind == Kind::percent ? left : right, &other = &share == &left ? right : left;
      if (share.kind == Kind::percent && other.literal) node.type.kind = Kind::percent;
    } else {
      if (right.unit.empty()) node.type.unit = left.unit;
      if (!right.unit.empty() && left.unit != right.unit) node.type.unit = left.unit + "/" + right.unit;
      if (left.kind == Kind::percent && right.kind == Kind::number && right.unit.empty())
        node.type.kind = Kind::percent;
    }
    node.type.literal = left.literal && right.literal && node.type.kind == Kind::number;
  }

  static void require_numbers(const Node& node) {
    for (const NodePtr& side : node.operands) {
      if (side->type.numeric()) continue;
      throw Problem{MessageId::expression_type,
                    side->range,
                    {fmt::format("“{}”", spelling(node.op)), "a number", phrase(side->type)},
                    side->type.kind == Kind::rows ? "name a column after a dot" : ""};
    }
  }

  /// Both sides of one kind and unit. A literal 0 is also 0%.
  static void require_alike(const Node& node) {
    const Node &first = *node.operands[0], &second = *node.operands[1];
    const ValueType &left = first.type, &right = second.type;
    const auto zero = [](const Node& side) { return side.kind == Node::Kind::number && side.number == 0; };
    if ((zero(first) && right.kind == Kind::percent) || (zero(second) && left.kind == Kind::percent)) return;
    const auto fail = [&](std::string help) {
      ValueType one = right;
      one.list = false;
      throw Problem{MessageId::expression_units,
                    node.range,
                    {std::string(spelling(node.op)), phrase(left), phrase(one)},
                    std::move(help)};
    };
    if (left.kind == Kind::rows || right.kind == Kind::rows) fail("name a column after a dot");
    if (left.kind != right.kind) {
      const bool percent = left.kind == Kind::percent || right.kind == Kind::percent;
      const bool literal = left.numeric() && right.numeric() && (left.literal || right.literal);
      fail(percent && literal ? "write a percent with its sign, such as 5%" : "");
    }
    if (left.kind != Kind::number || left.unit == right.unit) return;
    const ValueType &written = left.literal ? left : right, &other = left.literal ? right : left;
    if (!written.literal) fail("numbers in different units cannot be compared or added");
    if (written.scaled) fail(fmt::format("the number takes the unit {}: write it without 万 or 亿", other.unit));
  }

  void call(Node& node) {
    const auto& all = functions();
    const auto found = std::find_if(all.begin(), all.end(), [&](const Function& one) { return one.name == node.text; });
    if (found == all.end()) {
      std::vector<std::string_view> names;
      for (const Function& one : all) names.push_back(one.name);
      throw Problem{MessageId::expression_function_unknown,
                    node.name_range,
                    {node.text},
                    did_you_mean(node.text, names, "functions are")};
    }
    const std::size_t count = node.operands.size();
    if (count < found->fewest || count > found->most) {
      throw Problem{MessageId::expression_argument_count,
                    node.range,
                    {node.text, counted(count, "argument", "arguments")},
                    fmt::format("write {}", found->signature)};
    }
    node.function = &*found;
    for (std::size_t i = 0; i < count; ++i) {
      if (found->takes_row && i == 1) {
        row_argument(node);
      } else {
        check(*node.operands[i]);
      }
    }
    node.type = found->type(node);
  }

  /// `rank(cities.占比, 北京)`: 北京 is a row of cities, unless a variable has that name.
  void row_argument(Node& node) {
    Node& row = *node.operands[1];
    const Node& list = *node.operands[0];
    if (row.kind == Node::Kind::number && list.source != nullptr) {
      // A row named 2023.
      row.text = fmt::format("{}", row.number);
      row.kind = Node::Kind::text;
      row.meaning = Node::Meaning::key;
      row.type = {Kind::text, {}};
    } else if (row.kind == Node::Kind::name && environment_.variable(row.text) == nullptr) {
      row.kind = Node::Kind::text;
      row.meaning = Node::Meaning::key;
      row.type = {Kind::text, {}};
    } else {
      check(row);
    }
    if (list.kind != Node::Kind::table || list.source == nullptr) return;
    if (row.kind == Node::Kind::text && list.source->row(row.text) == table::Table::none) {
      throw unknown_row(*list.source, row.text, row.range);
    }
  }

  const Environment& environment_;
  const table::Table* condition_ = nullptr;
};

}  // namespace

void check(Node& root, const Environment& environment) { Checker(environment).check(root); }

}  // namespace banxin::data::expression
