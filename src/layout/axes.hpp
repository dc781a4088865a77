// The two axes of a writing mode. Layout counts along the line (`inline`) and across the lines (`block`);
// in vertical setting lines run down and follow each other leftwards, from the frame's top right corner.
#pragma once

#include "core/geometry.hpp"
#include "core/language.hpp"

namespace banxin::layout {

struct Axes {
  WritingMode mode = WritingMode::horizontal;

  [[nodiscard]] bool vertical() const { return mode == WritingMode::vertical; }
  /// The step on the page for a step along the line and across the lines.
  [[nodiscard]] Point offset(Length along, Length across) const {
    return vertical() ? Point{-across, along} : Point{along, across};
  }
  [[nodiscard]] Rect rect(Length along, Length across, Length measure, Length depth) const {
    return vertical() ? Rect{-(across + depth), along, depth, measure} : Rect{along, across, measure, depth};
  }
  [[nodiscard]] Length measure_of(Size size) const { return vertical() ? size.height : size.width; }
  [[nodiscard]] Length depth_of(Size size) const { return vertical() ? size.width : size.height; }
  /// Where a frame's first line starts.
  [[nodiscard]] Point start_of(const Rect& frame) const {
    return vertical() ? Point{frame.right(), frame.top()} : frame.origin();
  }
};

}  // namespace banxin::layout
