// The arrays /W and /W2 of a CIDFont (ISO 32000-1, 9.7.4.3).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace banxin::pdf {

struct CidWidth {
  std::uint16_t cid = 0;
  double width = 0;  ///< 1/1000 em
};

struct CidVertical {
  std::uint16_t cid = 0;
  double advance = 0;                 ///< w1y, negative: downward
  double origin_x = 0, origin_y = 0;  ///< the position vector v
};

/// The array with brackets, without CIDs of width `default_width`; empty if none remain. CIDs ascending.
std::string width_array(const std::vector<CidWidth>& widths, int default_width);

/// The array /DW2: the origin's height and the advance.
std::string vertical_default_array(double origin_y, double advance);

/// The same for vertical metrics.
std::string vertical_width_array(const std::vector<CidVertical>& metrics);

}  // namespace banxin::pdf
