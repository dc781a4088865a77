// Decodes a picture file: png.hpp, jpeg.hpp and svg.hpp do the work, store.hpp calls it for each file of a document.
// The input is untrusted.
#pragma once

#include <optional>
#include <string_view>

#include "core/diagnostic.hpp"
#include "image/image.hpp"

namespace banxin::image {

/// Limits of size; a larger picture is an error.
struct Limits {
  std::uint64_t pixels = 100'000'000;
  std::uint64_t bytes = std::uint64_t{512} << 20;  ///< of samples in memory
  int scans = 200;                                 ///< of a progressive JPEG
  std::size_t items = 200'000;                     ///< of a drawing
};

/// PNG, JPEG or SVG, recognized by its first bytes. `name` is the path and span in the content.
/// Errors B701–B703, warnings B705. Thread-safe.
std::optional<Image> decode(std::string_view bytes, const Spanned<std::string>& name, Diagnostics& diagnostics,
                            const Limits& limits = {});

/// The samples of an image, decoded if it holds a JPEG file; `inverted` still applies.
/// Throws std::runtime_error if the JPEG does not come from `decode`.
std::string decoded_samples(const Image& image);

}  // namespace banxin::image
