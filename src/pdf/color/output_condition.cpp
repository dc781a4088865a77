#include "pdf/color/output_condition.hpp"

#include <lcms2.h>

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string>

// The assembler reads the file; the build names it (CMakeLists.txt).
asm(".section .rodata\n"
    ".balign 16\n"
    "banxin_fogra39_begin: .incbin \"" BANXIN_FOGRA39
    "\"\n"
    "banxin_fogra39_end: .byte 0\n"
    ".text\n");

extern "C" {
__attribute__((visibility("hidden"))) extern const char banxin_fogra39_begin[];
__attribute__((visibility("hidden"))) extern const char banxin_fogra39_end[];
}

namespace banxin::pdf {

namespace {

struct CloseProfile {
  void operator()(void* profile) const { cmsCloseProfile(profile); }
};
using Profile = std::unique_ptr<void, CloseProfile>;

class LcmsConverter final : public InkConverter {
 public:
  explicit LcmsConverter(const profile::PrintCondition& condition) {
    const std::string_view output = icc_of(condition);
    const Profile rgb(cmsCreate_sRGBProfile());
    const Profile inks(cmsOpenProfileFromMem(output.data(), static_cast<cmsUInt32Number>(output.size())));
    if (rgb && inks && cmsGetColorSpace(inks.get()) == cmsSigCmykData) {
      // Without the cache a transform is thread-safe.
      transform_ = cmsCreateTransform(rgb.get(), TYPE_RGB_DBL, inks.get(), TYPE_CMYK_DBL, lcms_intent(condition),
                                      lcms_flags(condition) | cmsFLAGS_NOCACHE);
    }
    if (!transform_) throw std::runtime_error("the output profile cannot convert to CMYK");
  }
  ~LcmsConverter() override { cmsDeleteTransform(transform_); }
  LcmsConverter(const LcmsConverter&) = delete;
  LcmsConverter& operator=(const LcmsConverter&) = delete;

  [[nodiscard]] Cmyk inks(const Rgb& rgb) const override {
    const std::array<double, 3> in{rgb.r, rgb.g, rgb.b};
    std::array<double, 4> out{};
    cmsDoTransform(transform_, in.data(), out.data(), 1);
    for (double& ink : out) ink = std::clamp(ink / 100, 0.0, 1.0);
    return {out[0], out[1], out[2], out[3]};
  }

 private:
  cmsHTRANSFORM transform_ = nullptr;
};

}  // namespace

std::string_view fogra39_profile() {
  return {banxin_fogra39_begin, static_cast<std::size_t>(banxin_fogra39_end - banxin_fogra39_begin)};
}

const profile::PrintCondition& condition_of(const profile::Profile& profile) {
  static const profile::PrintCondition fogra39{{}, "FOGRA39", "Offset, coated"};
  return profile.condition ? *profile.condition : fogra39;
}

std::string_view icc_of(const profile::PrintCondition& condition) {
  return condition.icc.empty() ? fogra39_profile() : std::string_view(condition.icc);
}

unsigned lcms_intent(const profile::PrintCondition& condition) {
  switch (condition.intent) {
    case profile::Intent::perceptual: return INTENT_PERCEPTUAL;
    case profile::Intent::saturation: return INTENT_SATURATION;
    case profile::Intent::absolute: return INTENT_ABSOLUTE_COLORIMETRIC;
    case profile::Intent::relative: break;
  }
  return INTENT_RELATIVE_COLORIMETRIC;
}

unsigned lcms_flags(const profile::PrintCondition& condition) {
  return condition.black_point_compensation ? cmsFLAGS_BLACKPOINTCOMPENSATION : 0;
}

std::unique_ptr<InkConverter> make_ink_converter(const profile::PrintCondition& condition) {
  return std::make_unique<LcmsConverter>(condition);
}

}  // namespace banxin::pdf
