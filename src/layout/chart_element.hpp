// A chart with its title line, drawing and note. It grows into the remaining space.
#pragma once

#include "chart/chart.hpp"
#include "layout/chart_table.hpp"
#include "layout/paragraph_element.hpp"
#include "layout/setting.hpp"

namespace banxin::layout {

class ChartElement : public Element {
 public:
  struct Parts {
    std::unique_ptr<ParagraphElement> title;  ///< may be null
    std::unique_ptr<ParagraphElement> unit;   ///< at the far end of the title's line; may be null
    std::unique_ptr<ParagraphElement> note;   ///< under the drawing; may be null
    std::unique_ptr<Element> provenance;      ///< printed at the foot of the page; may be null
    std::string icon;
    graphics::NodeId figure = 0;   ///< the structure element
    graphics::NodeId content = 0;  ///< node of the drawing's items, except those of the table's cells
    ChartTable table;
    double shared_maximum = 0;  ///< of the charts that share the scale
  };

  ChartElement(model::Chart chart, Parts parts, const Setting& setting, Axes axes);

  [[nodiscard]] Piece place(const Constraints& constraints, const Break& from, Diagnostics& diagnostics) const override;
  /// In vertical mode a chart stays horizontal and its width is fixed, so it does not grow.
  [[nodiscard]] bool grows() const override { return !axes_.vertical(); }
  [[nodiscard]] Length max_depth(Length measure) const override;

  /// The measure left for the title next to its icon and unit.
  [[nodiscard]] Length title_measure(Length measure) const;

 private:
  [[nodiscard]] chart::Context context(Diagnostics& diagnostics) const;
  [[nodiscard]] Length icon_size() const;
  /// Title, drawing and note below each other, in both writing modes.
  Piece place_upright(const Constraints& constraints, Diagnostics& diagnostics) const;
  Piece place_in_vertical(const Constraints& constraints, Diagnostics& diagnostics) const;
  [[nodiscard]] graphics::Item blank(Diagnostics& diagnostics) const;

  model::Chart chart_;
  std::string name_;  ///< for messages
  Parts parts_;
  const Setting& setting_;
  Axes axes_;
  const style::BlockStyle& style_;
  const style::BlockStyle& title_style_;
};

}  // namespace banxin::layout
