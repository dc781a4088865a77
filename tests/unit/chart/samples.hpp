// Charts to draw in tests: data of the kinds that reports print, and what a drawing is made of.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "chart/canvas.hpp"
#include "chart/chart.hpp"

namespace banxin::chart::samples {

using Values = std::vector<std::pair<std::string, double>>;

model::Series series(const std::string& name, const Values& values);
model::Chart chart(const std::string& kind, std::vector<model::Series> series);
void highlight(model::Chart& chart, const std::string& label);
void event(model::Chart& chart, const std::string& at, const std::string& label);

model::Chart industries();  ///< bars, ten, one highlighted
model::Chart cities();      ///< bars with a bracket over two rows
model::Chart pay();         ///< bars with a reference line
model::Chart growth();      ///< four years of rates
model::Chart heat();        ///< thirteen months with three events
model::Chart ages();        ///< facing pair
model::Chart education();   ///< doughnut, two slices summed in the middle
model::Chart experience();  ///< share with nested brackets
model::Chart jobs();        ///< two rankings
model::Chart products();    ///< map
/// One of each kind and use, with names for messages.
std::vector<std::pair<std::string, model::Chart>> all();

const font::Library& fonts();
Theme theme();
Drawing draw(const model::Chart& chart, double width, double height, Diagnostics& diagnostics);

/// A glyph run as a box from the top of its figures to the baseline.
struct Lettering {
  std::string text;
  Box box;
  double size;
};
std::vector<Lettering> lettering(const graphics::DisplayList& items);
/// Bounds of the filled shapes in one color, in the order they are drawn.
std::vector<Box> filled(const graphics::DisplayList& items, const Color& color);

}  // namespace banxin::chart::samples
