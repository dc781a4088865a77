// The frame that vertical columns share: slots of one width, names and notes below the base line.
#pragma once

#include <vector>

#include "chart/labels.hpp"

namespace banxin::chart {

class ColumnFrame {
 public:
  /// Where columns stand so close that their names have no room, some are named only: those that are highlighted, the
  /// first of the largest, and others at an even pace.
  ColumnFrame(const Canvas& canvas, const model::Chart& chart);

  [[nodiscard]] double slot() const { return slot_; }      ///< distance of the columns
  [[nodiscard]] double column() const { return column_; }  ///< their width
  [[nodiscard]] double base() const { return base_; }      ///< where names begin; columns stand on or above it
  [[nodiscard]] double left(std::size_t index) const { return center(index) - column_ / 2; }
  [[nodiscard]] double center(std::size_t index) const { return slot_ * (static_cast<double>(index) + 0.5); }

  [[nodiscard]] bool named(std::size_t index) const { return named_[index]; }
  /// Its value is printed: where columns stand close, at those that matter only.
  [[nodiscard]] bool valued(std::size_t index) const { return valued_[index]; }
  /// The middle of a label of this width at a column, moved inside of the room at its ends.
  [[nodiscard]] double middle(std::size_t index, double width) const;
  [[nodiscard]] double room() const { return slot_ * static_cast<double>(pace_); }  ///< for a name or a value

  /// Warns (B539) if not all are named.
  void draw_names(Canvas& canvas, const model::Chart& chart) const;

 private:
  void choose_names(const Canvas& canvas, const model::Chart& chart);

  const model::Series& series_;
  std::vector<bool> named_, valued_;
  std::size_t pace_ = 1;  ///< of the names, in columns
  text::TextStyle name_style_, strong_style_, note_style_;
  double width_ = 0, slot_ = 0, column_ = 0, base_ = 0;
  double name_baseline_ = 0, note_baseline_ = 0;
};

Kind::Heights column_heights(const model::Chart& chart, Length width, const Context& context);

}  // namespace banxin::chart
