// One face of a font file: metrics in font units and its HarfBuzz objects.
#pragma once

#include <hb.h>

#include <cstdint>
#include <memory>
#include <string>

#include "core/length.hpp"
#include "graphics/path.hpp"

namespace banxin::font {

/// The kind of outlines of the file; decides how it is embedded.
enum class Outlines { cff_cid, cff_name, truetype };

class Face {
 public:
  struct Metrics {
    int units_per_em = 1000;
    int ascender = 880, descender = -120, cap_height = 733, x_height = 543;  ///< typographic, font units
    int underline_position = -100,
        underline_thickness = 50;  ///< center of the line below the baseline (negative), font units
  };
  /// A box around a glyph's outline, font units, y up; all zero for a blank glyph. It includes the control points of
  /// curves, so it may be slightly larger than the ink.
  struct Bounds {
    int x_min = 0, y_min = 0, x_max = 0, y_max = 0;
    bool operator==(const Bounds&) const = default;
  };
  /// Vertical metrics of a glyph: the vertical origin relative to the horizontal one, and the (negative) advance.
  struct Vertical {
    int origin_x = 0, origin_y = 0, advance = 0;
    bool operator==(const Vertical&) const = default;
  };

  /// Takes over the reference to `face`.
  Face(std::string path, unsigned index, hb_face_t* face);
  ~Face();
  Face(const Face&) = delete;
  Face& operator=(const Face&) = delete;

  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] unsigned index() const { return index_; }
  [[nodiscard]] const std::string& postscript_name() const { return postscript_name_; }
  [[nodiscard]] const std::string& family_name() const { return family_name_; }
  [[nodiscard]] int weight() const { return weight_; }  ///< OS/2 usWeightClass
  [[nodiscard]] bool italic() const { return italic_; }
  [[nodiscard]] double italic_angle() const {
    return italic_angle_;
  }  ///< degrees, post table; leaning right is negative
  [[nodiscard]] bool fixed_pitch() const { return fixed_pitch_; }
  [[nodiscard]] unsigned license_bits() const { return fs_type_; }  ///< OS/2 fsType
  [[nodiscard]] Outlines outlines() const { return outlines_; }
  [[nodiscard]] const Metrics& metrics() const { return metrics_; }
  [[nodiscard]] unsigned glyph_count() const { return glyph_count_; }
  [[nodiscard]] hb_face_t* hb_face() const { return face_; }
  [[nodiscard]] hb_font_t* hb_font() const { return font_; }  ///< scale = units per em; immutable, thread-safe
  /// Glyph of a character, 0 if the face has none. With a selector: 0 unless the face has that variation
  /// sequence. Thread-safe.
  [[nodiscard]] std::uint16_t glyph(char32_t character, char32_t variation_selector = 0) const;
  /// Horizontal advance, font units.
  [[nodiscard]] int advance(std::uint16_t glyph) const;
  [[nodiscard]] Length advance(std::uint16_t glyph, Length size) const {
    return Length::scaled(size, advance(glyph), metrics_.units_per_em);
  }
  [[nodiscard]] Vertical vertical(std::uint16_t glyph) const;
  [[nodiscard]] Bounds glyph_bounds(std::uint16_t glyph) const;
  /// The glyph's outline at a size, pen position on the baseline at the origin, y down; quadratic curves are raised to
  /// cubic ones. Empty for a blank glyph. Overlapping contours: fill by the non-zero rule.
  [[nodiscard]] graphics::Path outline(std::uint16_t glyph, Length size) const;

 private:
  struct Cache;
  void read_metrics();

  std::string path_;
  unsigned index_;
  hb_face_t* face_;
  hb_font_t* font_;
  std::string postscript_name_, family_name_;
  int weight_ = 400;
  bool italic_ = false, fixed_pitch_ = false;
  double italic_angle_ = 0;
  unsigned fs_type_ = 0, glyph_count_ = 0;
  Outlines outlines_ = Outlines::truetype;
  Metrics metrics_;
  std::unique_ptr<Cache> cache_;
};

}  // namespace banxin::font
