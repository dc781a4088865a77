// Checks of supplied output profiles.
#include "pdf/color/icc_profile.hpp"

#include <catch2/catch.hpp>

#include "pdf/color/output_condition.hpp"
#include "pdf/color/output_intent.hpp"

using namespace banxin;

namespace {

std::string good() { return std::string(pdf::fogra39_profile()); }

std::string with(std::size_t at, const std::string& bytes) { return good().replace(at, bytes.size(), bytes); }

}  // namespace

TEST_CASE("the built-in profile is valid and has a description") {
  CHECK(pdf::output_profile_fault(good()).empty());
  CHECK_FALSE(pdf::profile_description(good()).empty());
}

TEST_CASE("other profiles than CMYK output profiles are rejected with the reason") {
  const std::string size = std::to_string(good().size());
  const std::vector<std::pair<std::string, std::string>> cases{
      {"", "it is no ICC profile"},
      {"\x89PNG" + std::string(200, 'x'), "it is no ICC profile"},
      {good().substr(0, 5000), "it is cut short, to 5000 of " + size + " bytes"},
      {with(12, "scnr"), "it is of the class “scnr”, not an output profile (“prtr”)"},
      {with(12, "link"), "it is of the class “link”, not an output profile (“prtr”)"},
      {pdf::srgb_profile(), "it is of the class “mntr”, not an output profile (“prtr”)"},
      {with(16, "RGB "), "it is made for RGB, not for CMYK"},
      {with(8, "\x05"), "it is of ICC version 5, not 2 or 4"},
      {with(8, "\x01"), "it is of ICC version 1, not 2 or 4"},
      {with(128, std::string("\xff\xff\xff\xff", 4)), "its table of tags is damaged"},
      {with(136, std::string("\x7f\xff\xff\xff", 4)), "its table of tags is damaged"},
  };
  for (const auto& [bytes, reason] : cases) {
    CHECK(pdf::output_profile_fault(bytes) == reason);
  }
}

TEST_CASE("a profile without its tables is rejected") {
  std::string bytes = good();
  const auto count = static_cast<unsigned char>(bytes[131]);
  for (int i = 0; i < count; ++i) bytes.replace(132 + 12 * static_cast<std::size_t>(i), 4, "none");
  CHECK(pdf::output_profile_fault(bytes) == "it is damaged");
}

TEST_CASE("the intent decides how paper white prints") {
  profile::PrintCondition condition;
  CHECK(pdf::make_ink_converter(condition)->inks({1, 1, 1}).total() < 0.02);
  condition.intent = profile::Intent::absolute;
  // Absolutely, white is whiter than the paper in blue and yellower nowhere: some ink imitates the difference.
  CHECK(pdf::make_ink_converter(condition)->inks({0.9, 0.9, 0.9}).total() !=
        pdf::make_ink_converter({})->inks({0.9, 0.9, 0.9}).total());
}
