// The chart theme of a layout: its colors, label styles and stroke weights.
#pragma once

#include "core/color.hpp"
#include "text/style.hpp"

namespace banxin::chart {

struct Theme {
  Color primary, secondary, muted, highlight,
      accent;                            ///< bars; supporting bars; contrast series; the one thing; second hue
  Color ink, grey, rule, ground, panel;  ///< strong text; weak text; hairlines; paper; tinted panel
  text::TextStyle category;              ///< names of bars, months
  text::TextStyle value;                 ///< numbers, tabular
  text::TextStyle strong;                ///< highlighted names and numbers
  text::TextStyle headline;              ///< the one large number
  text::TextStyle small;                 ///< ranks, axis ticks, annotations
  Length hairline, line;                 ///< 0.25 pt and up; curve weight
  Length radius;                         ///< of bar corners
};

}  // namespace banxin::chart
