#include "source/diagnostic_printer.hpp"

#include <fmt/format.h>

#include "source/excerpt.hpp"

namespace banxin::source {

namespace {

std::string_view severity_word(Severity severity) {
  switch (severity) {
    case Severity::hint: return "hint";
    case Severity::warning: return "warning";
    case Severity::error: break;
  }
  return "error";
}

std::string_view severity_color(Severity severity) {
  switch (severity) {
    case Severity::hint: return "\033[1;36m";
    case Severity::warning: return "\033[1;33m";
    case Severity::error: break;
  }
  return "\033[1;31m";
}

/// RFC 8259, section 7.
std::string json_text(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      result += '\\';
      result += c;
    } else if (byte < 0x20) {
      result += fmt::format("\\u{:04x}", byte);
    } else {
      result += c;
    }
  }
  return result + '"';
}

}  // namespace

std::string DiagnosticPrinter::text(const Diagnostic& diagnostic) const {
  const auto painted = [this](std::string_view code, std::string_view words) {
    return color_ ? fmt::format("{}{}\033[0m", code, words) : std::string(words);
  };
  const std::string_view shade = severity_color(diagnostic.severity);
  std::string result;
  if (diagnostic.span.known()) {
    const SourceFile& file = files_.file(diagnostic.span.file);
    const Position at = file.position(diagnostic.span.begin);
    result += painted("\033[1m", fmt::format("{}:{}:{}:", file.path(), at.line, at.column)) + " ";
  }
  result += fmt::format("{} {} [{}]\n", painted(shade, fmt::format("{}:", severity_word(diagnostic.severity))),
                        diagnostic.text, message(diagnostic.id).code);
  const Excerpt shown = excerpt(files_, diagnostic.span);
  if (!shown.marker.empty()) result += fmt::format("  {}\n  {}\n", shown.line, painted(shade, shown.marker));
  if (!diagnostic.suggestion.empty()) result += fmt::format("  help: {}\n", diagnostic.suggestion);
  return result;
}

std::string DiagnosticPrinter::json(const Diagnostic& diagnostic) const {
  std::string path;
  Position begin{0, 0}, end{0, 0};
  if (diagnostic.span.known()) {
    const SourceFile& file = files_.file(diagnostic.span.file);
    path = file.path();
    begin = file.position(diagnostic.span.begin);
    end = file.position(std::max(diagnostic.span.begin, diagnostic.span.end));
  }
  return fmt::format(
      R"({{"code":{},"severity":{},"file":{},"line":{},"column":{},"end_line":{},"end_column":{},"message":{},"suggestion":{}}})"
      "\n",
      json_text(message(diagnostic.id).code), json_text(severity_word(diagnostic.severity)), json_text(path),
      begin.line, begin.column, end.line, end.column, json_text(diagnostic.text), json_text(diagnostic.suggestion));
}

std::string DiagnosticPrinter::text(const Diagnostics& diagnostics) const {
  std::string result;
  for (const Diagnostic& diagnostic : diagnostics.all()) result += text(diagnostic);
  return result;
}

std::string DiagnosticPrinter::json(const Diagnostics& diagnostics) const {
  std::string result;
  for (const Diagnostic& diagnostic : diagnostics.all()) result += json(diagnostic);
  return result;
}

}  // namespace banxin::source
