// One frame of a plot: axes, marks and labels.
#pragma once

#include <string>
#include <vector>

#include "chart/canvas.hpp"
#include "chart/labels.hpp"
#include "chart/plot/prepared.hpp"
#include "chart/plot/time_axis.hpp"

namespace banxin::chart::plot {

class Panel {
 public:
  /// Draws into `box` the rows of one small multiple; with `direct`, names of series are at the ends of their lines.
  Panel(Canvas& canvas, const model::Chart& chart, const Prepared& plot, Box box, std::size_t facet, bool direct);
  void draw();

 private:
  [[nodiscard]] double along(double at) const;                  ///< the point of a place on the axis of positions
  [[nodiscard]] double across(bool right, double value) const;  ///< the point of a value
  [[nodiscard]] double slot() const;
  [[nodiscard]] bool is_right(const model::Series& series) const;
  [[nodiscard]] std::vector<const Strip*> strips(std::string_view mark) const;
  [[nodiscard]] std::string category(std::size_t index) const;

  void choose_values();
  void measure();
  void draw_value_axis();
  void draw_titles();
  void draw_names();
  void draw_names_beside();
  void draw_numbers_below();
  void draw_areas();
  void draw_bars();
  void draw_values(const Strip& strip, const Piece& piece, const Box& bar, const Color& color);
  void draw_lines();
  void draw_line(const std::vector<std::pair<double, double>>& points, const Color& color, std::size_t key, Span span);
  void draw_points();
  void draw_bands();
  void draw_annotations();
  /// The point of the x with this label; reports that there is none.
  bool find_place(const std::string& label, double& at);
  void draw_direct();
  /// Places a label unless it leaves the frame or meets another; candidates in order. Returns whether it was placed.
  bool place_free(const std::string& words, const text::TextStyle& style, Span span,
                  const std::vector<std::pair<double, double>>& candidates, double room);

  Canvas& canvas_;
  const Theme& theme_;
  const model::Chart& chart_;
  const Prepared& plot_;
  Box outer_, box_;
  std::size_t facet_;
  bool direct_;
  bool horizontal_, band_;
  bool values_ = false;  ///< every bar has its number, and the axis of numbers is left out
  text::TextStyle tick_style_, name_style_;
  TickFormat formats_[2], value_format_;
  std::vector<Box> taken_, marks_;  ///< by labels; by marks
  std::vector<std::string> omitted_;
  double size_;
};

}  // namespace banxin::chart::plot
