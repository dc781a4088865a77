#include "data/expression/expression.hpp"

#include <algorithm>
#include <array>

#include "data/expression/checker.hpp"
#include "data/expression/evaluator.hpp"
#include "data/expression/parser.hpp"

namespace banxin::data::expression {

void report(const Problem& problem, const SourceMap& map, Diagnostics& diagnostics) {
  std::array<std::string_view, 3> arguments;
  for (std::size_t i = 0; i < std::min(arguments.size(), problem.arguments.size()); ++i) {
    arguments[i] = problem.arguments[i];
  }
  diagnostics.report(problem.id, map.at(problem.range.begin, problem.range.end),
                     {arguments[0], arguments[1], arguments[2]}, problem.suggestion);
}

std::optional<Checked> read(std::string_view text, const SourceMap& map, const Environment& environment,
                            Diagnostics& diagnostics) {
  try {
    Parsed parsed = parse(text);
    check(*parsed.root, environment);
    const auto end = static_cast<std::uint32_t>(text.size());
    return Checked{std::move(parsed.root), {std::min(parsed.end + 1, end), end}};
  } catch (const Problem& problem) {
    report(problem, map, diagnostics);
    return std::nullopt;
  }
}

std::optional<Result> value_of(const Checked& expression, const SourceMap& map, Diagnostics& diagnostics) {
  try {
    return evaluate(*expression.root);
  } catch (const Problem& problem) {
    report(problem, map, diagnostics);
    return std::nullopt;
  }
}

}  // namespace banxin::data::expression
