#include "pdf/color/output_intent.hpp"

#include <lcms2.h>

#include <algorithm>
#include <array>
#include <memory>
#include <stdexcept>
#include <string_view>

#include <utility>
#include "pdf/color/output_condition.hpp"
#include "pdf/object/syntax.hpp"

#include "pdf/color/icc_version.hpp"

namespace banxin::pdf {

std::string srgb_profile() {
  const std::unique_ptr<void, decltype(&cmsCloseProfile)> profile(cmsCreate_sRGBProfile(), cmsCloseProfile);
  cmsUInt32Number size = 0;
  if (!profile || !cmsSaveProfileToMem(profile.get(), nullptr, &size)) throw std::runtime_error("no sRGB profile");
  std::string bytes(size, '\0');
  if (!cmsSaveProfileToMem(profile.get(), bytes.data(), &size)) throw std::runtime_error("no sRGB profile");
  // The header's date (ICC.1:2010, 7.2.8) is the current date; replace it by that of the standard's first amendment.
  constexpr std::array<unsigned char, 12> date{0x07, 0xD3, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0};
  std::copy(date.begin(), date.end(), bytes.begin() + 24);
  return with_supported_icc_version(std::move(bytes));
}

std::string output_condition_entries(const profile::Profile& profile) {
  constexpr std::string_view registry = "/RegistryName(http://www.color.org)";
  if (!profile.print) {
    return "/OutputConditionIdentifier(sRGB IEC61966-2.1)/Info(sRGB IEC61966-2.1)" + std::string(registry);
  }
  const profile::PrintCondition& condition = condition_of(profile);
  const std::string words = condition.description.empty() ? "Custom" : condition.description;
  std::string out = "/OutputConditionIdentifier";
  append_text(out, condition.identifier.empty() ? "Custom" : condition.identifier);
  out += "/OutputCondition";
  append_text(out, words);
  out += "/Info";
  append_text(out, condition.icc.empty() ? "FOGRA39, ISO 12647-2:2004/Amd 1" : words);
  if (!condition.identifier.empty()) out += registry;
  return out;
}

}  // namespace banxin::pdf
