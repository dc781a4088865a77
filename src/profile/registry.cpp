#include <algorithm>

#include "profile/profile.hpp"

namespace banxin::profile {

const std::vector<const Profile*>& all_profiles() {
  static const std::vector<const Profile*> profiles{&screen(), &print(), &print_with_marks()};
  return profiles;
}

const Profile* find_profile(std::string_view name) {
  const auto& profiles = all_profiles();
  const auto at = std::find_if(profiles.begin(), profiles.end(), [&](const Profile* p) { return p->name == name; });
  return at == profiles.end() ? nullptr : *at;
}

}  // namespace banxin::profile
