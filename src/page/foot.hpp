// The foot of a page: notes, one below the other, above the end of the type area.
#pragma once

#include <vector>

#include "layout/axes.hpp"
#include "layout/element.hpp"

namespace banxin::page {

/// Places the notes of one page. Equal notes (two charts that say the same of their data) are printed once.
layout::Piece set_foot(const std::vector<const layout::Element*>& notes, const layout::Offer& offer,
                       const layout::Axes& axes, Diagnostics& diagnostics);

}  // namespace banxin::page
