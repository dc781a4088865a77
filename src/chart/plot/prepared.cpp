#include "chart/plot/prepared.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <string_view>

namespace banxin::chart::plot {

namespace {

using model::Plot;

bool stacked(const Plot::PlotLayer& layer) {
  return (layer.mark == "bar" || layer.mark == "area") && layer.stack != "none" && !layer.grouped;
}

/// Puts the series of one layer and small multiple on top of each other.
void stack(std::vector<Strip*> strips, const std::string& how) {
  if (strips.empty()) return;
  struct Ends {
    double up = 0, down = 0, total = 0;
  };
  std::map<double, Ends> ends;
  for (const Strip* strip : strips) {
    for (const Piece& piece : strip->pieces) ends[piece.at].total += std::abs(piece.high);
  }
  for (Strip* strip : strips) {
    for (Piece& piece : strip->pieces) {
      Ends& place = ends[piece.at];
      const double scale = how == "normalize" && place.total > 0 ? 100 / place.total : 1;
      double& end = piece.high < 0 ? place.down : place.up;
      piece.low = end;
      end += piece.high * scale;
      piece.high = end;
    }
  }
  if (how != "center") return;
  for (Strip* strip : strips) {
    for (Piece& piece : strip->pieces) {
      const Ends& place = ends[piece.at];
      const double middle = (place.up + place.down) / 2;
      piece.low -= middle;
      piece.high -= middle;
    }
  }
}

void collect(const model::Chart& chart, Prepared& out) {
  std::unordered_map<std::string_view, std::size_t> categories;
  std::unordered_map<std::string_view, std::size_t> keys;
  const bool band = chart.plot->position == Plot::Position::band;
  for (const model::Series& series : chart.series) {
    const auto [key, fresh] = keys.emplace(series.key, out.keys.size());
    if (fresh) out.keys.push_back(&series);
    Strip& strip = out.strips.emplace_back();
    strip.series = &series;
    strip.key = key->second;
    for (const model::Datum& datum : series.data) {
      double at = datum.at;
      if (band) {
        const auto [category, added] = categories.emplace(*datum.label, out.categories.size());
        if (added) out.categories.push_back(&datum.label);
        at = static_cast<double>(category->second);
      }
      strip.pieces.push_back({&datum, at, 0, *datum.value});
    }
    if (band) {
      std::stable_sort(strip.pieces.begin(), strip.pieces.end(),
                       [](const Piece& a, const Piece& b) { return a.at < b.at; });
    }
  }
}

void measure_x(Prepared& out) {
  std::vector<double> places;
  for (const Strip& strip : out.strips) {
    for (const Piece& piece : strip.pieces) places.push_back(piece.at);
  }
  if (places.empty()) return;
  std::sort(places.begin(), places.end());
  out.first = places.front();
  out.last = places.back();
  out.interval = std::max(1.0, out.last - out.first);
  for (std::size_t i = 1; i < places.size(); ++i) {
    if (places[i] > places[i - 1]) out.interval = std::min(out.interval, places[i] - places[i - 1]);
  }
  if (out.last <= out.first) {
    out.first -= 0.5;
    out.last += 0.5;
  }
}

ValueScale scale_of(const model::Chart& chart, const Prepared& plot, bool right, int steps) {
  double low = std::numeric_limits<double>::infinity(), high = -low;
  bool bars = false, dots = true;
  const model::ScaleSpec* spec = nullptr;
  bool normalized = false;
  for (const Strip& strip : plot.strips) {
    const Plot::PlotLayer& layer = chart.plot->layers[strip.series->layer];
    if (plot.dual && layer.right != right) continue;
    if (!spec) spec = &layer.scale;
    bars = bars || layer.mark == "bar" || layer.mark == "area";
    dots = dots && layer.mark == "point";
    normalized = normalized || (stacked(layer) && layer.stack == "normalize");
    for (const Piece& piece : strip.pieces) {
      low = std::min({low, piece.high, bars ? piece.low : piece.high});
      high = std::max({high, piece.high, bars ? piece.low : piece.high});
    }
  }
  if (!spec || low > high) return value_scale(ScaleType::linear, 0, 1, steps, true);
  for (const model::Annotation& note : chart.annotations) {
    if (!note.line || right) continue;
    low = std::min(low, *note.line);
    high = std::max(high, *note.line);
  }
  const ScaleType type = scale_type(spec->type);
  // A line far from zero shows its changes; near it, zero costs little and keeps the proportion.
  const bool zero = bars || spec->zero.value_or(!dots && low >= 0 && low < high * 0.5);
  if (zero && type != ScaleType::log) {
    low = std::min(low, 0.0);
    high = std::max(high, 0.0);
  }
  if (normalized && low >= 0) return value_scale(type, 0, 100, 5, false);
  bool nice = true;
  if (spec->domain.size() == 2) {
    low = spec->domain[0];
    high = spec->domain[1];
    nice = false;
  } else {
    if (chart.minimum) low = *chart.minimum;
    if (chart.maximum) high = *chart.maximum;
    nice = !chart.minimum && !chart.maximum;
  }
  return value_scale(type, low, high, steps, nice);
}

std::string title_of(const model::Chart& chart, const Prepared& plot, bool right) {
  std::string title;
  for (const Plot::PlotLayer& layer : chart.plot->layers) {
    if (plot.dual && layer.right != right) continue;
    if (layer.title.empty() || title.find(layer.title) != std::string::npos) continue;
    title += (title.empty() ? "" : " / ") + layer.title;
  }
  return title;
}

}  // namespace

Prepared prepare(const model::Chart& chart, int steps) {
  Prepared out;
  collect(chart, out);
  std::map<std::pair<std::size_t, std::size_t>, std::vector<Strip*>> stacks;
  for (Strip& strip : out.strips) {
    if (stacked(chart.plot->layers[strip.series->layer])) {
      stacks[{strip.series->layer, strip.series->facet}].push_back(&strip);
    }
  }
  for (const auto& [place, strips] : stacks)
    out.normalized = out.normalized || chart.plot->layers[place.first].stack == "normalize";
  for (auto& [place, strips] : stacks) stack(std::move(strips), chart.plot->layers[place.first].stack);
  if (chart.plot->position != Plot::Position::band) measure_x(out);
  if (chart.plot->position == Plot::Position::number) {
    const ValueScale round = value_scale(ScaleType::linear, out.first, out.last, 6, true);
    out.first = round.low;
    out.last = round.high;
  }
  const auto right = [](const Plot::PlotLayer& layer) { return layer.right; };
  const auto& layers = chart.plot->layers;
  out.dual = std::any_of(layers.begin(), layers.end(), right) && !std::all_of(layers.begin(), layers.end(), right);
  for (const bool side : {false, true}) {
    out.scales[side] = scale_of(chart, out, side, steps);
    out.titles[side] = title_of(chart, out, side);
  }
  return out;
}

Color key_color(const Theme& theme, std::size_t index) {
  const Color colors[] = {theme.primary,
                          theme.highlight,
                          mix(theme.primary, theme.ground, 0.55),
                          theme.grey,
                          mix(theme.primary, theme.ink, 0.6),
                          mix(theme.highlight, theme.ground, 0.5),
                          theme.accent,
                          mix(theme.grey, theme.ground, 0.55)};
  return colors[index % std::size(colors)];
}

}  // namespace banxin::chart::plot
