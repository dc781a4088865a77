// The printing condition of a print file, selected by the layout.
#pragma once

#include <string>

namespace banxin::profile {

/// ICC.1:2010, 0.2.
enum class Intent { perceptual, relative, saturation, absolute };

struct PrintCondition {
  std::string icc;          ///< the output profile, checked; empty: the built-in FOGRA39
  std::string identifier;   ///< of the condition in the ICC's registry; empty: not registered
  std::string description;  ///< the profile's description
  Intent intent = Intent::relative;
  bool black_point_compensation = true;
  bool convert_pictures = false;  ///< convert RGB pictures to inks; else they keep their profile
  double total_ink = 3.0;         ///< limit of the paper; 1 = 100 % of one plate
};

}  // namespace banxin::profile
