// A diagnostic for a reader, and for a program.
#include <array>
#include <cstdio>

#include "api/banxin.hpp"

namespace banxin::api {

namespace {

constexpr std::string_view severity_names[] = {"hint", "warning", "error"};
constexpr std::string_view severity_colours[] = {"\033[1;36m", "\033[1;33m", "\033[1;31m"};

std::string_view severity_name(Severity severity) { return severity_names[static_cast<std::size_t>(severity)]; }

void add_member(std::string& object, std::string_view name, std::string_view value) {
  object += object.size() > 1 ? ",\"" : "\"";
  object.append(name).append("\":\"");
  for (const char c : value) {
    if (c == '"' || c == '\\') {
      object += '\\';
      object += c;
    } else if (static_cast<unsigned char>(c) < 0x20) {
      std::array<char, 8> escape{};
      std::snprintf(escape.data(), escape.size(), "\\u%04x", static_cast<unsigned>(c));
      object += escape.data();
    } else {
      object += c;
    }
  }
  object += '"';
}

void add_member(std::string& object, std::string_view name, std::uint32_t value) {
  object += object.size() > 1 ? ",\"" : "\"";
  object.append(name).append("\":").append(std::to_string(value));
}

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
  std::string object = "{";
  add_member(object, "code", diagnostic.code);
  add_member(object, "severity", severity_name(diagnostic.severity));
  add_member(object, "file", diagnostic.file);
  add_member(object, "line", diagnostic.line);
  add_member(object, "column", diagnostic.column);
  add_member(object, "end_line", diagnostic.end_line);
  add_member(object, "end_column", diagnostic.end_column);
  add_member(object, "message", diagnostic.message);
  add_member(object, "suggestion", diagnostic.suggestion);
  add_member(object, "excerpt", diagnostic.excerpt);
  add_member(object, "marker", diagnostic.marker);
  return object + "}";
}

}  // namespace banxin::api
