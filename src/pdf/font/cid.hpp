// The codes of glyphs in content streams: CIDs, known before the font is subset (ISO 32000-1, 9.7.4).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "font/face.hpp"

namespace banxin::pdf {

/// /CIDSystemInfo (ISO 32000-1, table 116).
struct CidSystem {
  std::string registry = "Adobe", ordering = "Identity";
  int supplement = 0;
  bool operator==(const CidSystem&) const = default;
};

/// From glyph ids to CIDs for one face. A CID-keyed CFF has CIDs in its charset, which subsetting
/// keeps; for every other font the CID is the glyph id. Immutable, thread-safe.
class CidMap {
 public:
  explicit CidMap(const font::Face& face);
  [[nodiscard]] std::uint16_t cid(std::uint16_t glyph) const {
    return cids_.empty() ? glyph : glyph < cids_.size() ? cids_[glyph] : std::uint16_t{0};
  }
  [[nodiscard]] const CidSystem& system() const { return system_; }

 private:
  std::vector<std::uint16_t> cids_;  ///< by glyph id; empty: the same
  CidSystem system_;
};

}  // namespace banxin::pdf
