// A diagnostic for a reader, and for a program.
#include "api/banxin.hpp"
#include "api/json_object.hpp"

namespace banxin::api {

namespace {

constexpr std::string_view severity_names[] = {"hint", "warning", "error"};
constexpr std::string_view severity_colours[] = {"\033[1;36m", "\033[1;33m", "\033[1;31m"};

std::string_view severity_name(Severity severity) { return severity_names[static_cast<std::size_t>(severity)]; }

}  // namespace

std::string text(const Diagnostic& diagnostic, bool colour) {
  const auto painted = [colour](std::string_view code, std::string_view words) {
    return colour ? std::string(code) + std::string(words) + "\033[0m" : std::string(words);
  };
  const std::string_view shade = severity_colours[static_cast<std::size_t>(diagnostic.severity)];
  std::string result;
  if (!diagnostic.file.empty()) {
    std::string place = diagnostic.file;
    if (diagnostic.line > 0) place += ":" + std::to_string(diagnostic.line) + ":" + std::to_string(diagnostic.column);
    result += painted("\033[1m", place + ":") + " ";
  }
  result += painted(shade, severity_name(diagnostic.severity));
  result += " " + diagnostic.code + ": " + diagnostic.message + "\n";
  if (!diagnostic.excerpt.empty()) {
    result += "  " + diagnostic.excerpt + "\n  " + painted(shade, diagnostic.marker) + "\n";
  }
  if (!diagnostic.suggestion.empty()) result += "  → " + diagnostic.suggestion + "\n";
  return result;
}

std::string json(const Diagnostic& diagnostic) {
  return JsonObject()
      .add("code", diagnostic.code)
      .add("severity", severity_name(diagnostic.severity))
      .add("file", diagnostic.file)
      .add("line", diagnostic.line)
      .add("column", diagnostic.column)
      .add("end_line", diagnostic.end_line)
      .add("end_column", diagnostic.end_column)
      .add("message", diagnostic.message)
      .add("suggestion", diagnostic.suggestion)
      .add("excerpt", diagnostic.excerpt)
      .add("marker", diagnostic.marker)
      .text();
}

}  // namespace banxin::api
