// The errors of decoders.
#pragma once

#include <cstdint>
#include <string>
#include <variant>

#include "image/decode.hpp"

namespace banxin::image {

struct Damaged {
  std::string reason;
};
struct Unsupported {
  std::string reason, suggestion;
};
struct TooLarge {
  std::uint64_t width, height;
};
using DecodeError = std::variant<Damaged, Unsupported, TooLarge>;
using Decoded = std::variant<Image, DecodeError>;

/// Is a picture of this size within the limits?
inline bool within(const Limits& limits, std::uint64_t width, std::uint64_t height, std::uint64_t bytes_per_pixel) {
  return width > 0 && height > 0 && width <= limits.pixels / height && width * height <= limits.bytes / bytes_per_pixel;
}

}  // namespace banxin::image
