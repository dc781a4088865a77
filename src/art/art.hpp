// Generated art: motifs that a layout names and tunes by numbers and colors, drawn anew from a fixed seed.
// Vector dots only, never a bitmap. The same parameters give the same display list, everywhere and always.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/diagnostic.hpp"
#include "core/geometry.hpp"
#include "graphics/display_list.hpp"

namespace banxin::art {

/// What a layout says about a piece of art. Parameters that are not named take the kind's own values.
struct Art {
  std::string kind;
  std::map<std::string, double> numbers;  ///< yes and no are 1 and 0; lengths in pt; shares of the box 0..1
  std::map<std::string, Color> colors;
};

/// A parameter of a kind, for reading, documentation and the schema.
struct Parameter {
  std::string_view name;
  double value, least, most;  ///< what it is if unsaid, and what it may be
  std::string_view summary;
};

struct Kind {
  std::string_view name;
  std::string_view summary;  ///< one line for the documentation
  std::vector<Parameter> numbers;
  std::vector<std::string_view> colors;
  /// `art` holds every parameter, each within its range.
  graphics::DisplayList (*draw)(const Art& art, const Rect& box, Span span);
};

const std::vector<Kind>& registry();
const Kind* find(std::string_view name);

/// Draws into `box` (the page with its bleed, or a strip of it); all items are artifacts and lie inside the box.
/// An unknown kind, an unknown parameter or a number out of range is reported (B34x) at `span`; what can be drawn is.
graphics::DisplayList draw(const Art& art, const Rect& box, Diagnostics& diagnostics, Span span);

}  // namespace banxin::art
