// Pictures as image XObjects (ISO 32000-1, 8.9.5), each in the file once.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "image/image.hpp"
#include "pdf/object/deflate.hpp"
#include "pdf/object/object_writer.hpp"
#include "profile/profile.hpp"

namespace banxin::pdf {

/// What an image's streams hold, encoded; made in parallel.
struct EncodedImage {
  std::string entries;  ///< of the XObject, but for /ColorSpace and /SMask
  std::string data;
  std::string mask_entries;  ///< empty: opaque
  std::string mask;
  std::string space;          ///< without an ICC profile: the color space
  std::string color_profile;  ///< encoded; else
  int channels = 0;           ///< of the profile
  std::string palette;        ///< the pieces of an Indexed space: its size and the string of its colors
};

/// JPEG goes in as it is, samples with PNG predictors (7.4.4.4). RGB without a profile is sRGB: on screen by the output
/// intent, in print by a profile of its own, or as inks where the layout wants its pictures converted. CMYK without a
/// profile is meant for the layout's printing condition: in print its numbers stay; on screen it becomes sRGB, since
/// PDF/A forbids inks that no profile explains (ISO 19005-2, 6.2.4.3). Pure, thread-safe.
EncodedImage encode_image(const image::Image& image, const profile::Profile& profile, Deflater& deflate);

/// Makes the objects; equal profiles once.
class ImageWriter {
 public:
  explicit ImageWriter(ObjectWriter& writer) : writer_(writer) {}
  Ref write(EncodedImage image);

 private:
  ObjectWriter& writer_;
  std::map<std::string, Ref> profiles_;
};

/// "a b c d e f cm /name Do" inside of q and Q: the image upright in `box`, which is given by its left, bottom, width
/// and height in the stream's units.
struct ImageBox {
  Length left, bottom, width, height;
};
void append_image(std::string& out, const std::string& name, int orientation, const ImageBox& box);

}  // namespace banxin::pdf
