// A named style with its cascade resolved: everything layout needs to know to set a block.
#pragma once

#include <optional>
#include <string>

#include "core/geometry.hpp"
#include "text/style.hpp"

namespace banxin::style {

/// A line that stands beside a block.
struct Rule {
  enum class Side { none, left, right, top, bottom } side = Side::none;
  Length width;
  Length length;  ///< zero: as long as the block
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
  bool grid = true;  ///< takes whole body lines
  bool italic_emphasis = false;
  int columns = 1;
  Length column_gap;
  /// Whether anything is painted around the text.
  [[nodiscard]] bool decorated() const { return background || rule.side != Rule::Side::none || padding != Insets{}; }
};

}  // namespace banxin::style
