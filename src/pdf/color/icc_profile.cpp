#include "pdf/color/icc_profile.hpp"

#include <fmt/format.h>
#include <lcms2.h>

#include <cstdint>
#include <memory>

namespace banxin::pdf {

namespace {

using Profile = std::unique_ptr<void, decltype(&cmsCloseProfile)>;
using Transform = std::unique_ptr<void, decltype(&cmsDeleteTransform)>;

constexpr std::size_t header_size = 128, tag_size = 12;

std::uint32_t number(std::string_view bytes, std::size_t at) {
  std::uint32_t value = 0;
  for (std::size_t i = at; i < at + 4; ++i) value = value << 8 | static_cast<unsigned char>(bytes[i]);
  return value;
}

std::string signature(std::string_view bytes, std::size_t at) {
  std::string word;
  for (const char c : bytes.substr(at, 4)) word += c >= 0x20 && c < 0x7f ? c : '?';
  while (word.ends_with(' ')) word.pop_back();
  return word;
}

Profile opened(std::string_view bytes) {
  return {cmsOpenProfileFromMem(bytes.data(), static_cast<cmsUInt32Number>(bytes.size())), cmsCloseProfile};
}

/// Is every tag inside the file? Little CMS checks a tag only when it reads it.
bool tags_are_inside(std::string_view bytes) {
  if (bytes.size() < header_size + 4) return false;
  const std::uint64_t count = number(bytes, header_size);
  if (header_size + 4 + count * tag_size > bytes.size()) return false;
  for (std::uint64_t i = 0; i < count; ++i) {
    const std::size_t at = header_size + 4 + i * tag_size;
    if (std::uint64_t{number(bytes, at + 4)} + number(bytes, at + 8) > bytes.size()) return false;
  }
  return true;
}

}  // namespace

std::string output_profile_fault(std::string_view bytes) {
  if (bytes.size() < header_size || bytes.substr(36, 4) != "acsp") return "it is no ICC profile";
  if (number(bytes, 0) > bytes.size()) {
    return fmt::format("it is cut short, to {} of {} bytes", bytes.size(), number(bytes, 0));
  }
  if (const std::string kind = signature(bytes, 12); kind != "prtr") {
    return fmt::format("it is of the class “{}”, not an output profile (“prtr”)", kind);
  }
  if (const std::string space = signature(bytes, 16); space != "CMYK") {
    return fmt::format("it is made for {}, not for CMYK", space);
  }
  // ISO 15930-7 allows up to ICC.1:2004-10, version 4.2; readers treat 4.3 and 4.4 the same.
  if (const int version = static_cast<unsigned char>(bytes[8]); version < 2 || version > 4) {
    return fmt::format("it is of ICC version {}, not 2 or 4", version);
  }
  if (!tags_are_inside(bytes)) return "its table of tags is damaged";
  const Profile press = opened(bytes), srgb(cmsCreate_sRGBProfile(), cmsCloseProfile);
  if (!press || !srgb) return "it is damaged";
  const Transform to(cmsCreateTransform(srgb.get(), TYPE_RGB_8, press.get(), TYPE_CMYK_8, INTENT_RELATIVE_COLORIMETRIC,
                                        cmsFLAGS_NOOPTIMIZE),
                     cmsDeleteTransform);
  const Transform from(cmsCreateTransform(press.get(), TYPE_CMYK_8, srgb.get(), TYPE_RGB_8,
                                          INTENT_RELATIVE_COLORIMETRIC, cmsFLAGS_NOOPTIMIZE),
                       cmsDeleteTransform);
  return to && from ? "" : "its tables convert no colors";
}

std::string profile_description(std::string_view bytes) {
  const Profile profile = opened(bytes);
  if (!profile) return {};
  const cmsUInt32Number size = cmsGetProfileInfoASCII(profile.get(), cmsInfoDescription, "en", "US", nullptr, 0);
  std::string text(size, '\0');
  cmsGetProfileInfoASCII(profile.get(), cmsInfoDescription, "en", "US", text.data(), size);
  return text.substr(0, text.find('\0'));
}

}  // namespace banxin::pdf
