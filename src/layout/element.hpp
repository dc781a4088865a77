// A block that is ready to be laid out. Layout is a function of (element, constraints, break of the last piece) and of
// nothing else. Elements are immutable after preparation, so pieces can be made in any order.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/diagnostic.hpp"
#include "core/geometry.hpp"
#include "graphics/display_list.hpp"
#include "text/justification/explain.hpp"
#include "text/paragraph.hpp"

namespace banxin::layout {

class Element;
class Foot;

/// Where a piece ends and the next one begins.
struct Break {
  std::size_t position = 0;                              ///< the index of a line or a child
  std::shared_ptr<const Break> inner;                    ///< inside the child at `position`
  std::vector<std::shared_ptr<const Break>> cells = {};  ///< one for each cell of a row; null: the cell is complete
  [[nodiscard]] bool at_start() const { return position == 0 && !inner && cells.empty(); }
  /// The same break by identity of its parts.
  [[nodiscard]] bool same(const Break& other) const {
    return position == other.position && inner == other.inner && cells == other.cells;
  }
};

/// A note for the foot of a page, and where it continues if it began on the page before.
struct CalledNote {
  const Element* note = nullptr;
  Break from = {};
};
using CalledNotes = std::vector<CalledNote>;

/// The page number of each anchor as printed; empty if not known yet.
using PageNumbers = std::vector<std::string>;

/// The available space for a piece: `measure` along the line, `depth` across the lines.
struct Constraints {
  Length measure;
  Length depth;
  bool at_top = false;                  ///< nothing is above: something must be placed even if it does not fit
  std::optional<Length> fill;           ///< the exact depth, without notes: charts and boxes grow to it
  bool dry = false;                     ///< only measure: the piece has no items
  bool unbroken = false;                ///< page breaks are ignored and nothing is split
  bool last = false;                    ///< the last placement: items may be moved instead of copied
  Length note_measure;                  ///< of notes at the foot of the page
  const Foot* foot = nullptr;           ///< lays out the notes
  const CalledNotes* called = nullptr;  ///< on the page already; `depth` excludes their depth
  const PageNumbers* pages = nullptr;   ///< as far as known
};

/// The target of a link, an outline entry or a contents entry.
struct AnchorPoint {
  std::uint32_t anchor;
  Point at;
};

/// Content deeper than a page.
struct Overflow {
  Span span;
  Length depth, available;
};

/// The result of placing an element. Coordinates are relative to the piece's corner.
struct Piece {
  graphics::DisplayList items;
  std::vector<text::LinkBox> links;
  std::vector<AnchorPoint> anchors;
  std::vector<std::pair<graphics::NodeId, Rect>> figures;  ///< boxes of figures, for their structure elements
  std::vector<text::LineSummary> lines;                    ///< of its paragraphs, with Setting::explain
  CalledNotes notes;                                       ///< for the foot of the page
  Length depth;
  Length note_depth;  ///< added to the foot by `notes`; all remaining space if the last note continues on the next page
  std::vector<Overflow> overflows;
  std::optional<Break> rest;                 ///< set if the element continues
  const std::string* next_master = nullptr;  ///< a page break ended the piece: the next page's master
  bool placed = true;                        ///< false: nothing fits; try the next page
};

class Element {
 public:
  Element() = default;
  Element(const Element&) = delete;
  Element& operator=(const Element&) = delete;
  virtual ~Element() = default;

  [[nodiscard]] virtual Piece place(const Constraints& constraints, const Break& from,
                                    Diagnostics& diagnostics) const = 0;
  /// Whether it grows into the remaining depth. Without `fill` it then has its least depth.
  [[nodiscard]] virtual bool grows() const { return false; }
  /// The largest useful depth of a growing element.
  [[nodiscard]] virtual Length max_depth(Length /*measure*/) const { return {}; }
  /// The next page's master if this is a page break, else null.
  [[nodiscard]] virtual const std::string* next_master() const { return nullptr; }

  /// Whether it is text whose lines must be on the grid.
  [[nodiscard]] virtual bool on_grid() const { return false; }

  /// The measure of its text on one line; zero without text.
  [[nodiscard]] virtual Length natural_width() const { return {}; }

  /// Drops what it measured: the text of a reference inside it has changed.
  virtual void forget_measures() {}

  Length space_before, space_after;
  bool keep_with_next = false;
  bool aside = false;                        ///< a note printed at the end of another note's line if both fit
  std::optional<std::uint32_t> link_target;  ///< the anchor at its start
  std::string note_key;                      ///< notes with the same key are printed once on a page; empty: always
  Span span;
};

using Elements = std::vector<std::unique_ptr<Element>>;

/// Moves the content of `piece` into `into`, shifted by `by`.
void add_piece(Piece& into, Piece&& piece, Point by);

}  // namespace banxin::layout
