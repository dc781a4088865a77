// The last pass: libqpdf parses the whole file, in which any warning is an error, and writes it anew as the profile
// asks.
#pragma once

#include <string>

#include "profile/profile.hpp"

namespace banxin::pdf {

struct Finished {
  std::string bytes;  ///< empty on failure
  std::string error;  ///< the first warning or exception
};

/// `file` is released on the way. The trailer's /ID is made from the content alone.
Finished finish(std::string file, const profile::Profile& profile);

}  // namespace banxin::pdf
