// An output profile: what the bytes must satisfy. One file a profile; a line in registry.cpp.
#pragma once

#include <string_view>

namespace banxin::profile {

struct Profile {
  std::string_view name;
  std::string_view pdf_version = "1.7";
  bool print = false;           ///< inks instead of sRGB, boxes with bleed, no links
  bool object_streams = true;
  bool linearize = false;
  bool tagged = true;
};

const Profile& screen();
const Profile* find_profile(std::string_view name);

}  // namespace banxin::profile
