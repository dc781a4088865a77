// A report laid out in memory, and the text of its pages as lines.
#pragma once

#include <string>
#include <vector>

#include "page/paginator.hpp"

namespace banxin::page::test {

/// The text on one baseline of a page. Points from the trim's top left corner.
struct PrintedLine {
  std::size_t page = 0;  ///< 0-based
  double x = 0, y = 0;   ///< start; baseline (vertical: the column's center line is x)
  double right = 0;      ///< the last glyph's start
  double size = 0;       ///< of the type
  std::string text;
};

struct Printed {
  PagedDocument document;
  Diagnostics diagnostics;
  source::SourceFiles files;
  Printed();

  /// Horizontal lines from top to bottom; text side by side with more than 1.5 em between is on separate lines.
  [[nodiscard]] std::vector<PrintedLine> lines(std::size_t page) const;
  [[nodiscard]] std::vector<PrintedLine> lines() const;  ///< of all pages
  [[nodiscard]] std::string text(std::size_t page) const;
  [[nodiscard]] std::string text() const;  ///< of all pages, without line ends
  /// “B602 3: …”, one a line: code, line of the report, words.
  [[nodiscard]] std::string faults() const;
};

/// `report` in YAML, in a layout of the project, or in `own`: the text of a layout with this name.
Printed print(const std::string& report, const std::string& own = {});
/// The text of the layout `plain`.
std::string plain_layout();
/// The head of a report on a small page: a type area of 8 cm × 12 cm (226.8 pt × 340.2 pt) that holds 18 lines of 18
/// pt.
std::string small_page(const std::string& more = {});

std::string repeated(const std::string& text, int times);

}  // namespace banxin::page::test
