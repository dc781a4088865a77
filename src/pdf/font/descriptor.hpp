// The values of a /FontDescriptor (ISO 32000-1, 9.8).
#pragma once

#include "font/face.hpp"
#include "pdf/font/program.hpp"

namespace banxin::pdf {

FontDescriptorValues describe(const font::Face& face);

/// /StemV, glyph space: the first stem of “l” (else “I”, 丨) at half the x-height. 0 (unknown) if the face has none of
/// them.
double measure_stem(const font::Face& face);

}  // namespace banxin::pdf
