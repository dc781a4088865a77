#include "api/resources.hpp"

#include <dlfcn.h>

#include <cstdlib>
#include <filesystem>
#include <vector>

#include "api/banxin.hpp"

namespace banxin::api {

namespace {

namespace fs = std::filesystem;

bool has_resources(const fs::path& folder) {
  std::error_code error;
  return fs::is_directory(folder / "layouts", error);
}

/// The folder of the program or shared library with this code; empty if it is unknown.
fs::path own_folder() {
  std::error_code error;
  Dl_info place{};
  if (dladdr(reinterpret_cast<const void*>(&find_resources), &place) == 0 || place.dli_fname == nullptr) return {};
  fs::path file = fs::canonical(place.dli_fname, error);
  // The loader knows a program that was found in PATH only by its bare name.
  if (error) file = fs::canonical("/proc/self/exe", error);
  return file.parent_path();
}

}  // namespace

std::string find_resources(const std::string& given) {
  if (!given.empty()) {
    if (has_resources(given)) return given;
    throw Failure("the folder `" + given + "` has no layouts/");
  }
  if (const char* home = std::getenv("BANXIN_HOME"); home != nullptr && *home != '\0') {
    if (has_resources(home)) return home;
    throw Failure(std::string("BANXIN_HOME is `") + home + "`, but this folder has no layouts/");
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
    if (has_resources(candidate)) return candidate.lexically_normal().string();
    looked += (looked.empty() ? "" : ", ") + candidate.lexically_normal().string();
  }
  throw Failure("cannot find the layouts in " + looked + "; set BANXIN_HOME to their folder");
}

}  // namespace banxin::api
