// One face of a font file: metrics in font units and the HarfBuzz objects behind it.
#pragma once

#include <hb.h>

#include <cstdint>
#include <memory>
#include <string>

#include "core/length.hpp"

namespace banxin::font {

/// What kind of outlines the file holds; decides how it is embedded.
enum class Outlines { cff_cid, cff_name, truetype };

class Face {
 public:
  struct Metrics {
    int units_per_em = 1000;
    int ascender = 880, descender = -120, cap_height = 733, x_height = 543;  ///< typographic, font units
  };

  Face(std::string path, unsigned index, hb_face_t* face);
  ~Face();
  Face(const Face&) = delete;
  Face& operator=(const Face&) = delete;

  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] unsigned index() const { return index_; }
  [[nodiscard]] const std::string& postscript_name() const { return postscript_name_; }
  [[nodiscard]] const std::string& family_name() const { return family_name_; }
  [[nodiscard]] int weight() const { return weight_; }         ///< OS/2 usWeightClass
  [[nodiscard]] unsigned licence_bits() const { return fs_type_; }  ///< OS/2 fsType
  [[nodiscard]] Outlines outlines() const { return outlines_; }
  [[nodiscard]] const Metrics& metrics() const { return metrics_; }
  [[nodiscard]] hb_face_t* hb_face() const { return face_; }
  [[nodiscard]] hb_font_t* hb_font() const { return font_; }  ///< scale = units per em; immutable, thread-safe
  /// Glyph of a character, 0 if the face has none. Thread-safe.
  [[nodiscard]] std::uint16_t glyph(char32_t character, char32_t variation_selector = 0) const;
  /// Horizontal advance, font units.
  [[nodiscard]] int advance(std::uint16_t glyph) const;
  [[nodiscard]] Length advance(std::uint16_t glyph, Length size) const {
    return Length::scaled(size, advance(glyph), metrics_.units_per_em);
  }

 private:
  std::string path_;
  unsigned index_;
  hb_face_t* face_;
  hb_font_t* font_;
  std::string postscript_name_, family_name_;
  int weight_ = 400;
  unsigned fs_type_ = 0;
  Outlines outlines_ = Outlines::truetype;
  Metrics metrics_;
};

}  // namespace banxin::font
