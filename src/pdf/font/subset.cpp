#include "pdf/font/subset.hpp"

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

/// The face with only the tables that a PDF embeds (ISO 32000-1, 9.9), without layout, names, cmap and vertical
/// metrics: with GSUB the closure would nearly double the glyphs, and reading the cmap of a Chinese font costs more
/// than subsetting a hundred glyphs.
Owned<hb_face_t> bare_face(const font::Face& face) {
  constexpr hb_tag_t cff[] = {HB_TAG('C', 'F', 'F', ' '), HB_TAG('h', 'e', 'a', 'd'), HB_TAG('m', 'a', 'x', 'p')};
  constexpr hb_tag_t truetype[] = {HB_TAG('g', 'l', 'y', 'f'), HB_TAG('l', 'o', 'c', 'a'), HB_TAG('h', 'e', 'a', 'd'),
                                   HB_TAG('h', 'h', 'e', 'a'), HB_TAG('h', 'm', 't', 'x'), HB_TAG('m', 'a', 'x', 'p')};
  Owned<hb_face_t> bare(hb_face_builder_create());
  const auto add = [&](hb_tag_t tag) {
    const Owned<hb_blob_t> table(hb_face_reference_table(face.hb_face(), tag));
    hb_face_builder_add_table(bare.get(), tag, table.get());
  };
  if (face.outlines() == font::Outlines::truetype) {
    for (const hb_tag_t tag : truetype) add(tag);
  } else {
    for (const hb_tag_t tag : cff) add(tag);
  }
  return bare;
}

std::string bytes_of(hb_blob_t* blob) {
  unsigned length = 0;
  const char* data = hb_blob_get_data(blob, &length);
  return data == nullptr ? std::string() : std::string(data, length);
}

}  // namespace

FontSubset subset_face(const font::Face& face, const std::vector<std::uint16_t>& glyphs) {
  FontSubset result;
  const Owned<hb_subset_input_t> input(hb_subset_input_create_or_fail());
  if (input == nullptr) return result;
  hb_set_t* wanted = hb_subset_input_glyph_set(input.get());
  for (const std::uint16_t glyph : glyphs) hb_set_add(wanted, glyph);
  unsigned flags = HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_DESUBROUTINIZE | HB_SUBSET_FLAGS_NOTDEF_OUTLINE;
  // A name-keyed CFF in a CIDFont is addressed by glyph id (ISO 32000-1, 9.7.4.2), which therefore must not change.
  if (face.outlines() == font::Outlines::cff_name) flags |= HB_SUBSET_FLAGS_RETAIN_GIDS;
  hb_subset_input_set_flags(input.get(), flags);
  const Owned<hb_face_t> bare = bare_face(face);
  const Owned<hb_subset_plan_t> plan(hb_subset_plan_create_or_fail(bare.get(), input.get()));
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
  for (const std::uint16_t glyph : glyphs)
    result.new_ids[glyph] = static_cast<std::uint16_t>(hb_map_get(mapping, glyph));
  return result;
}

}  // namespace banxin::pdf
