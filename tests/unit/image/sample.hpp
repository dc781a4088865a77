// Makes pictures with the libraries' encoders, with the metadata that a test needs.
#pragma once

#include <cstddef>
#include <cstdio>
#include <cstdlib>

#include <jpeglib.h>
#include <lcms2.h>
#include <png.h>

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace banxin::test {

/// A picture's samples: every byte different from its neighbors, always the same.
inline std::string pattern(std::size_t size, unsigned top = 256) {
  std::string out(size, '\0');
  for (std::size_t i = 0; i < size; ++i) out[i] = static_cast<char>((i * 37 + i / 7) % top);
  return out;
}

struct Png {
  unsigned width = 5, height = 4;
  int type = PNG_COLOR_TYPE_RGB, depth = 8, interlace = PNG_INTERLACE_NONE;
  std::string samples;  ///< packed rows
  std::vector<png_color> palette;
  std::string opacities;  ///< tRNS of a palette
  int transparent = -1;   ///< tRNS of grey
  std::string profile, exif;
  unsigned pixels_per_metre = 0;
};

inline std::string encode(const Png& png) {
  std::string out;
  png_structp writer = png_create_write_struct(
      PNG_LIBPNG_VER_STRING, nullptr, [](png_structp, png_const_charp text) { throw std::runtime_error(text); },
      nullptr);
  png_infop info = png_create_info_struct(writer);
  png_set_write_fn(
      writer, &out,
      [](png_structp p, png_bytep data, std::size_t size) {
        static_cast<std::string*>(png_get_io_ptr(p))->append(reinterpret_cast<char*>(data), size);
      },
      nullptr);
  png_set_IHDR(writer, info, png.width, png.height, png.depth, png.type, png.interlace, PNG_COMPRESSION_TYPE_DEFAULT,
               PNG_FILTER_TYPE_DEFAULT);
  if (!png.palette.empty()) png_set_PLTE(writer, info, png.palette.data(), static_cast<int>(png.palette.size()));
  if (!png.opacities.empty()) {
    png_set_tRNS(writer, info, reinterpret_cast<png_const_bytep>(png.opacities.data()),
                 static_cast<int>(png.opacities.size()), nullptr);
  }
  if (png.transparent >= 0) {
    png_color_16 key{};
    key.gray = static_cast<png_uint_16>(png.transparent);
    png_set_tRNS(writer, info, nullptr, 0, &key);
  }
  if (!png.profile.empty()) {
    png_set_iCCP(writer, info, "profile", 0, reinterpret_cast<png_const_bytep>(png.profile.data()),
                 static_cast<png_uint_32>(png.profile.size()));
  }
  std::string exif = png.exif;
  if (!exif.empty()) {
    png_set_eXIf_1(writer, info, static_cast<png_uint_32>(exif.size()), reinterpret_cast<png_bytep>(exif.data()));
  }
  if (png.pixels_per_metre > 0) {
    png_set_pHYs(writer, info, png.pixels_per_metre, png.pixels_per_metre, PNG_RESOLUTION_METER);
  }
  png_write_info(writer, info);
  const std::size_t row = png.samples.size() / png.height;
  std::vector<png_bytep> rows;
  for (unsigned i = 0; i < png.height; ++i) {
    rows.push_back(reinterpret_cast<png_bytep>(const_cast<char*>(png.samples.data())) + i * row);
  }
  png_write_image(writer, rows.data());
  png_write_end(writer, info);
  png_destroy_write_struct(&writer, &info);
  return out;
}

struct Jpeg {
  unsigned width = 16, height = 12;
  int channels = 3;
  bool progressive = false, arithmetic = false, adobe = false, ycck = false;
  unsigned dots_per_inch = 0;
  std::string profile;  ///< written in segments of `segment` bytes
  std::size_t segment = 60000;
  std::string exif;  ///< from its byte order mark on
};

inline std::string encode(const Jpeg& jpeg) {
  jpeg_compress_struct writer{};
  jpeg_error_mgr errors{};
  writer.err = jpeg_std_error(&errors);
  jpeg_create_compress(&writer);
  unsigned char* bytes = nullptr;
  unsigned long size = 0;
  jpeg_mem_dest(&writer, &bytes, &size);
  writer.image_width = jpeg.width;
  writer.image_height = jpeg.height;
  writer.input_components = jpeg.channels;
  writer.in_color_space = jpeg.channels == 1 ? JCS_GRAYSCALE : jpeg.channels == 4 ? JCS_CMYK : JCS_RGB;
  jpeg_set_defaults(&writer);
  if (jpeg.ycck) jpeg_set_colorspace(&writer, JCS_YCCK);
  jpeg_set_quality(&writer, 90, TRUE);
  if (jpeg.progressive) jpeg_simple_progression(&writer);
  writer.arith_code = jpeg.arithmetic;
  writer.write_Adobe_marker = jpeg.adobe;
  if (jpeg.dots_per_inch > 0) {
    writer.density_unit = 1;
    writer.X_density = writer.Y_density = static_cast<UINT16>(jpeg.dots_per_inch);
  }
  jpeg_start_compress(&writer, TRUE);
  const auto marker = [&](int code, const std::string& data) {
    jpeg_write_marker(&writer, code, reinterpret_cast<const JOCTET*>(data.data()), static_cast<unsigned>(data.size()));
  };
  if (!jpeg.exif.empty()) marker(JPEG_APP0 + 1, std::string("Exif\0\0", 6) + jpeg.exif);
  const std::size_t count = (jpeg.profile.size() + jpeg.segment - 1) / jpeg.segment;
  for (std::size_t i = 0; i < count; ++i) {
    marker(JPEG_APP0 + 2, std::string("ICC_PROFILE\0", 12) + static_cast<char>(i + 1) + static_cast<char>(count) +
                              jpeg.profile.substr(i * jpeg.segment, jpeg.segment));
  }
  const std::size_t row_bytes = std::size_t{jpeg.width} * static_cast<unsigned>(jpeg.channels);
  for (unsigned y = 0; y < jpeg.height; ++y) {
    // A soft ramp: what JPEG keeps.
    std::string row(row_bytes, '\0');
    for (std::size_t x = 0; x < row_bytes; ++x) row[x] = static_cast<char>(20 + y * 8 + x * 2);
    JSAMPROW line = reinterpret_cast<JSAMPROW>(row.data());
    jpeg_write_scanlines(&writer, &line, 1);
  }
  jpeg_finish_compress(&writer);
  std::string out(reinterpret_cast<char*>(bytes), size);
  jpeg_destroy_compress(&writer);
  std::free(bytes);
  return out;
}

/// EXIF with an orientation and, if not zero, a density; of either byte order.
inline std::string exif(int orientation, unsigned density = 0, bool little = false) {
  std::string out = little ? "II" : "MM";
  const auto number = [&](std::uint32_t value, int size) {
    for (int i = 0; i < size; ++i) out += static_cast<char>(value >> 8 * (little ? i : size - 1 - i));
  };
  number(42, 2);
  number(8, 4);
  number(density > 0 ? 4 : 1, 2);
  const auto entry = [&](unsigned tag, unsigned type, std::uint32_t value) {
    number(tag, 2);
    number(type, 2);
    number(1, 4);
    if (type == 3) {
      number(value, 2);
      number(0, 2);
    } else {
      number(value, 4);
    }
  };
  entry(0x0112, 3, static_cast<std::uint32_t>(orientation));
  if (density > 0) {
    entry(0x011A, 5, 8 + 2 + 4 * 12 + 4);
    entry(0x011B, 5, 8 + 2 + 4 * 12 + 4);
    entry(0x0128, 3, 2);
  }
  number(0, 4);
  number(density, 4);
  number(1, 4);
  return out;
}

inline std::string saved(cmsHPROFILE profile) {
  cmsUInt32Number size = 0;
  cmsSaveProfileToMem(profile, nullptr, &size);
  std::string out(size, '\0');
  cmsSaveProfileToMem(profile, out.data(), &size);
  cmsCloseProfile(profile);
  return out;
}
inline std::string srgb() { return saved(cmsCreate_sRGBProfile()); }
/// A grey profile of gamma 2.2 under D50.
inline std::string grey_profile() {
  cmsToneCurve* curve = cmsBuildGamma(nullptr, 2.2);
  const cmsCIExyY white{0.3457, 0.3585, 1};
  std::string out = saved(cmsCreateGrayProfile(&white, curve));
  cmsFreeToneCurve(curve);
  return out;
}

}  // namespace banxin::test
