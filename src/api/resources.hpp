// Where the layouts, the font catalogue and the schema are.
#pragma once

#include <string>

namespace banxin::api {

/// The folder with layouts/ and fonts/: `given` if not empty, else the environment's BANXIN_HOME, else share/banxin
/// next to or above the program or shared library with this code, else the install folder of the build. Throws Failure
/// if none has a folder layouts/.
std::string find_resources(const std::string& given);

}  // namespace banxin::api
