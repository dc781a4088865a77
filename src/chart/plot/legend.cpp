#include "chart/plot/legend.hpp"

#include <algorithm>

#include "chart/labels.hpp"

namespace banxin::chart::plot {

double draw_legend(Canvas& canvas, const model::Chart& chart, const Prepared& plot, bool dry) {
  const Theme& theme = canvas.theme();
  const double size = theme.category.size.to_pt(), line = size * 1.6, swatch = size * 0.8, gap = size * 0.4;
  double x = 0, y = line / 2;
  for (std::size_t i = 0; i < plot.keys.size(); ++i) {
    const model::Series& series = *plot.keys[i];
    Block name =
        fit(canvas, series.key, theme.category, canvas.width() - swatch - gap, 1, dry ? Span{} : series.name.span);
    const double width = swatch + gap + name.width;
    if (x > 0 && x + width > canvas.width()) {
      x = 0;
      y += line;
    }
    if (!dry) {
      const Color color = key_color(theme, i);
      if (chart.plot->layers[series.layer].mark == "line") {
        canvas.rule(x, y, x + swatch, y, color, theme.line.to_pt());
      } else {
        canvas.bar({x, y - swatch / 2, swatch, swatch}, BarEnd::none, color);
      }
      place(canvas, std::move(name), x + swatch + gap, y, Anchor::start);
    }
    x += width + size * 1.4;
  }
  return y + line;
}

}  // namespace banxin::chart::plot
