// From the bytes of a file to an image, or to a diagnostic. No byte of the file is trusted.
#pragma once

#include <optional>
#include <string_view>

#include "core/diagnostic.hpp"
#include "image/image.hpp"

namespace banxin::image {

/// What a picture may ask of the program before it is refused.
struct Limits {
  std::uint64_t pixels = 100'000'000;
  std::uint64_t bytes = std::uint64_t{512} << 20;  ///< of samples in memory
  int scans = 200;                                 ///< of a progressive JPEG
  std::size_t marks = 200'000;                     ///< of a drawing: what is painted
};

/// PNG, JPEG and SVG, told apart by their first bytes. `name` and `place` are the file's, as content writes it.
/// Errors B701–B703, warnings B705. Thread-safe.
std::optional<Image> decode(std::string_view bytes, const Spanned<std::string>& name, Diagnostics& diagnostics,
                            const Limits& limits = {});

/// An image's samples, whether or not it keeps them as JPEG; `inverted` still holds.
/// Throws std::runtime_error if the JPEG is none that `decode` made.
std::string decoded_samples(const Image& image);

}  // namespace banxin::image
