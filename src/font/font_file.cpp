#include "font/font_file.hpp"

#include <hb-ot.h>

#include <algorithm>

#include "font/sfnt.hpp"

namespace banxin::font {
namespace {

FaceRecord describe(hb_face_t* face, unsigned index) {
  FaceRecord record;
  record.index = index;
  record.family = english_name(face, HB_OT_NAME_ID_TYPOGRAPHIC_FAMILY);
  if (record.family.empty()) record.family = english_name(face, HB_OT_NAME_ID_FONT_FAMILY);
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
  unsigned length = hb_ot_name_get_utf8(face, name_id, hb_language_from_string("en", 2), nullptr, nullptr);
  if (length == 0) return {};
  std::string text(length, '\0');
  unsigned room = length + 1;  // HarfBuzz ends the text with a NUL
  hb_ot_name_get_utf8(face, name_id, hb_language_from_string("en", 2), &room, text.data());
  return text;
}

bool same_family(std::string_view a, std::string_view b) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](char x, char y) { return lower(x) == lower(y); });
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
    // A face that lost its tables to truncation has no glyphs left or no characters.
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
  const auto found = std::find_if(faces_.begin(), faces_.end(),
                                  [&](const FaceRecord& record) { return same_family(record.family, family); });
  return found == faces_.end() ? nullptr : &*found;
}

hb_face_t* FontFile::create_face(unsigned index) const { return hb_face_create(blob_, index); }

}  // namespace banxin::font
