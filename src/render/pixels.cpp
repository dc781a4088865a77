#include "render/pixels.hpp"

#include <lcms2.h>

#include <cstring>
#include <memory>

#include "image/decode.hpp"

namespace banxin::render {

namespace {

using image::ColorSpace;
using image::Image;

/// The high byte of each sample: the screen shows eight bits.
std::string high_bytes(std::string samples, int bits) {
  if (bits != 16) return samples;
  std::string out(samples.size() / 2, '\0');
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = samples[2 * i];
  return out;
}

/// R G B of each pixel, without the picture's color profile.
std::string plain_rgb(const std::string& samples, const Image& image) {
  const auto channels = static_cast<std::size_t>(image.channels());
  std::string rgb(samples.size() / channels * 3, '\0');
  const auto at = [&](std::size_t i) { return static_cast<unsigned char>(samples[i]); };
  for (std::size_t pixel = 0; pixel < rgb.size() / 3; ++pixel) {
    for (std::size_t c = 0; c < 3; ++c) {
      char& out = rgb[3 * pixel + c];
      switch (image.space) {
        case ColorSpace::grey: out = samples[pixel]; break;
        case ColorSpace::rgb: out = samples[3 * pixel + c]; break;
        case ColorSpace::indexed: {
          const std::size_t entry = 3 * std::size_t{at(pixel)} + c;
          out = entry < image.palette.size() ? image.palette[entry] : '\0';
          break;
        }
        case ColorSpace::cmyk: {
          const unsigned flip = image.inverted ? 0 : 255;
          const unsigned light = at(4 * pixel + c) ^ flip, black = at(4 * pixel + 3) ^ flip;
          out = static_cast<char>(light * black / 255);
          break;
        }
      }
    }
  }
  return rgb;
}

/// By the picture's color profile; empty if it has none, or none that fits.
std::string managed_rgb(const std::string& samples, const Image& image) {
  if (image.color_profile.empty() || image.space == ColorSpace::indexed) return {};
  using Profile = std::unique_ptr<void, decltype(&cmsCloseProfile)>;
  const Profile own(
      cmsOpenProfileFromMem(image.color_profile.data(), static_cast<cmsUInt32Number>(image.color_profile.size())),
      cmsCloseProfile);
  const Profile screen(cmsCreate_sRGBProfile(), cmsCloseProfile);
  if (!own) return {};
  const cmsUInt32Number type = image.space == ColorSpace::grey  ? TYPE_GRAY_8
                               : image.space == ColorSpace::rgb ? TYPE_RGB_8
                               : image.inverted                 ? TYPE_CMYK_8_REV
                                                                : TYPE_CMYK_8;
  const std::unique_ptr<void, decltype(&cmsDeleteTransform)> transform(
      cmsCreateTransform(own.get(), type, screen.get(), TYPE_RGB_8, INTENT_RELATIVE_COLORIMETRIC,
                         cmsFLAGS_BLACKPOINTCOMPENSATION),
      cmsDeleteTransform);
  if (!transform) return {};
  const std::size_t pixels = samples.size() / static_cast<std::size_t>(image.channels());
  std::string out(pixels * 3, '\0');
  cmsDoTransform(transform.get(), samples.data(), out.data(), static_cast<cmsUInt32Number>(pixels));
  return out;
}

}  // namespace

Pixels pixels_of(const Image& image, const InksToRgb& inks_to_rgb) {
  const std::string samples = high_bytes(image::decoded_samples(image), image.jpeg.empty() ? image.bits : 8);
  const std::string alpha = high_bytes(image.alpha, image.bits);
  std::string rgb = managed_rgb(samples, image);
  if (rgb.empty() && image.space == ColorSpace::cmyk && inks_to_rgb) rgb = inks_to_rgb(samples, image.inverted);
  if (rgb.empty()) rgb = plain_rgb(samples, image);
  const std::size_t count = rgb.size() / 3;
  Pixels out{image.width, image.height, std::string(count * 4, '\0')};
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint32_t opacity = i < alpha.size() ? static_cast<unsigned char>(alpha[i]) : 255;
    std::uint32_t word = opacity << 24;
    for (std::size_t c = 0; c < 3; ++c) {
      const std::uint32_t value = (static_cast<unsigned char>(rgb[3 * i + c]) * opacity + 127) / 255;
      word |= value << (16 - 8 * c);
    }
    std::memcpy(out.words.data() + 4 * i, &word, 4);
  }
  return out;
}

}  // namespace banxin::render
