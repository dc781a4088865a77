// Writes pictures as image XObjects (ISO 32000-1, 8.9.5), each once.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "image/image.hpp"
#include "pdf/object/deflate.hpp"
#include "pdf/object/object_writer.hpp"
#include "profile/profile.hpp"

namespace banxin::pdf {

/// The encoded streams of an image; made in parallel.
struct EncodedImage {
  std::string entries;  ///< of the XObject, without /ColorSpace and /SMask
  std::string data;
  std::string mask_entries;  ///< empty: opaque
  std::string mask;
  std::string space;          ///< without an ICC profile: the color space
  std::string color_profile;  ///< encoded; else
  int channels = 0;           ///< of the profile
  std::string palette;        ///< the pieces of an Indexed space: its size and the string of its colors
};

/// A JPEG file is embedded unchanged, samples with PNG predictors (7.4.4.4). RGB without a profile is sRGB: on screen
/// by the output intent; in print it gets an sRGB profile, or is converted if the layout converts pictures. CMYK
/// without a profile is for the layout's printing condition: in print it is unchanged; on screen it becomes sRGB, since
/// PDF/A forbids CMYK without a profile (ISO 19005-2, 6.2.4.3). Thread-safe.
EncodedImage encode_image(const image::Image& image, const profile::Profile& profile, Deflater& deflate);

/// Writes the objects; equal profiles once.
class ImageWriter {
 public:
  explicit ImageWriter(ObjectWriter& writer) : writer_(writer) {}
  Ref write(EncodedImage image);

 private:
  ObjectWriter& writer_;
  std::map<std::string, Ref> profiles_;
};

/// The box of an image in the units of the stream.
struct ImageBox {
  Length left, bottom, width, height;
};
/// Appends "a b c d e f cm /name Do", to be used inside q and Q: the image upright in `box`.
void append_image(std::string& out, const std::string& name, int orientation, const ImageBox& box);

}  // namespace banxin::pdf
