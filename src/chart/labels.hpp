// Labels that must find room: shrunk or wrapped to a width, spread along an edge, placed among obstacles.
#pragma once

#include <string_view>
#include <vector>

#include "chart/canvas.hpp"

namespace banxin::chart {

/// One or two lines of a label.
struct Block {
  std::vector<text::Label> lines;
  double width = 0;    ///< of the widest line, pt
  double leading = 0;  ///< baseline to baseline, pt
  double cap_height = 0;
  [[nodiscard]] double height() const {
    return cap_height + leading * static_cast<double>(lines.empty() ? 0 : lines.size() - 1);
  }
};

/// What becomes of a label that does not fit at 7 pt: a name is cut and ends in an ellipsis, with a warning (B540)
/// where its place is known; a number is never cut.
enum class Long { cut, keep };

/// Sets `text` within `width`: on one line if it fits, else a little smaller, else on up to `most_lines` lines,
/// else smaller still, but never below 7 pt.
Block fit(const Canvas& canvas, std::string_view text, const text::TextStyle& style, double width, int most_lines,
          Span span = {}, Long when_long = Long::cut);

/// Places a block so that its lines look centerd on `y`.
void place(Canvas& canvas, Block block, double x, double y, Anchor anchor);
/// Places a block so that its first line stands on `baseline`.
void place_below(Canvas& canvas, Block block, double x, double baseline, Anchor anchor);

/// Numbers that stand under each other, aligned on the decimal: the widths either side of it.
struct NumberColumn {
  double whole = 0, rest = 0;
  [[nodiscard]] double width() const { return whole + rest; }
  void take(const Canvas& canvas, const std::string& printed, const text::TextStyle& style);
};
/// Sets a number so that its decimal falls on the column whose right edge is `right`.
void place_number(Canvas& canvas, const NumberColumn& column, const std::string& printed, const text::TextStyle& style,
                  double right, double y, Span span);

/// Moves labels along an edge apart: each of `extents` wide, as near as can be to its wish, in order, inside
/// [low, high]. If they cannot all fit they are spaced evenly. Returns their centers.
std::vector<double> spread(const std::vector<double>& wishes, const std::vector<double>& extents, double low,
                           double high);

}  // namespace banxin::chart
