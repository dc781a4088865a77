// Diagnostics as text for people and as JSON for programs.
#pragma once

#include <string>

#include "core/diagnostic.hpp"
#include "source/source_files.hpp"

namespace banxin::source {

class DiagnosticPrinter {
 public:
  explicit DiagnosticPrinter(const SourceFiles& files, bool color = false) : files_(files), color_(color) {}
  /// `file:line:column: error: message [B203]`, the line, carets under it, `  help: …`; each line ends in '\n'.
  [[nodiscard]] std::string text(const Diagnostic& diagnostic) const;
  /// One object on one line, ending in '\n': code, severity, file, line, column, end_line, end_column, message,
  /// suggestion. Lines and columns count from 1, columns in characters, the end is exclusive; without a location they
  /// are 0 and `file` is empty.
  [[nodiscard]] std::string json(const Diagnostic& diagnostic) const;
  [[nodiscard]] std::string text(const Diagnostics& diagnostics) const;
  [[nodiscard]] std::string json(const Diagnostics& diagnostics) const;

 private:
  const SourceFiles& files_;
  bool color_;
};

}  // namespace banxin::source
