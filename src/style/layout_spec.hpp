// A layout as the designer wrote it: page, palette, styles, masters, chart theme. Read from YAML in layouts/.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "art/art.hpp"
#include "core/color.hpp"
#include "core/geometry.hpp"
#include "core/span.hpp"
#include "model/document.hpp"

namespace banxin::style {

/// A box on a page master. Distances are from the edges of `area`. On each axis two of three values suffice
/// (left/right/width, top/bottom/height); missing ones are those of the area.
struct Place {
  enum class Area { page, bleed, text } area = Area::text;
  std::optional<model::Measure> left, right, width, top, bottom, height;
};

/// A fixed part of a master: a line of text with fields in braces, a rule, a filled box, art, a progress mark.
struct Part {
  enum class Kind { text, rule, box, art, progress } kind = Kind::text;
  Place place;
  Spanned<std::string> text;    ///< "{section.title}", "{folio}" …
  Spanned<std::string> style;   ///< of the text
  Spanned<std::string> align;   ///< start (left), end (right), center, inner, outer; empty = the style's
  Spanned<std::string> valign;  ///< top, middle, bottom
  Spanned<std::string> role;    ///< artifact (default), heading, paragraph
  int level = 1;                ///< of a heading
  Spanned<std::string> color;   ///< rules, boxes, progress
  Spanned<std::string> second;  ///< progress: the chapters not reached yet
  double opacity = 1;
  art::Art art;  ///< resolved
  std::map<std::string, Spanned<std::string>> art_colors;
  std::map<std::string, double> art_numbers;
  std::map<std::string, double> art_step;  ///< added to a number for each chapter
  Spanned<std::string> art_kind;
  Span span;
};

struct Master {
  std::string name;
  Spanned<std::string> base;
  Spanned<std::string> background;
  std::optional<Place> flow;  ///< the area of the body; the text area if absent
  std::optional<int> columns;
  std::optional<model::Measure> column_gap;
  std::vector<Part> parts;     ///< the base's parts come first
  bool replace_parts = false;  ///< drop the base's parts
  std::optional<bool> body;    ///< false: a page without flow (cover, opener)
  Span span;
};

struct PaletteEntry {
  Spanned<std::string> rgb;      ///< "#0A1633"
  std::vector<double> cmyk;      ///< percent
  Spanned<std::string> spot;     ///< name of the ink
  double spot_tint = 100;        ///< percent
  Spanned<std::string> tint_of;  ///< another entry
  double tint = 100;             ///< percent of it
  Span span;
};

/// Settings of print files.
struct Print {
  Spanned<std::string> output_profile;  ///< an ICC file in the layout's folder; empty: FOGRA39
  Spanned<std::string> condition;       ///< its name in the ICC registry
  enum class Intent { perceptual, relative, saturation, absolute } intent = Intent::relative;
  bool black_point_compensation = true;
  bool convert_pictures = false;
  std::optional<double> ink_limit;  ///< percent
};

struct LayoutSpec {
  std::string name;
  std::string folder;
  Spanned<std::string> description;
  bool system_fonts = false;
  model::PageOverride page;
  bool facing = false;
  Spanned<std::string> default_master;
  Print print;
  std::map<std::string, PaletteEntry> palette;
  std::map<std::string, model::StyleValues> styles;
  std::map<std::string, Master> masters;
  std::map<std::string, Spanned<std::string>> chart_colors;
  std::map<std::string, Spanned<std::string>> chart_styles;
  std::optional<model::Measure> chart_hairline, chart_line, chart_radius;
  model::Numbering numbering;                         ///< of reports that have none
  std::map<std::string, Spanned<std::string>> terms;  ///< words that the program prints: reconstructed, derived, page …
};

}  // namespace banxin::style
