#include "api/resources.hpp"

#include <dlfcn.h>

#include <cstdlib>
#include <filesystem>
#include <vector>

#include "api/banxin.hpp"

namespace banxin::api {

namespace {

namespace fs = std::filesystem;

bool holds_resources(const fs::path& folder) {
  std::error_code error;
  return fs::is_directory(folder / "layouts", error);
}

/// The folder of the program or shared library that this code was loaded from; empty if the system will not say.
fs::path own_folder() {
  std::error_code error;
  Dl_info place{};
  if (dladdr(reinterpret_cast<const void*>(&find_resources), &place) == 0 || place.dli_fname == nullptr) return {};
  fs::path file = fs::canonical(place.dli_fname, error);
  // A program started through PATH is known to the loader by the bare name that it was called by.
  if (error) file = fs::canonical("/proc/self/exe", error);
  return file.parent_path();
}

}  // namespace

std::string find_resources(const std::string& wished) {
  if (!wished.empty()) {
    if (holds_resources(wished)) return wished;
    throw Failure("the folder “" + wished + "” holds no layouts/");
  }
  if (const char* home = std::getenv("BANXIN_HOME"); home != nullptr && *home != '\0') {
    if (holds_resources(home)) return home;
    throw Failure(std::string("BANXIN_HOME is “") + home + "”, but that folder holds no layouts/");
  }
  std::vector<fs::path> candidates;
  if (const fs::path folder = own_folder(); !folder.empty()) {
    candidates.push_back(folder / "share/banxin");                              // the build tree
    candidates.push_back(folder.parent_path() / "share/banxin");                // prefix/bin, prefix/lib
    candidates.push_back(folder.parent_path().parent_path() / "share/banxin");  // prefix/lib/<machine>
  }
  candidates.emplace_back(BANXIN_DATA_DIR);
  std::string looked;
  for (const fs::path& candidate : candidates) {
    if (holds_resources(candidate)) return candidate.lexically_normal().string();
    looked += (looked.empty() ? "" : ", ") + candidate.lexically_normal().string();
  }
  throw Failure("cannot find the layouts; looked in " + looked + "; BANXIN_HOME may name their folder");
}

}  // namespace banxin::api
