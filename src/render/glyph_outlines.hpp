// Glyph outlines through FreeType, each read once.
#pragma once

#include <cstdint>
#include <memory>

#include "font/library.hpp"
#include "graphics/path.hpp"

namespace banxin::render {

class GlyphOutlines {
 public:
  /// The type size of the outlines: their coordinates are thousandths of an em, in points.
  static constexpr double em = 1000;

  /// `fonts` must outlive it. Throws std::runtime_error if FreeType cannot be used.
  explicit GlyphOutlines(const font::Library& fonts);
  ~GlyphOutlines();
  GlyphOutlines(const GlyphOutlines&) = delete;
  GlyphOutlines& operator=(const GlyphOutlines&) = delete;

  /// Pen position on the baseline at the origin, y down; filled by the nonzero rule. Empty for a blank glyph. Valid as
  /// long as this object. Not thread-safe. Throws std::runtime_error if the font file cannot be read any more.
  const graphics::Path& outline(graphics::FaceId face, std::uint16_t glyph);
  [[nodiscard]] const font::Library& fonts() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace banxin::render
