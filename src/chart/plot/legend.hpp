// A legend: what each color means, in lines above the plot.
#pragma once

#include "chart/canvas.hpp"
#include "chart/plot/prepared.hpp"

namespace banxin::chart::plot {

/// Draws it at the top of the canvas, unless `dry`, and returns its height with the space under it.
double draw_legend(Canvas& canvas, const model::Chart& chart, const Prepared& plot, bool dry);

}  // namespace banxin::chart::plot
