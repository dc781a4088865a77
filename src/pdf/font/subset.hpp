// Cutting a face down to some of its glyphs.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "font/face.hpp"

namespace banxin::pdf {

struct FontSubset {
  std::string program;  ///< a bare CFF table, or a TrueType file with the tables that ISO 32000-1, 9.9 asks for
  /// By original glyph id, the id in `program`; 0 for glyphs that were cut off. Empty where ids did not change or do
  /// not matter (a CID-keyed CFF is addressed by CID).
  std::vector<std::uint16_t> new_ids;
};

/// The glyphs, ascending, and what they are composed of; .notdef always stays. Empty program if HarfBuzz cannot cut the
/// face.
FontSubset cut(const font::Face& face, const std::vector<std::uint16_t>& glyphs);

}  // namespace banxin::pdf
