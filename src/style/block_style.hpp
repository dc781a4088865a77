// A named style with all its values resolved, for layout.
#pragma once

#include <optional>
#include <string>

#include "core/geometry.hpp"
#include "text/style.hpp"

namespace banxin::style {

/// A line along an edge of a block.
struct Rule {
  enum class Side { none, left, right, top, bottom } side = Side::none;
  Length width;
  Length length;  ///< zero: the whole edge
  Color color;
  bool operator==(const Rule&) const = default;
};

struct BlockStyle {
  std::string name;
  text::TextStyle text;
  text::ParagraphStyle paragraph;
  Length space_before, space_after;
  Insets padding;
  std::optional<Color> background;
  Rule rule;
  bool keep_with_next = false;
  bool keep_together = false;
  bool grid = true;  ///< its lines are on the baseline grid
  bool italic_emphasis = false;
  int columns = 1;
  Length column_gap;
  /// Whether anything is painted around the text.
  [[nodiscard]] bool decorated() const { return background || rule.side != Rule::Side::none || padding != Insets{}; }
};

}  // namespace banxin::style
