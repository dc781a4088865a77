#include "data/evaluation.hpp"

#include <fmt/format.h>

#include "data/expression/evaluator.hpp"
#include "data/format/format.hpp"
#include "data/wording/wording.hpp"

namespace banxin::data {

namespace {

using expression::Node;
using expression::Operator;
using expression::Problem;
using expression::Result;

std::string trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\n");
  if (begin == std::string_view::npos) return {};
  return std::string(text.substr(begin, text.find_last_not_of(" \t\n") + 1 - begin));
}

/// The sources of the tables, each once.
std::string source_of(const expression::Trace& trace) {
  std::string text;
  const table::Table* last = nullptr;
  for (const expression::Cell& cell : trace.cells()) {
    const std::string& source = cell.table->origin.source;
    if (cell.table == last || source.empty() || text.find(source) != std::string::npos) continue;
    text += (text.empty() ? "" : "; ") + source;
    last = cell.table;
  }
  return text;
}

/// A value for messages, with its unit.
std::string shown(const Result& result) {
  return print(result.values, result.type, {}, Language::en) + (result.type.unit.empty() ? "" : " " + result.type.unit);
}

bool is_comparison(Operator op) {
  switch (op) {
    case Operator::equal:
    case Operator::unequal:
    case Operator::less:
    case Operator::less_equal:
    case Operator::greater:
    case Operator::greater_equal:
    case Operator::in: return true;
    default: return false;
  }
}

std::string kind_phrase(const wording::Statement& statement) {
  using Kind = wording::Statement::Kind;
  switch (statement.kind) {
    case Kind::share: return "a share";
    case Kind::number: return statement.unit.empty() ? "a number" : "a number of " + statement.unit;
    case Kind::ratio: return "how many times";
    case Kind::points: return "percentage points";
    case Kind::rank: return "a rank";
  }
  return {};
}

/// Whether words of this kind can be true of a value of this type.
bool fits(const wording::Statement& statement, const expression::ValueType& type) {
  using Kind = wording::Statement::Kind;
  using Value = expression::ValueType::Kind;
  if (type.list) return false;
  switch (statement.kind) {
    case Kind::share: return type.kind == Value::percent || (type.kind == Value::number && type.unit.empty());
    case Kind::ratio: return type.kind == Value::percent || (type.kind == Value::number && type.unit.empty());
    case Kind::points: return type.kind == Value::percent;
    case Kind::rank: return type.kind == Value::number && type.unit.empty();
    case Kind::number: break;
  }
  if (type.kind != Value::number) return false;
  const std::string_view base = wording::unit_scale(type.unit).base;
  return statement.unit.empty() || type.unit.empty() || statement.unit == base || statement.unit == type.unit;
}

bool is_true(const wording::Statement& statement, const Result& result) {
  const double* number = std::get_if<double>(&result.value());
  if (number == nullptr) return false;
  if (statement.kind == wording::Statement::Kind::rank && statement.high == 0) return false;
  return wording::holds(statement, *number, result.type.unit);
}

}  // namespace

std::string name(const expression::Cell& cell) {
  return fmt::format("{}[{}].{}", cell.table->name(), cell.table->keys()[cell.row],
                     cell.table->columns()[cell.column].name);
}

std::optional<expression::Checked> Evaluation::read(const model::Expression& expression) {
  Diagnostics found;
  auto checked = expression::read(expression.text, expression.map, expression::Environment(tables_, variables), found);
  pass_on(std::move(found));
  return checked;
}

std::optional<Result> Evaluation::value(const model::Expression& expression, const expression::Checked& checked) {
  Diagnostics found;
  auto result = expression::value_of(checked, expression.map, found);
  pass_on(std::move(found));
  return result;
}

void Evaluation::pass_on(Diagnostics&& found) {
  const auto repeated = [&](const Diagnostic& one) {
    return one.id == MessageId::expression_row_unknown && files_.text(one.span).starts_with(':') &&
           !unknown_rows_.insert(one.text).second;
  };
  for (const Diagnostic& one : found.all()) {
    if (!repeated(one)) diagnostics_.add(one);
  }
}

std::string Evaluation::printed(const model::Expression& expression, Language language) {
  const auto checked = read(expression);
  if (!checked) return {};
  auto result = value(expression, *checked);
  if (!result) return {};
  try {
    const Format format = read_format(expression.text, checked->format);
    std::string text = print(result->values, result->type, format, language);
    if (result->type.kind == expression::ValueType::Kind::text) return text;  // a name is not a number
    const auto provenance = result->provenance();
    const std::string source = source_of(result->trace);
    numbers.push_back({BoundNumber::Use::printed, expression.span, text, trimmed(expression.text),
                       std::move(result->trace), provenance, source});
    return text;
  } catch (Problem& problem) {
    if (problem.range.begin == problem.range.end) problem.range = checked->format;
    expression::report(problem, expression.map, diagnostics_);
    return {};
  }
}

void Evaluation::check(const model::CheckedWords& words, Language language) {
  const auto checked = read(words.expression);
  auto result = checked ? value(words.expression, *checked) : std::nullopt;
  // A condition may have any words; only its truth counts.
  const bool* condition = result && result->values.size() == 1 ? std::get_if<bool>(&result->value()) : nullptr;
  if (condition != nullptr) {
    if (!*condition) {
      diagnostics_.report(MessageId::wording_false, words.span, {words.words, "false", "that it is true"},
                          locations(result->trace));
    }
    return note(words, std::move(*result));
  }
  wording::Unclear unclear;
  const auto statement = wording::read(words.words, language, unclear);
  if (!statement && result) {
    const std::string part = words.words.substr(unclear.begin, unclear.end - unclear.begin);
    diagnostics_.report(MessageId::wording_unclear, words.span, {words.words, part}, unclear.suggestion);
  }
  if (!result || !statement) return;
  if (result->type.list && result->values.size() == 1) result->type.list = false;
  if (!fits(*statement, result->type)) {
    diagnostics_.report(MessageId::wording_kind, words.span,
                        {words.words, kind_phrase(*statement), phrase(result->type)},
                        "compare it with a value of that kind");
    return;
  }
  if (!is_true(*statement, *result)) {
    diagnostics_.report(MessageId::wording_false, words.span,
                        {words.words, shown(*result), wording::meaning(*statement)}, locations(result->trace));
  }
  note(words, std::move(*result));
}

void Evaluation::note(const model::CheckedWords& words, Result result) {
  const auto provenance = result.provenance();
  const std::string source = source_of(result.trace);
  numbers.push_back({BoundNumber::Use::checked, words.span, words.words, trimmed(words.expression.text),
                     std::move(result.trace), provenance, source});
}

bool Evaluation::condition(const model::Expression& expression) {
  const auto checked = read(expression);
  if (!checked) return true;
  if (checked->root->type.kind != expression::ValueType::Kind::boolean || checked->root->type.list) {
    diagnostics_.report(MessageId::expression_type, expression.span,
                        {"a condition", "true or false", phrase(checked->root->type)});
    return true;
  }
  const auto result = value(expression, *checked);
  const bool* holds = result ? std::get_if<bool>(&result->value()) : nullptr;
  return holds == nullptr || *holds;
}

void Evaluation::claim(const model::Expression& expression) {
  const auto checked = read(expression);
  if (!checked) return;
  if (checked->root->type.kind != expression::ValueType::Kind::boolean || checked->root->type.list) {
    diagnostics_.report(MessageId::expression_type, expression.span,
                        {"a claim", "true or false", phrase(checked->root->type)}, "write a comparison");
    return;
  }
  const auto result = value(expression, *checked);
  const bool* holds = result ? std::get_if<bool>(&result->value()) : nullptr;
  if (result && (holds == nullptr || !*holds)) report_false(*checked->root, expression);
}

void Evaluation::report_false(const Node& node, const model::Expression& expression) {
  if (node.kind == Node::Kind::binary && node.op == Operator::logical_and) {
    const Result left = expression::evaluate(*node.operands[0]);
    const bool* holds = std::get_if<bool>(&left.value());
    return report_false(*node.operands[holds != nullptr && *holds ? 1 : 0], expression);
  }
  const Span span = expression.map.at(node.range.begin, node.range.end);
  if (node.kind != Node::Kind::binary || !is_comparison(node.op)) {
    const Result whole = expression::evaluate(node);
    diagnostics_.report(MessageId::claim_false, span, {"it is not true"}, locations(whole.trace));
    return;
  }
  Result left = expression::evaluate(*node.operands[0]);
  const Result right = expression::evaluate(*node.operands[1]);
  const std::string sides = fmt::format("{} {} {} does not hold", shown(left), spelling(node.op), shown(right));
  left.trace.add(right.trace);
  diagnostics_.report(MessageId::claim_false, span, {sides}, locations(left.trace));
}

std::string Evaluation::locations(const expression::Trace& trace) const {
  constexpr std::size_t listed = 4;
  std::string text;
  for (std::size_t i = 0; i < std::min(listed, trace.cells().size()); ++i) {
    const expression::Cell& cell = trace.cells()[i];
    const table::Column& column = cell.table->columns()[cell.column];
    Result value;
    value.type = expression::type_of(column.type, column.unit);
    value.values = {cell.value()};
    text += fmt::format("{}{} is {}", i == 0 ? "" : "; ", name(cell), shown(value));
    if (const Span span = cell.span(); span.known()) {
      const source::SourceFile& file = files_.file(span.file);
      const source::Position at = file.position(span.begin);
      text += fmt::format(" ({}:{}:{})", file.path(), at.line, at.column);
    }
  }
  if (trace.count() > listed) text += fmt::format("; and {} more", trace.count() - listed);
  return text;
}

}  // namespace banxin::data
