#include "page/foot.hpp"

namespace banxin::page {

layout::Piece set_foot(const std::vector<const layout::Element*>& notes, const layout::Offer& offer,
                       const layout::Axes& axes, Diagnostics& diagnostics) {
  layout::Piece foot;
  for (const layout::Element* note : notes) {
    layout::Offer room = offer;
    room.depth = Length::pt(1e6);
    room.fill.reset();
    layout::Piece piece = note->place(room, {}, diagnostics);
    const Length depth = piece.depth;
    foot.depth += note->space_before;
    take(foot, std::move(piece), axes.offset({}, foot.depth));
    foot.depth += depth;
  }
  return foot;
}

}  // namespace banxin::page
