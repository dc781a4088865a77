// Generated art: motifs with parameters and colors from the layout, drawn from a seed. Vector dots only, no bitmaps.
// The same parameters give the same display list on every platform.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/diagnostic.hpp"
#include "core/geometry.hpp"
#include "graphics/display_list.hpp"

namespace banxin::art {

/// A piece of art of a layout. Parameters that are not given have the kind's defaults.
struct Art {
  std::string kind;
  std::map<std::string, double> numbers;  ///< booleans are 0 or 1; lengths in pt; shares of the box 0..1
  std::map<std::string, Color> colors;
};

/// A parameter of a kind, for reading, documentation and the schema.
struct Parameter {
  std::string_view name;
  double value, least, most;  ///< default and range
  std::string_view summary;
};

struct Kind {
  std::string_view name;
  std::string_view summary;  ///< one line for the documentation
  std::vector<Parameter> numbers;
  std::vector<std::string_view> colors;
  /// `art` has every parameter, each within its range.
  graphics::DisplayList (*draw)(const Art& art, const Rect& box, Span span);
};

const std::vector<Kind>& registry();
const Kind* find(std::string_view name);

/// Draws into `box` (the page with its bleed, or a strip of it); all items are artifacts inside the box.
/// Reports an unknown kind, an unknown parameter or a number out of range (B34x) at `span`, and draws without it.
graphics::DisplayList draw(const Art& art, const Rect& box, Diagnostics& diagnostics, Span span);

}  // namespace banxin::art
