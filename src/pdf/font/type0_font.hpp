// The objects of an embedded font: Type 0 fonts, their CIDFont, descriptor and streams (ISO 32000-1, 9.7).
#pragma once

#include <map>

#include "pdf/content/resources.hpp"
#include "pdf/font/program.hpp"
#include "pdf/object/deflate.hpp"
#include "pdf/object/object_writer.hpp"

namespace banxin::pdf {

/// The encoded streams of a font; made in parallel.
struct EncodedFont {
  FontProgram font;
  std::size_t program_size = 0;  ///< before encoding
};

/// Replaces the program and the maps by their encoded bytes.
EncodedFont encode_font(FontProgram font, Deflater& deflate);

/// Writes one CIDFont and a Type 0 font for each writing mode in `refs` (allocated, keys of `face`).
void write_font(EncodedFont font, graphics::FaceId face, const std::map<FontKey, Ref>& refs, ObjectWriter& writer);

}  // namespace banxin::pdf
