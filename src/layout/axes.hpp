// The axes of a writing mode: along the line (inline axis) and across the lines (block axis). In vertical mode lines
// run from top to bottom and follow each other from right to left, from the frame's top right corner.
#pragma once

#include "core/geometry.hpp"
#include "core/language.hpp"

namespace banxin::layout {

struct Axes {
  WritingMode mode = WritingMode::horizontal;

  [[nodiscard]] bool vertical() const { return mode == WritingMode::vertical; }
  /// The offset on the page of a distance along the line and a distance across the lines.
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
