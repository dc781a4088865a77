// Where the layouts, the font catalogue and the schema are.
#pragma once

#include <string>

namespace banxin::api {

/// The folder that holds layouts/ and fonts/: `wished` if given, else BANXIN_HOME of the environment, else share/banxin
/// beside or above the file that holds this code (the program or the shared library), else where the build was told to
/// install. Throws Failure if none of them has a folder layouts/.
std::string find_resources(const std::string& wished);

}  // namespace banxin::api
