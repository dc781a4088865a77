#include "page/foot.hpp"

#include <algorithm>
#include <set>

namespace banxin::page {

layout::Piece set_foot(const std::vector<const layout::Element*>& notes, const layout::Offer& offer,
                       const layout::Axes& axes, Diagnostics& diagnostics) {
  layout::Offer room = offer;
  room.depth = Length::pt(1e6);
  room.fill.reset();
  // Plain notes first, in the order they were called; asides find their place beside them.
  std::vector<const layout::Element*> ordered = notes;
  std::stable_partition(ordered.begin(), ordered.end(), [](const auto* note) { return !note->aside; });
  layout::Piece foot;
  std::set<std::string> printed;
  Length last_top, last_width;  // of the line that an aside may join
  bool open_line = false;
  for (std::size_t i = 0; i < ordered.size(); ++i) {
    const layout::Element* note = ordered[i];
    if (!note->note_key.empty() && !printed.insert(note->note_key).second) continue;
    layout::Piece piece = note->place(room, {}, diagnostics);
    ordered.insert(ordered.end(), piece.notes.begin(), piece.notes.end());  // notes on notes come last
    const Length depth = piece.depth;
    const Length width = note->natural_width();
    if (note->aside && open_line && last_width + width + Length::pt(12) <= offer.measure) {
      take(foot, std::move(piece), axes.offset({}, last_top));
      open_line = false;
      continue;
    }
    foot.depth += note->space_before;
    last_top = foot.depth;
    last_width = width;
    open_line = width > Length{} && width <= offer.measure;
    take(foot, std::move(piece), axes.offset({}, foot.depth));
    foot.depth += depth;
  }
  return foot;
}

}  // namespace banxin::page
