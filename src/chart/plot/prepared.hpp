// The rows of a plot with their places: categories, stacks, scales and colors, the same for all its small multiples.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "chart/chart.hpp"
#include "chart/plot/value_scale.hpp"

namespace banxin::chart::plot {

/// A datum as it is drawn: from `low` to `high`, which differ from 0 and its value where it is stacked.
struct Piece {
  const model::Datum* datum = nullptr;
  double at = 0;  ///< index of its category, or its place in time or among numbers
  double low = 0, high = 0;
};

struct Strip {
  const model::Series* series = nullptr;
  std::size_t key = 0;  ///< index of what its color means
  std::vector<Piece> pieces;
};

struct Prepared {
  std::vector<const Spanned<std::string>*> categories;
  std::vector<const model::Series*> keys;  ///< the first series of each color
  std::vector<Strip> strips;
  double first = 0, last = 1;  ///< of x, if it is no category
  double interval = 1;         ///< least distance of two x
  ValueScale scales[2];        ///< left, right
  bool dual = false;
  bool normalized = false;  ///< parts of 100
  std::string titles[2];    ///< of the axes of y
};

/// `steps`: about how many ticks an axis of numbers has.
Prepared prepare(const model::Chart& chart, int steps);

/// The color of key `index`, distinct in lightness too.
Color key_color(const Theme& theme, std::size_t index);

}  // namespace banxin::chart::plot
