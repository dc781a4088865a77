// Evaluates the expressions of a report: printed values, checked words, claims and conditions.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/diagnostic.hpp"
#include "core/language.hpp"
#include "data/bound_number.hpp"
#include "data/expression/expression.hpp"
#include "model/expression.hpp"
#include "source/source_files.hpp"

namespace banxin::data {

class Evaluation {
 public:
  /// `files` locate cells in messages.
  Evaluation(const Tables& tables, const source::SourceFiles& files, Diagnostics& diagnostics)
      : tables_(tables), files_(files), diagnostics_(diagnostics) {}

  /// The text of a printed value; empty where it has errors. `span` is that of the mark.
  std::string printed(const model::Expression& expression, Language language);
  /// Reports words that are not true of their value (B480–B482). Of a condition, any words may be true.
  void check(const model::CheckedWords& words, Language language);
  /// Reports a claim that is false (B478).
  void claim(const model::Expression& expression);
  /// Whether a condition holds; true where it has errors, so that what it guards is still checked.
  bool condition(const model::Expression& expression);

  /// Parameters, and rows of repetitions, innermost last.
  std::vector<expression::Variable> variables;
  /// What is printed or checked, in the order of the text.
  std::vector<BoundNumber> numbers;

  [[nodiscard]] const Tables& tables() const { return tables_; }

 private:
  /// Reports what was found; a parameter that names no row is reported once for each table.
  void pass_on(Diagnostics&& found);
  void note(const model::CheckedWords& words, expression::Result result);
  std::optional<expression::Checked> read(const model::Expression& expression);
  std::optional<expression::Result> value(const model::Expression& expression, const expression::Checked& checked);
  /// Reports the first part of a claim that is false.
  void report_false(const expression::Node& node, const model::Expression& expression);
  [[nodiscard]] std::string locations(const expression::Trace& trace) const;

  const Tables& tables_;
  const source::SourceFiles& files_;
  Diagnostics& diagnostics_;
  std::set<std::string> unknown_rows_;  ///< the texts of those messages
};

/// "cities[北京].占比".
std::string name(const expression::Cell& cell);

}  // namespace banxin::data
