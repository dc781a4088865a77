// The printing condition that a print file is made for, as the layout chooses it.
#pragma once

#include <string>

namespace banxin::profile {

/// ICC.1:2010, 0.2.
enum class Intent { perceptual, relative, saturation, absolute };

struct PrintCondition {
  std::string icc;          ///< the output profile, checked; empty: the program's own of FOGRA39
  std::string identifier;   ///< of the condition, as the ICC's registry has it; empty: it is in no registry
  std::string description;  ///< what the profile calls itself
  Intent intent = Intent::relative;
  bool black_point_compensation = true;
  bool convert_pictures = false;  ///< RGB pictures become inks here; else they keep their profile
  double total_ink = 3.0;         ///< that the paper takes; 1 = 100 % of one plate
};

}  // namespace banxin::profile
