#include "pdf/color/icc_version.hpp"

#include <catch2/catch.hpp>

#include "pdf/color/output_intent.hpp"

using namespace banxin;

namespace {

std::string profile_of(int major, int minor) {
  std::string bytes(132, '\x07');
  bytes[8] = static_cast<char>(major);
  bytes[9] = static_cast<char>(minor << 4);
  return bytes;
}

}  // namespace

TEST_CASE("ICC profiles of 4.3 and 4.4 are labeled 4.2, without an id") {
  for (const int minor : {3, 4}) {
    const std::string known = pdf::with_supported_icc_version(profile_of(4, minor));
    CHECK(known.substr(8, 2) == std::string("\x04\x20", 2));
    CHECK(known.substr(84, 16) == std::string(16, '\0'));
    CHECK(known.substr(10, 74) == std::string(74, '\x07'));
    CHECK(known.substr(100) == std::string(32, '\x07'));
  }
}

TEST_CASE("other ICC profiles are unchanged") {
  for (const auto& [major, minor] : {std::pair{2, 4}, std::pair{4, 0}, std::pair{4, 2}, std::pair{5, 4}}) {
    CHECK(pdf::with_supported_icc_version(profile_of(major, minor)) == profile_of(major, minor));
  }
  CHECK(pdf::with_supported_icc_version("\x04") == "\x04");
}

TEST_CASE("the sRGB profile has a version that PDF 1.6 allows") {
  CHECK(pdf::srgb_profile().substr(8, 2) <= std::string("\x04\x20", 2));
}
