// The display list: what layout and charts produce and the PDF writer paints. Items in painting order, back to front.
// Coordinates: y down, origin at the top left of the trim box, or at a fragment's origin before it is placed.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/geometry.hpp"
#include "core/language.hpp"
#include "core/span.hpp"
#include "graphics/paint.hpp"
#include "graphics/path.hpp"

namespace banxin::graphics {

/// Index of a face in the run's `font::Library`.
using FaceId = std::uint16_t;

/// Node of the semantic tree that an item belongs to; `artifact` = decoration outside the tree.
using NodeId = std::uint32_t;
inline constexpr NodeId artifact = 0;

struct Glyph {
  std::uint16_t id = 0;       ///< glyph id in the face
  std::uint32_t cluster = 0;  ///< byte offset into the run's text of its source characters
  std::int32_t x = 0, y = 0;  ///< pen position relative to the run's origin, Length units, y down
};

/// Glyphs of one face, size and color on one baseline, with their source text.
/// `text` is extracted from the PDF: each byte belongs to the cluster that starts at or before it.
/// A space discarded at a line break stays as the run's last glyph.
struct GlyphRun {
  FaceId face = 0;
  Length size;
  Point origin;  ///< on the baseline (vertical: on the center line of the column)
  std::vector<Glyph> glyphs;
  std::string text;
  std::optional<Paint> fill;
  std::shared_ptr<const Stroke> stroke;  ///< outlined type; a pointer, since it is rare
  WritingMode mode = WritingMode::horizontal;
  double rotation = 0;               ///< degrees clockwise about the origin; 90 for Latin in a vertical line
  bool rtl = false;                  ///< glyphs are in visual order, text in logical order (UAX #9)
  bool reading_break_after = false;  ///< last run of a line of a paragraph
};

struct Shape {
  Path path;
  std::optional<Paint> fill;
  std::optional<Stroke> stroke;
  bool even_odd = false;
};

/// Many discs of one paint: halftones, dot patterns, star fields. Overlapping translucent discs add up. Takes far less
/// space in the file than the same shapes.
struct Dots {
  std::vector<Point> centers;
  std::vector<Length> radii;  ///< one for each center, or a single one for all
  Paint fill;
  [[nodiscard]] Length radius(std::size_t index) const { return radii.size() == 1 ? radii[0] : radii[index]; }
};

/// Index of a picture in the document's image store.
using ImageId = std::uint32_t;

struct Picture {
  ImageId image = 0;
  Rect box;
};

struct Item;

/// Items that are clipped, transformed or made transparent together.
struct Group {
  std::vector<Item> items;
  Affine transform;
  std::optional<Path> clip;  ///< on the axes of the group, like its items
  double opacity = 1;
};

struct Item {
  std::variant<GlyphRun, Shape, Picture, std::shared_ptr<Group>, Dots> what;
  NodeId node = artifact;
  Span span;
};

using DisplayList = std::vector<Item>;

void translate(Item& item, Point by);
void translate(DisplayList& list, Point by);
/// Moves all of `from` to the end of `to`, translated.
void append(DisplayList& to, DisplayList&& from, Point by = {});

}  // namespace banxin::graphics
