#include "pdf/font/type0_font.hpp"

#include "pdf/object/number.hpp"

namespace banxin::pdf {

namespace {

std::string number(double value) {
  std::string out;
  append_number(out, value, 3);
  return out;
}

std::string name(std::string_view value) {
  std::string out;
  append_name(out, value);
  return out;
}

Ref add_stream(ObjectWriter& writer, std::string entries, std::string data) {
  const Ref ref = writer.allocate();
  writer.stream(ref, std::move(entries) + "/Filter/FlateDecode", std::move(data));
  return ref;
}

Ref add_descriptor(const EncodedFont& encoded, std::string program, ObjectWriter& writer) {
  const FontProgram& font = encoded.font;
  const FontDescriptorValues& d = font.descriptor;
  std::string out = "/Type/FontDescriptor/FontName" + name(font.base_font) + "/Flags " + std::to_string(d.flags) +
                    "/FontBBox[" + number(d.x_min) + " " + number(d.y_min) + " " + number(d.x_max) + " " +
                    number(d.y_max) + "]/ItalicAngle " + number(d.italic_angle) + "/Ascent " + number(d.ascent) +
                    "/Descent " + number(d.descent) + "/CapHeight " + number(d.cap_height) + "/StemV " +
                    number(d.stem_v);
  if (font.kind == FontFileKind::cff) {
    out += "/FontFile3 " + text(add_stream(writer, "/Subtype/CIDFontType0C", std::move(program)));
  } else {
    out += "/FontFile2 " +
           text(add_stream(writer, "/Length1 " + std::to_string(encoded.program_size), std::move(program)));
  }
  const Ref ref = writer.allocate();
  writer.dictionary(ref, std::move(out));
  return ref;
}

}  // namespace

EncodedFont encode_font(FontProgram font, Deflater& deflate) {
  EncodedFont encoded{std::move(font), 0};
  encoded.program_size = encoded.font.program.size();
  encoded.font.program = deflate(encoded.font.program);
  encoded.font.to_unicode = deflate(encoded.font.to_unicode);
  if (!encoded.font.cid_to_gid.empty()) encoded.font.cid_to_gid = deflate(encoded.font.cid_to_gid);
  return encoded;
}

void write_font(EncodedFont encoded, graphics::FaceId face, const std::map<FontKey, Ref>& refs, ObjectWriter& writer) {
  FontProgram& font = encoded.font;
  const bool vertical = refs.contains({face, true});
  const Ref descriptor = add_descriptor(encoded, std::move(font.program), writer);
  std::string system = "/CIDSystemInfo<</Registry";
  append_text(system, font.system.registry);
  system += "/Ordering";
  append_text(system, font.system.ordering);
  system += "/Supplement " + std::to_string(font.system.supplement) + ">>";
  std::string out = std::string("/Type/Font/Subtype/") +
                    (font.kind == FontFileKind::cff ? "CIDFontType0" : "CIDFontType2") + "/BaseFont" +
                    name(font.base_font) + system + "/FontDescriptor " + text(descriptor) + "/DW " +
                    std::to_string(font.default_width);
  if (!font.widths.empty()) out += "/W" + font.widths;
  if (vertical && !font.vertical_default.empty()) out += "/DW2" + font.vertical_default;
  if (vertical && !font.vertical_widths.empty()) out += "/W2" + font.vertical_widths;
  if (font.kind == FontFileKind::truetype) {
    out += font.cid_to_gid.empty() ? "/CIDToGIDMap/Identity"
                                   : "/CIDToGIDMap " + text(add_stream(writer, "", std::move(font.cid_to_gid)));
  }
  const Ref descendant = writer.allocate();
  writer.dictionary(descendant, std::move(out));
  const Ref to_unicode = add_stream(writer, "", std::move(font.to_unicode));
  for (const bool mode : {false, true}) {
    const auto at = refs.find({face, mode});
    if (at == refs.end()) continue;
    writer.dictionary(at->second, "/Type/Font/Subtype/Type0/BaseFont" + name(font.type0_name(mode)) + "/Encoding" +
                                      (mode ? "/Identity-V" : "/Identity-H") + "/DescendantFonts[" + text(descendant) +
                                      "]/ToUnicode " + text(to_unicode));
  }
}

}  // namespace banxin::pdf
