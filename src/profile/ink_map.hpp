// Ink coverage of a page: paints its display list on a coarse grid and finds where the sum of inks exceeds a limit.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "page/paged_document.hpp"

namespace banxin::profile {

/// Converts sRGB to inks by the profile of the press; empty if there is none.
using InkOf = std::function<Cmyk(const Rgb&)>;

/// The highest ink coverage of one item.
struct InkFinding {
  const graphics::Item* item = nullptr;
  double total = 0;  ///< of all plates; 1 = 100 % of one
};

/// Follows the imaging model of ISO 32000-1: opaque paint knocks out what is below, overprinting paint and black type
/// and lines keep the other inks below (8.6.7), transparent paint mixes with it (11.3), pictures count pixel by pixel.
/// Samples are 2 mm apart, with one in the middle of smaller items; strokes are sampled at the points of their paths.
/// Groups are composited as a whole (11.4.8). Type and dots ignore clips, which can only overestimate. Spot inks add to
/// the sum.
class InkMap {
 public:
  InkMap(const page::PagedDocument& document, InkOf inks_of);
  ~InkMap();
  InkMap(const InkMap&) = delete;
  InkMap& operator=(const InkMap&) = delete;
  /// The items that raise the inks above `limit`, in painting order.
  std::vector<InkFinding> above(const page::Page& page, double limit);

 private:
  class Canvas;
  const page::PagedDocument& document_;
  InkOf inks_of_;
  std::map<graphics::ImageId, std::string> samples_;  // decoded pictures
};

}  // namespace banxin::profile
