#include "font/font_file.hpp"

#include <hb-ot.h>

#include <algorithm>

#include "font/sfnt.hpp"

namespace banxin::font {
namespace {

std::string name_in(hb_face_t* face, unsigned name_id, hb_language_t language) {
  const unsigned length = hb_ot_name_get_utf8(face, name_id, language, nullptr, nullptr);
  if (length == 0) return {};
  std::string text(length, '\0');
  unsigned capacity = length + 1;  // HarfBuzz ends the text with a NUL
  hb_ot_name_get_utf8(face, name_id, language, &capacity, text.data());
  return text;
}

/// The face's family names in all languages, the typographic ones first.
std::vector<std::string> family_names(hb_face_t* face) {
  std::vector<std::string> names;
  unsigned count = 0;
  const hb_ot_name_entry_t* entries = hb_ot_name_list_names(face, &count);
  for (const unsigned wanted : {HB_OT_NAME_ID_TYPOGRAPHIC_FAMILY, HB_OT_NAME_ID_FONT_FAMILY}) {
    for (unsigned i = 0; i < count; ++i) {
      if (entries[i].name_id != wanted) continue;
      std::string name = name_in(face, wanted, entries[i].language);
      if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
    }
  }
  return names;
}

FaceRecord describe(hb_face_t* face, unsigned index) {
  FaceRecord record;
  record.index = index;
  record.family = english_name(face, HB_OT_NAME_ID_TYPOGRAPHIC_FAMILY);
  if (record.family.empty()) record.family = english_name(face, HB_OT_NAME_ID_FONT_FAMILY);
  record.aliases = family_names(face);
  if (record.family.empty() && !record.aliases.empty()) record.family = record.aliases.front();
  std::erase(record.aliases, record.family);
  const Table os2(face, HB_TAG('O', 'S', '/', '2'));
  const Table head(face, HB_TAG('h', 'e', 'a', 'd'));
  if (!os2.empty()) {
    record.weight = os2.u16(4);
    record.italic = (os2.u16(62) & 1) != 0;  // fsSelection bit 0
  } else {
    record.weight = (head.u16(44) & 1) != 0 ? 700 : 400;  // macStyle
    record.italic = (head.u16(44) & 2) != 0;
  }
  return record;
}

}  // namespace

std::string english_name(hb_face_t* face, unsigned name_id) {
  return name_in(face, name_id, hb_language_from_string("en", 2));
}

bool same_family(std::string_view a, std::string_view b) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](char x, char y) { return lower(x) == lower(y); });
}

bool matches_family(const std::string& family, const std::vector<std::string>& aliases, std::string_view name) {
  return same_family(family, name) || std::any_of(aliases.begin(), aliases.end(),
                                                  [&](const std::string& alias) { return same_family(alias, name); });
}

std::shared_ptr<const FontFile> FontFile::open(const std::string& path, std::string& why) {
  hb_blob_t* blob = hb_blob_create_from_file_or_fail(path.c_str());
  if (blob == nullptr) {
    why = "it cannot be opened";
    return nullptr;
  }
  std::shared_ptr<FontFile> file(new FontFile(path, blob));
  const unsigned count = hb_face_count(blob);
  for (unsigned index = 0; index < count; ++index) {
    hb_face_t* face = hb_face_create(blob, index);
    // A face whose tables are truncated has no glyphs or no characters.
    const bool usable = hb_face_get_glyph_count(face) > 0 && !Table(face, HB_TAG('c', 'm', 'a', 'p')).empty() &&
                        !Table(face, HB_TAG('h', 'm', 't', 'x')).empty();
    if (usable) file->faces_.push_back(describe(face, index));
    hb_face_destroy(face);
  }
  if (file->faces_.empty()) {
    why = count == 0 ? "it is not an OpenType or TrueType font" : "its tables are damaged";
    return nullptr;
  }
  return file;
}

FontFile::~FontFile() { hb_blob_destroy(blob_); }

const FaceRecord* FontFile::find(const std::string& family) const {
  const auto found = std::find_if(faces_.begin(), faces_.end(), [&](const FaceRecord& record) {
    return matches_family(record.family, record.aliases, family);
  });
  return found == faces_.end() ? nullptr : &*found;
}

hb_face_t* FontFile::create_face(unsigned index) const { return hb_face_create(blob_, index); }

}  // namespace banxin::font
