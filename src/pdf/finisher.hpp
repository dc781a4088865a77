// The last step: libqpdf parses the whole file, with every warning an error, and rewrites it as the profile requires.
#pragma once

#include <string>

#include "profile/profile.hpp"

namespace banxin::pdf {

struct Finished {
  std::string bytes;  ///< empty on failure
  std::string error;  ///< the first warning or exception
};

/// Frees `file` after parsing. The trailer's /ID depends only on the content.
Finished finish(std::string file, const profile::Profile& profile);

}  // namespace banxin::pdf
