#include "pdf/font/cid.hpp"

#include "font/cff.hpp"
#include "font/sfnt.hpp"

namespace banxin::pdf {

CidMap::CidMap(const font::Face& face) {
  if (face.outlines() != font::Outlines::cff_cid) return;
  const font::Table table(face.hb_face(), HB_TAG('C', 'F', 'F', ' '));
  const font::CffNames names(table);
  system_ = {names.registry(), names.ordering(), names.supplement()};
  cids_ = names.charset();
  bool same = true;
  for (std::size_t glyph = 0; glyph < cids_.size() && same; ++glyph) same = cids_[glyph] == glyph;
  if (same) cids_.clear();  // as in fonts of the ordering Identity
}

}  // namespace banxin::pdf
