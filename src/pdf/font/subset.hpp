// Subsets a face to some of its glyphs, with HarfBuzz.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "font/face.hpp"

namespace banxin::pdf {

struct FontSubset {
  std::string program;  ///< a bare CFF table, or a TrueType file with the tables that ISO 32000-1, 9.9 requires
  /// By original glyph id, the id in `program`; 0 for removed glyphs. Empty if ids did not change or do
  /// not matter (a CID-keyed CFF is addressed by CID).
  std::vector<std::uint16_t> new_ids;
};

/// The subset of `glyphs` (ascending), their components and .notdef. Empty program if HarfBuzz fails.
FontSubset subset_face(const font::Face& face, const std::vector<std::uint16_t>& glyphs);

}  // namespace banxin::pdf
