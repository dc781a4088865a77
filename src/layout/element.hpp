// A block that is ready to be laid out. Layout is a function of (element, room offered, where the last piece broke)
// and of nothing else; elements are immutable once prepared, so pieces can be made in any order.
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

/// Where a piece ended and the next one goes on.
struct Break {
  std::size_t position = 0;            ///< a line, a child: what the element counts
  std::shared_ptr<const Break> inner;  ///< inside the child at `position`
  std::vector<std::shared_ptr<const Break>> cells =
      {};  ///< of what stands side by side: each its own; null: at its end
  [[nodiscard]] bool at_start() const { return position == 0 && !inner && cells.empty(); }
  /// The very same place, not merely an equal one.
  [[nodiscard]] bool same(const Break& other) const {
    return position == other.position && inner == other.inner && cells == other.cells;
  }
};

/// A note on its way to the foot of a page, and where it goes on if it began on the page before.
struct CalledNote {
  const Element* note = nullptr;
  Break from = {};
};
using CalledNotes = std::vector<CalledNote>;

/// What is printed as the page of each anchor; empty strings where it is not known yet.
using PageNumbers = std::vector<std::string>;

/// The room for a piece, on the axes of the writing mode: `measure` along the line, `depth` across the lines.
struct Offer {
  Length measure;
  Length depth;
  bool at_top = false;                  ///< nothing stands above: something must be placed even if it does not fit
  std::optional<Length> fill;           ///< take exactly this depth, notes apart: charts grow into it, boxes stretch
  bool dry = false;                     ///< measure only: the piece's items stay empty
  bool unbroken = false;                ///< page breaks are passed over: what is placed is never parted
  bool last = false;                    ///< this piece is kept, so matter may be moved into it instead of copied
  Length note_measure;                  ///< of notes at the foot of the page
  const Foot* foot = nullptr;           ///< how notes stand there
  const CalledNotes* called = nullptr;  ///< that the page has already; their depth is not in `depth`
  const PageNumbers* pages = nullptr;   ///< as far as they are known
};

/// A place that a link, the outline or the contents leads to.
struct AnchorPoint {
  std::uint32_t anchor;
  Point at;
};

/// What is deeper than all the room that a page has.
struct Overflow {
  Span span;
  Length depth, room;
};

/// What came of an element in the room offered. Coordinates start at the piece's own corner.
struct Piece {
  graphics::DisplayList items;
  std::vector<text::LinkBox> links;
  std::vector<AnchorPoint> anchors;
  std::vector<std::pair<graphics::NodeId, Rect>> figures;  ///< boxes of figures, for their structure elements
  std::vector<text::SetLine> lines;                        ///< of its paragraphs, where Setting::explain asks for them
  CalledNotes notes;                                       ///< go to the foot of the page
  Length depth;
  Length note_depth;  ///< that `notes` add to the foot; all the room that is left where the last of them goes on
  std::vector<Overflow> overflows;
  std::optional<Break> rest;                 ///< set if the element goes on
  const std::string* next_master = nullptr;  ///< a page break ended the piece: the master of what follows
  bool placed = true;                        ///< false: nothing fitted, try the next page
};

class Element {
 public:
  Element() = default;
  Element(const Element&) = delete;
  Element& operator=(const Element&) = delete;
  virtual ~Element() = default;

  [[nodiscard]] virtual Piece place(const Offer& offer, const Break& from, Diagnostics& diagnostics) const = 0;
  /// Does it use up what depth is left? Placed without `fill` it then takes the least depth that it can do with.
  [[nodiscard]] virtual bool grows() const { return false; }
  /// The depth beyond which a growing element gains nothing.
  [[nodiscard]] virtual Length most(Length /*measure*/) const { return {}; }
  /// A page break ends the flow here and names the master of the next page.
  [[nodiscard]] virtual const std::string* next_master() const { return nullptr; }

  /// Running text, whose lines stand on the grid whatever stands above them.
  [[nodiscard]] virtual bool on_grid() const { return false; }

  /// The measure at which it would stand on one line; zero for what has no lines.
  [[nodiscard]] virtual Length natural_width() const { return {}; }

  Length space_before, space_after;
  bool keep_with_next = false;
  bool aside = false;  ///< a note that stands at the far end of another note's line where both fit
  std::optional<std::uint32_t> link_target;  ///< where it begins is a place that links lead to
  std::string note_key;                      ///< notes of one key are printed once a page; empty: always
  Span span;
};

using Elements = std::vector<std::unique_ptr<Element>>;

/// Moves `piece`'s matter into `into`, `by` away.
void take(Piece& into, Piece&& piece, Point by);

}  // namespace banxin::layout
