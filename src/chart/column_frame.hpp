// The frame that vertical columns share: slots of one width, names and notes below the base line.
#pragma once

#include "chart/labels.hpp"

namespace banxin::chart {

class ColumnFrame {
 public:
  ColumnFrame(const Canvas& canvas, const model::Series& series);

  [[nodiscard]] double slot() const { return slot_; }      ///< distance of the columns
  [[nodiscard]] double column() const { return column_; }  ///< their width
  [[nodiscard]] double base() const { return base_; }      ///< where names begin; columns stand on or above it
  [[nodiscard]] double left(std::size_t index) const { return centre(index) - column_ / 2; }
  [[nodiscard]] double centre(std::size_t index) const { return slot_ * (static_cast<double>(index) + 0.5); }

  void draw_names(Canvas& canvas, const model::Chart& chart) const;

 private:
  const model::Series& series_;
  text::TextStyle name_style_, strong_style_, note_style_;
  double slot_ = 0, column_ = 0, base_ = 0;
  double name_baseline_ = 0, note_baseline_ = 0;
};

Kind::Heights column_heights(const model::Chart& chart, Length width, const Context& context);

}  // namespace banxin::chart
