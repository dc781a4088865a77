// What all renderers draw from.
#pragma once

#include <functional>
#include <string>

#include "page/paged_document.hpp"
#include "render/glyph_outlines.hpp"

namespace banxin::render {

/// Converts the samples of a CMYK picture without a color profile, 8 bits each, to R G B; `inverted`: 0 is full ink.
using InksToRgb = std::function<std::string(const std::string& inks, bool inverted)>;

struct Source {
  const page::PagedDocument& document;
  GlyphOutlines& glyphs;
  InksToRgb inks_to_rgb;  ///< empty: a plain inversion
};

}  // namespace banxin::render
