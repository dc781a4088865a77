#include "image/decode.hpp"

#include <fmt/format.h>

#include <stdexcept>

#include "image/color_profile.hpp"
#include "image/decode_error.hpp"
#include "image/jpeg.hpp"
#include "image/png.hpp"
#include "image/svg.hpp"

namespace banxin::image {

namespace {

using namespace std::literals;

constexpr const char* kinds = "pictures may be PNG, JPEG or SVG";

/// The format of an unsupported file, for common ones.
std::string kind_of(std::string_view bytes) {
  if (bytes.empty()) return "it is empty";
  if (bytes.starts_with("GIF8")) return "it is a GIF";
  if (bytes.starts_with("RIFF") && bytes.substr(0, 12).ends_with("WEBP")) return "it is a WebP picture";
  if (bytes.starts_with("II*\0"sv) || bytes.starts_with("MM\0*"sv)) return "it is a TIFF";
  if (bytes.starts_with("BM")) return "it is a Windows bitmap";
  if (bytes.starts_with("%PDF")) return "it is a PDF";
  if (bytes.size() > 12 && bytes.substr(4, 4) == "ftyp") return "it is a HEIC, AVIF or video file";
  return "its format is not known";
}

Decoded read(std::string_view bytes, const Limits& limits) {
  if (is_png(bytes)) return read_png(bytes, limits);
  if (is_jpeg(bytes)) return read_jpeg(bytes, limits);
  if (is_svg(bytes)) return read_svg(bytes, limits);
  return DecodeError{Unsupported{kind_of(bytes), kinds}};
}

}  // namespace

std::optional<Image> decode(std::string_view bytes, const Spanned<std::string>& name, Diagnostics& diagnostics,
                            const Limits& limits) {
  Decoded decoded = read(bytes, limits);
  if (const auto* error = std::get_if<DecodeError>(&decoded)) {
    if (const auto* unsupported = std::get_if<Unsupported>(error)) {
      diagnostics.report(MessageId::image_unsupported, name.span, {name.value, unsupported->reason},
                         unsupported->suggestion);
    } else if (const auto* damaged = std::get_if<Damaged>(error)) {
      diagnostics.report(MessageId::image_damaged, name.span, {name.value, damaged->reason},
                         "export it again from the program that made it");
    } else {
      const auto& size = std::get<TooLarge>(*error);
      diagnostics.report(MessageId::image_too_large, name.span,
                         {name.value, fmt::format("{}", size.width), fmt::format("{}", size.height)},
                         "make it smaller: a page at 300 pixels an inch needs fewer than 10 million");
    }
    return std::nullopt;
  }
  Image image = std::move(std::get<Image>(decoded));
  if (!image.color_profile.empty()) {
    if (const std::string fault = profile_fault(image.color_profile, image.space); !fault.empty()) {
      diagnostics.report(MessageId::image_profile_unfit, name.span, {name.value, fault},
                         "save the picture with its profile again, or converted to sRGB");
      image.color_profile.clear();
    }
  }
  return image;
}

std::string decoded_samples(const Image& image) {
  if (image.jpeg.empty()) return image.samples;
  Decoded decoded = read_jpeg(image.jpeg, {}, JpegUse::samples);
  if (!std::holds_alternative<Image>(decoded)) throw std::runtime_error("a JPEG that was decoded before is damaged");
  return std::move(std::get<Image>(decoded).samples);
}

}  // namespace banxin::image
