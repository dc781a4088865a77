#include "image/color_profile.hpp"

#include <lcms2.h>

#include <memory>

namespace banxin::image {

namespace {

struct CloseProfile {
  void operator()(void* profile) const { cmsCloseProfile(profile); }
};
using Profile = std::unique_ptr<void, CloseProfile>;

}  // namespace

std::string profile_fault(std::string_view bytes, ColorSpace space) {
  const Profile profile(cmsOpenProfileFromMem(bytes.data(), static_cast<cmsUInt32Number>(bytes.size())));
  if (!profile) return "it is no ICC profile";
  const cmsProfileClassSignature kind = cmsGetDeviceClass(profile.get());
  if (kind != cmsSigInputClass && kind != cmsSigDisplayClass && kind != cmsSigOutputClass &&
      kind != cmsSigColorSpaceClass) {
    return "its class is none that describes pictures";
  }
  // ICC.1:2010 (version 4) is the newest that ISO 32000-1 and ISO 19005-2 allow.
  if (cmsGetEncodedICCversion(profile.get()) >= 0x05000000) return "it is of a later ICC version than 4";
  const cmsColorSpaceSignature wanted = space == ColorSpace::grey   ? cmsSigGrayData
                                        : space == ColorSpace::cmyk ? cmsSigCmykData
                                                                    : cmsSigRgbData;
  if (cmsGetColorSpace(profile.get()) != wanted) return "it is made for another color space than the picture's";
  const Profile srgb(cmsCreate_sRGBProfile());
  const cmsUInt32Number from = wanted == cmsSigGrayData   ? TYPE_GRAY_8
                               : wanted == cmsSigCmykData ? TYPE_CMYK_8
                                                          : TYPE_RGB_8;
  const std::unique_ptr<void, decltype(&cmsDeleteTransform)> transform(
      cmsCreateTransform(profile.get(), from, srgb.get(), TYPE_RGB_8, INTENT_PERCEPTUAL, cmsFLAGS_NOOPTIMIZE),
      cmsDeleteTransform);
  return transform ? "" : "its tables cannot be used";
}

}  // namespace banxin::image
