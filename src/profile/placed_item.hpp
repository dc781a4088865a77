// The items of a page with their bounds, groups flattened.
#pragma once

#include <vector>

#include "graphics/display_list.hpp"

namespace banxin::profile {

struct PlacedItem {
  const graphics::Item* item = nullptr;
  Rect bounds;         ///< on the page, with strokes and em boxes, intersected with the clips around it
  double scale = 1;    ///< of the groups around it
  double opacity = 1;  ///< of the groups around it
};

/// In painting order. Text is bounded by its em boxes.
std::vector<PlacedItem> place_items(const graphics::DisplayList& items);

}  // namespace banxin::profile
