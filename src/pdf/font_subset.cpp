#include "pdf/font_subset.hpp"

#include <hb-subset.h>

#include <memory>

namespace banxin::pdf {
namespace {

struct Destroy {
  void operator()(hb_subset_input_t* input) const { hb_subset_input_destroy(input); }
  void operator()(hb_subset_plan_t* plan) const { hb_subset_plan_destroy(plan); }
  void operator()(hb_face_t* face) const { hb_face_destroy(face); }
  void operator()(hb_blob_t* blob) const { hb_blob_destroy(blob); }
};
template <class T>
using Owned = std::unique_ptr<T, Destroy>;

bool is_embedded(hb_tag_t table, font::Outlines outlines) {
  switch (table) {
    case HB_TAG('g', 'l', 'y', 'f'):
    case HB_TAG('l', 'o', 'c', 'a'):
    case HB_TAG('h', 'e', 'a', 'd'):
    case HB_TAG('h', 'h', 'e', 'a'):
    case HB_TAG('h', 'm', 't', 'x'):
    case HB_TAG('m', 'a', 'x', 'p'):
      return outlines == font::Outlines::truetype;
    case HB_TAG('C', 'F', 'F', ' '):
      return true;
    default:
      return false;
  }
}

/// A PDF shows glyphs by id, so layout, names, cmap and metrics of vertical setting stay behind: with GSUB the closure
/// would bring nearly twice the glyphs.
void drop_tables(hb_subset_input_t* input, const font::Face& face) {
  hb_set_t* dropped = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG);
  hb_tag_t tags[64];
  for (unsigned start = 0;;) {
    unsigned count = 64;
    hb_face_get_table_tags(face.hb_face(), start, &count, tags);
    if (count == 0) break;
    for (unsigned i = 0; i < count; ++i) {
      if (!is_embedded(tags[i], face.outlines())) hb_set_add(dropped, tags[i]);
    }
    start += count;
  }
  hb_set_clear(hb_subset_input_set(input, HB_SUBSET_SETS_LAYOUT_FEATURE_TAG));
}

std::string bytes_of(hb_blob_t* blob) {
  unsigned length = 0;
  const char* data = hb_blob_get_data(blob, &length);
  return data == nullptr ? std::string() : std::string(data, length);
}

}  // namespace

FontSubset cut(const font::Face& face, const std::vector<std::uint16_t>& glyphs) {
  FontSubset result;
  const Owned<hb_subset_input_t> input(hb_subset_input_create_or_fail());
  if (input == nullptr) return result;
  drop_tables(input.get(), face);
  hb_set_t* wanted = hb_subset_input_glyph_set(input.get());
  for (const std::uint16_t glyph : glyphs) hb_set_add(wanted, glyph);
  unsigned flags = HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_DESUBROUTINIZE | HB_SUBSET_FLAGS_NOTDEF_OUTLINE;
  // A name-keyed CFF in a CIDFont is addressed by glyph id (ISO 32000-1, 9.7.4.2), which therefore must not change.
  if (face.outlines() == font::Outlines::cff_name) flags |= HB_SUBSET_FLAGS_RETAIN_GIDS;
  hb_subset_input_set_flags(input.get(), flags);
  const Owned<hb_subset_plan_t> plan(hb_subset_plan_create_or_fail(face.hb_face(), input.get()));
  if (plan == nullptr) return result;
  const Owned<hb_face_t> small(hb_subset_plan_execute_or_fail(plan.get()));
  if (small == nullptr) return result;
  if (face.outlines() != font::Outlines::truetype) {
    const Owned<hb_blob_t> cff(hb_face_reference_table(small.get(), HB_TAG('C', 'F', 'F', ' ')));
    result.program = bytes_of(cff.get());
    return result;
  }
  const Owned<hb_blob_t> file(hb_face_reference_blob(small.get()));
  result.program = bytes_of(file.get());
  const hb_map_t* mapping = hb_subset_plan_old_to_new_glyph_mapping(plan.get());
  result.new_ids.resize(glyphs.empty() ? 1 : glyphs.back() + std::size_t{1});
  for (const std::uint16_t glyph : glyphs) result.new_ids[glyph] = static_cast<std::uint16_t>(hb_map_get(mapping, glyph));
  return result;
}

}  // namespace banxin::pdf
