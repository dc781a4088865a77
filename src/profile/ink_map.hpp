// How much ink lies where on a page: its display list laid down on a coarse grid, in painting order.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "page/paged_document.hpp"

namespace banxin::profile {

/// sRGB as the inks that a press makes of it; empty where nobody knows.
using InkOf = std::function<Cmyk(const Rgb&)>;

/// Where the inks are most for one item.
struct InkFinding {
  const graphics::Item* item = nullptr;
  double total = 0;  ///< of all plates; 1 = 100 % of one
};

/// Follows the imaging model of ISO 32000-1: what is opaque knocks out what lies below, type and lines of black alone,
/// and what overprints, leave it its other inks (8.6.7), what is transparent mixes with it (11.3), pictures count pixel
/// by pixel. Samples lie 2 mm apart and one in the middle of everything smaller; strokes are sampled at their path's
/// points. A group's opacity counts item by item, and clips are not followed inside type and dots: where that errs, it
/// names too much ink rather than too little. Spot inks add to the sum.
class InkMap {
 public:
  InkMap(const page::PagedDocument& document, InkOf inks_of);
  ~InkMap();
  InkMap(const InkMap&) = delete;
  InkMap& operator=(const InkMap&) = delete;
  /// What raises the inks above `limit`, in painting order, each item once.
  std::vector<InkFinding> above(const page::Page& page, double limit);

 private:
  class Sheet;
  const page::PagedDocument& document_;
  InkOf inks_of_;
  std::map<graphics::ImageId, std::string> samples_;  // of pictures met, decoded
};

}  // namespace banxin::profile
