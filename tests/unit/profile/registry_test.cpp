#include "profile/profile.hpp"

#include <catch2/catch.hpp>

using namespace banxin::profile;

TEST_CASE("profiles are found by name, the first is the default") {
  REQUIRE(find_profile("screen") != nullptr);
  CHECK(all_profiles().front() == find_profile("screen"));
  CHECK(find_profile("screen")->name == "screen");
  CHECK(find_profile("Screen") == nullptr);
  for (const Profile* profile : all_profiles()) CHECK(find_profile(profile->name) == profile);
}
