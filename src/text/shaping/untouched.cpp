#include "text/shaping/untouched.hpp"

#include <hb-ot.h>

#include <array>

#include "text/shaping/hb_objects.hpp"

namespace banxin::text {
namespace {

/// Adds the glyphs that take part in any lookup of `features`, as input or as context.
void collect(hb_face_t* face, hb_tag_t table, const hb_tag_t* scripts, const hb_tag_t* languages,
             const hb_tag_t* features, hb_set_t* touched) {
  const HbSet lookups{hb_set_create()};
  hb_ot_layout_collect_lookups(face, table, scripts, languages, features, lookups.get());
  hb_codepoint_t lookup = HB_SET_VALUE_INVALID;
  while (hb_set_next(lookups.get(), &lookup)) {
    hb_ot_layout_lookup_collect_glyphs(face, table, lookup, touched, touched, touched, nullptr);
  }
}

std::vector<hb_tag_t> tags(hb_script_t script, hb_language_t language, bool want_language) {
  std::array<hb_tag_t, 8> script_tags{}, language_tags{};
  unsigned scripts = script_tags.size(), languages = language_tags.size();
  hb_ot_tags_from_script_and_language(script, language, &scripts, script_tags.data(), &languages, language_tags.data());
  std::vector<hb_tag_t> out;
  if (want_language) {
    out.assign(language_tags.begin(), language_tags.begin() + languages);
    out.push_back(HB_TAG('d', 'f', 'l', 't'));
  } else {
    out.assign(script_tags.begin(), script_tags.begin() + scripts);
    out.push_back(HB_TAG('D', 'F', 'L', 'T'));
    out.push_back(HB_TAG('l', 'a', 't', 'n'));
  }
  out.push_back(HB_TAG_NONE);
  return out;
}

}  // namespace

UntouchedGlyphs::UntouchedGlyphs(const font::Face& face, Language language, WritingMode mode)
    : touched_(face.glyph_count() / 64 + 1) {
  const bool vertical = mode == WritingMode::vertical;
  // The default features of HarfBuzz (hb-ot-shape), without kerning, which `shape` turns off in Han text.
  const std::array<hb_tag_t, 14> features{HB_TAG('r', 'v', 'r', 'n'), HB_TAG('l', 'o', 'c', 'l'),
                                          HB_TAG('c', 'c', 'm', 'p'), HB_TAG('r', 'l', 'i', 'g'),
                                          HB_TAG('c', 'a', 'l', 't'), HB_TAG('l', 'i', 'g', 'a'),
                                          HB_TAG('c', 'l', 'i', 'g'), HB_TAG('r', 'c', 'l', 't'),
                                          HB_TAG('m', 'a', 'r', 'k'), HB_TAG('m', 'k', 'm', 'k'),
                                          HB_TAG('d', 'i', 's', 't'), HB_TAG('a', 'b', 'v', 'm'),
                                          HB_TAG('b', 'l', 'w', 'm'), HB_TAG_NONE};
  const std::array<hb_tag_t, 3> upright{HB_TAG('v', 'e', 'r', 't'), HB_TAG('v', 'r', 't', '2'), HB_TAG_NONE};
  const HbSet touched{hb_set_create()};
  const hb_language_t hb_language = to_hb(language);
  for (const hb_script_t script : {HB_SCRIPT_HAN, HB_SCRIPT_KATAKANA}) {
    const auto scripts = tags(script, hb_language, false);
    const auto languages = tags(script, hb_language, true);
    for (const hb_tag_t table : {HB_OT_TAG_GSUB, HB_OT_TAG_GPOS}) {
      collect(face.hb_face(), table, scripts.data(), languages.data(), features.data(), touched.get());
      if (vertical) {
        collect(face.hb_face(), table, scripts.data(), languages.data(), upright.data(), touched.get());
      }
    }
  }
  hb_codepoint_t glyph = HB_SET_VALUE_INVALID;
  while (hb_set_next(touched.get(), &glyph)) {
    if (glyph < touched_.size() * 64) touched_[glyph / 64] |= std::uint64_t{1} << (glyph % 64);
  }
}

const UntouchedGlyphs& UntouchedGlyphs::of(const font::Face& face, Language language, WritingMode mode) {
  static std::array<hb_user_data_key_t, 10> keys;  // addresses only: never written to
  hb_user_data_key_t* key = &keys[static_cast<std::size_t>(language) * 2 + (mode == WritingMode::vertical ? 1 : 0)];
  hb_face_t* const hb = face.hb_face();
  if (const void* known = hb_face_get_user_data(hb, key)) return *static_cast<const UntouchedGlyphs*>(known);
  auto made = std::make_unique<UntouchedGlyphs>(face, language, mode);
  const auto destroy = [](void* p) { delete static_cast<UntouchedGlyphs*>(p); };
  // If another thread was faster, its table is used and this one is freed.
  if (hb_face_set_user_data(hb, key, made.get(), destroy, false)) return *made.release();
  return *static_cast<const UntouchedGlyphs*>(hb_face_get_user_data(hb, key));
}

}  // namespace banxin::text
