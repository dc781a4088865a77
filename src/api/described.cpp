#include "api/described.hpp"

#include <algorithm>
#include <tuple>

#include "source/diagnostic_printer.hpp"

namespace banxin::api {

namespace {

Diagnostic describe(const banxin::Diagnostic& diagnostic, const source::SourceFiles& files) {
  Diagnostic out;
  out.code = message(diagnostic.id).code;
  out.severity = static_cast<Severity>(diagnostic.severity);
  out.message = diagnostic.text;
  out.suggestion = diagnostic.suggestion;
  out.text = source::DiagnosticPrinter(files).text(diagnostic);
  out.colored_text = source::DiagnosticPrinter(files, true).text(diagnostic);
  out.json = source::DiagnosticPrinter(files).json(diagnostic);
  if (!diagnostic.span.known()) return out;
  const source::SourceFile& file = files.file(diagnostic.span.file);
  const source::Position begin = file.position(diagnostic.span.begin);
  const source::Position end = file.position(std::max(diagnostic.span.begin, diagnostic.span.end));
  out.file = file.path();
  out.line = begin.line;
  out.column = begin.column;
  out.end_line = end.line;
  out.end_column = end.column;
  return out;
}

static_assert(static_cast<int>(Severity::error) == static_cast<int>(banxin::Severity::error));
static_assert(static_cast<int>(Severity::hint) == static_cast<int>(banxin::Severity::hint));

}  // namespace

Diagnostic described(MessageId id, const std::string& what) {
  const std::size_t end = std::min(what.find('\n'), what.size());
  Diagnostics one;
  one.report(id, {}, {what.substr(0, end)}, what.substr(std::min(end + 1, what.size())));
  return describe(one.all().front(), source::SourceFiles());
}

std::vector<Diagnostic> described(const Diagnostics& diagnostics, const source::SourceFiles& files, bool for_print) {
  struct Entry {
    Span leader;  ///< of the last diagnostic before it that is not a hint, or its own
    const banxin::Diagnostic* diagnostic;
  };
  std::vector<Entry> entries;
  Span leader;
  for (const banxin::Diagnostic& diagnostic : diagnostics.all()) {
    if (diagnostic.severity != banxin::Severity::hint || entries.empty()) leader = diagnostic.span;
    entries.push_back({leader, &diagnostic});
  }
  std::stable_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
    return std::tie(a.leader.file, a.leader.begin) < std::tie(b.leader.file, b.leader.begin);  // no_file comes last
  });
  std::vector<Diagnostic> result;
  result.reserve(entries.size());
  for (const Entry& entry : entries) {
    banxin::Diagnostic shown = *entry.diagnostic;
    if (for_print && shown.id == MessageId::glyph_missing) shown.severity = banxin::Severity::error;
    result.push_back(describe(shown, files));
  }
  return result;
}

}  // namespace banxin::api
