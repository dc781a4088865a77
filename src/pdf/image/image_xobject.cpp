#include "pdf/image/image_xobject.hpp"

#include <algorithm>
#include <array>

#include "image/decode.hpp"
#include "pdf/color/icc_version.hpp"
#include "pdf/color/output_condition.hpp"
#include "pdf/color/output_intent.hpp"
#include "pdf/image/image_inks.hpp"
#include "pdf/image/image_predictor.hpp"
#include "pdf/object/number.hpp"

namespace banxin::pdf {

namespace {

using image::ColorSpace;
using image::Image;

std::string head(std::uint32_t width, std::uint32_t height, int bits) {
  return "/Type/XObject/Subtype/Image/Width " + std::to_string(width) + "/Height " + std::to_string(height) +
         "/BitsPerComponent " + std::to_string(bits);
}

/// Encodes samples and adds the filter to `entries`.
std::string flate(const std::string& samples, std::uint32_t width, int channels, int bits, Deflater& deflate,
                  std::string& entries) {
  const std::size_t pixel = static_cast<std::size_t>(channels * bits / 8);
  entries += "/Filter/FlateDecode/DecodeParms<</Predictor 15/Colors " + std::to_string(channels) +
             "/BitsPerComponent " + std::to_string(bits) + "/Columns " + std::to_string(width) + ">>";
  return deflate(predict(samples, width * pixel, pixel));
}

const char* device_space(ColorSpace space) {
  switch (space) {
    case ColorSpace::grey: return "/DeviceGray";
    case ColorSpace::cmyk: return "/DeviceCMYK";
    case ColorSpace::rgb:
    case ColorSpace::indexed: break;
  }
  return "/DeviceRGB";
}

/// The rendering intent, if it is not the default (ISO 32000-1, 8.6.5.8).
std::string intent_entry(const profile::PrintCondition& condition) {
  switch (condition.intent) {
    case profile::Intent::perceptual: return "/Intent/Perceptual";
    case profile::Intent::saturation: return "/Intent/Saturation";
    case profile::Intent::absolute: return "/Intent/AbsoluteColorimetric";
    case profile::Intent::relative: break;
  }
  return {};
}

std::string hexadecimal(const std::string& bytes) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out = "<";
  for (const char byte : bytes) {
    out += digits[static_cast<unsigned char>(byte) >> 4];
    out += digits[static_cast<unsigned char>(byte) & 15];
  }
  return out + ">";
}

}  // namespace

EncodedImage encode_image(const Image& image, const profile::Profile& profile, Deflater& deflate) {
  EncodedImage out;
  out.entries = head(image.width, image.height, image.bits);
  ColorSpace space = image.space;
  const profile::PrintCondition& condition = condition_of(profile);
  const bool light = space == ColorSpace::rgb || space == ColorSpace::indexed;
  const bool converted = profile.print && light && condition.convert_pictures;
  if (profile.print && light && !converted) out.entries += intent_entry(condition);
  const bool inks_unknown = space == ColorSpace::cmyk && image.color_profile.empty() && !profile.print;
  if (inks_unknown) {
    space = ColorSpace::rgb;
    out.data = flate(cmyk_to_srgb(image::decoded_samples(image), image.inverted, condition), image.width, 3, 8, deflate,
                     out.entries);
  } else if (converted && space == ColorSpace::rgb) {
    out.data = flate(rgb_to_cmyk(image::decoded_samples(image), image.bits, image.color_profile, condition),
                     image.width, 4, image.bits, deflate, out.entries);
  } else if (!image.jpeg.empty()) {
    out.entries += "/Filter/DCTDecode";
    if (image.space != ColorSpace::grey) {
      out.entries += image.jpeg_transformed ? "/DecodeParms<</ColorTransform 1>>" : "/DecodeParms<</ColorTransform 0>>";
    }
    out.data = image.jpeg;
  } else {
    out.data = flate(image.samples, image.width, image.channels(), image.bits, deflate, out.entries);
  }
  if (image.inverted && !inks_unknown) out.entries += "/Decode[1 0 1 0 1 0 1 0]";
  if (!image.alpha.empty()) {
    out.mask_entries = head(image.width, image.height, image.bits) + "/ColorSpace/DeviceGray";
    out.mask = flate(image.alpha, image.width, 1, image.bits, deflate, out.mask_entries);
  }
  if (image.space == ColorSpace::indexed) {
    out.palette =
        std::to_string(image.palette.size() / 3 - 1) +
        hexadecimal(converted ? rgb_to_cmyk(image.palette, 8, image.color_profile, condition) : image.palette);
  }
  if (converted) {
    out.space = device_space(ColorSpace::cmyk);
    return out;
  }
  out.space = device_space(space);
  const bool colors = space == ColorSpace::rgb || space == ColorSpace::indexed;
  if (!image.color_profile.empty()) {
    out.color_profile = deflate(with_supported_icc_version(image.color_profile));
  } else if (profile.print && colors) {
    out.color_profile = deflate(srgb_profile());
  }
  out.channels = colors ? 3 : image.channels();
  return out;
}

Ref ImageWriter::write(EncodedImage image) {
  std::string space = image.space;
  if (!image.color_profile.empty()) {
    const auto [at, added] = profiles_.try_emplace(std::move(image.color_profile));
    if (added) {
      at->second = writer_.allocate();
      writer_.stream(at->second,
                     "/N " + std::to_string(image.channels) + "/Alternate" + image.space + "/Filter/FlateDecode",
                     at->first);
    }
    space = "[/ICCBased " + text(at->second) + "]";
  }
  if (!image.palette.empty()) space = "[/Indexed" + space + " " + image.palette + "]";
  image.entries += "/ColorSpace" + space;
  if (!image.mask_entries.empty()) {
    const Ref mask = writer_.allocate();
    writer_.stream(mask, std::move(image.mask_entries), std::move(image.mask));
    image.entries += "/SMask " + text(mask);
  }
  const Ref ref = writer_.allocate();
  writer_.stream(ref, std::move(image.entries), std::move(image.data));
  return ref;
}

void append_image(std::string& out, const std::string& name, int orientation, const ImageBox& box) {
  // The stored image's horizontal and vertical axis and its bottom left corner in the unit square of the upright image
  // (EXIF 2.32, table 6; ISO 32000-1, 8.9.5.1).
  struct Turn {
    int a, b, c, d, e, f;
  };
  constexpr std::array<Turn, 8> turns{{{1, 0, 0, 1, 0, 0},
                                       {-1, 0, 0, 1, 1, 0},
                                       {-1, 0, 0, -1, 1, 1},
                                       {1, 0, 0, -1, 0, 1},
                                       {0, -1, -1, 0, 1, 1},
                                       {0, -1, 1, 0, 0, 1},
                                       {0, 1, 1, 0, 0, 0},
                                       {0, 1, -1, 0, 1, 0}}};
  const Turn& turn = turns[static_cast<std::size_t>(std::clamp(orientation, 1, 8) - 1)];
  for (const Length value : {box.width * turn.a, box.height * turn.b, box.width * turn.c, box.height * turn.d,
                             box.left + box.width * turn.e, box.bottom + box.height * turn.f}) {
    append_points(out, value);
    out.push_back(' ');
  }
  out.append("cm\n/").append(name).append(" Do\n");
}

}  // namespace banxin::pdf
