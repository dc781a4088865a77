// Writes glyphs as text objects (ISO 32000-1, 9.4), positioned within half of 1/1000 em, without drift along the line.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pdf/content/canvas.hpp"
#include "pdf/content/text_line.hpp"

namespace banxin::pdf {

/// Writes cells into a canvas. The text object stays open between lines until `end`.
class TextPainter {
 public:
  explicit TextPainter(Canvas& canvas) : canvas_(canvas) {}
  /// Character spacing from now on, points.
  void set_spacing(double points);
  /// Sets font, colors and mode of the cell's run and moves to the cell unless the pen is there; shows the
  /// glyph.
  void show(const Cell& cell);
  /// Closes the text object, if one is open.
  void end();

 private:
  void flush();  ///< writes the pending glyphs
  void start_run(const graphics::GlyphRun& run);
  void move_to(const Cell& cell);

  Canvas& canvas_;
  const graphics::GlyphRun* run_ = nullptr;
  bool open_ = false;
  std::int64_t origin_x_ = 0, origin_y_ = 0;  // of the text line matrix, 1/1000 pt
  double pen_x_ = 0, pen_y_ = 0;              // pt, position of the next glyph
  bool pen_known_ = false;
  double spacing_ = 0;
  std::string shown_;  // contents of a TJ array
  bool string_open_ = false, adjusted_ = false;
};

}  // namespace banxin::pdf
