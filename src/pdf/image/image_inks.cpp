#include "pdf/image/image_inks.hpp"

#include <lcms2.h>

#include <memory>
#include <stdexcept>

#include "pdf/color/output_condition.hpp"

namespace banxin::pdf {

namespace {

using Profile = std::unique_ptr<void, decltype(&cmsCloseProfile)>;
using Transform = std::unique_ptr<void, decltype(&cmsDeleteTransform)>;

Profile opened(std::string_view icc) {
  return {cmsOpenProfileFromMem(icc.data(), static_cast<cmsUInt32Number>(icc.size())), cmsCloseProfile};
}

Profile srgb() { return {cmsCreate_sRGBProfile(), cmsCloseProfile}; }

std::string transformed(const Transform& transform, const std::string& samples, std::size_t from, std::size_t to) {
  if (!transform) throw std::runtime_error("no transform for pictures");
  const std::size_t pixels = samples.size() / from;
  std::string out(pixels * to, '\0');
  cmsDoTransform(transform.get(), samples.data(), out.data(), static_cast<cmsUInt32Number>(pixels));
  return out;
}

}  // namespace

std::string cmyk_to_srgb(const std::string& inks, bool inverted, const profile::PrintCondition& condition) {
  const Profile press = opened(icc_of(condition)), screen = srgb();
  // Little CMS calls 100 % of ink 255; its “reversed” CMYK is Adobe's.
  const Transform transform(
      cmsCreateTransform(press.get(), inverted ? TYPE_CMYK_8_REV : TYPE_CMYK_8, screen.get(), TYPE_RGB_8,
                         INTENT_RELATIVE_COLORIMETRIC, cmsFLAGS_BLACKPOINTCOMPENSATION),
      cmsDeleteTransform);
  return transformed(transform, inks, 4, 3);
}

std::string rgb_to_cmyk(const std::string& samples, int bits, const std::string& icc,
                        const profile::PrintCondition& condition) {
  const Profile press = opened(icc_of(condition)), own = icc.empty() ? srgb() : opened(icc);
  const bool wide = bits == 16;
  const Transform transform(
      cmsCreateTransform(own.get(), wide ? TYPE_RGB_16_SE : TYPE_RGB_8, press.get(),
                         wide ? TYPE_CMYK_16_SE : TYPE_CMYK_8, lcms_intent(condition), lcms_flags(condition)),
      cmsDeleteTransform);
  return transformed(transform, samples, wide ? 6 : 3, wide ? 8 : 4);
}

}  // namespace banxin::pdf
