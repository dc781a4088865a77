#include "pdf/image_inks.hpp"

#include <lcms2.h>

#include <memory>
#include <stdexcept>

#include "pdf/output_condition.hpp"

namespace banxin::pdf {

std::string srgb_of_inks(const std::string& inks, bool inverted) {
  using Profile = std::unique_ptr<void, decltype(&cmsCloseProfile)>;
  const std::string_view condition = fogra39_profile();
  const Profile press(cmsOpenProfileFromMem(condition.data(), static_cast<cmsUInt32Number>(condition.size())),
                      cmsCloseProfile);
  const Profile srgb(cmsCreate_sRGBProfile(), cmsCloseProfile);
  if (!press || !srgb) throw std::runtime_error("no profile for pictures of inks");
  // Little CMS calls 100 % of ink 255; its “reversed” CMYK is Adobe's.
  const std::unique_ptr<void, decltype(&cmsDeleteTransform)> transform(
      cmsCreateTransform(press.get(), inverted ? TYPE_CMYK_8_REV : TYPE_CMYK_8, srgb.get(), TYPE_RGB_8,
                         INTENT_RELATIVE_COLORIMETRIC, cmsFLAGS_BLACKPOINTCOMPENSATION),
      cmsDeleteTransform);
  if (!transform) throw std::runtime_error("no transform for pictures of inks");
  const std::size_t pixels = inks.size() / 4;
  std::string rgb(pixels * 3, '\0');
  cmsDoTransform(transform.get(), inks.data(), rgb.data(), static_cast<cmsUInt32Number>(pixels));
  return rgb;
}

}  // namespace banxin::pdf
