// The marks of a panel: areas, bars, lines and points.
#include <algorithm>
#include <cmath>

#include "chart/plot/panel.hpp"

namespace banxin::chart::plot {

namespace {

using Points = std::vector<std::pair<double, double>>;

constexpr double resolution = 0.24;  // pt: 300 dots an inch

/// Keeps the first, lowest, highest and last point of each column that print can tell apart: the line looks the same.
Points reduced(const Points& points) {
  if (points.size() < 2000) return points;
  Points kept;
  for (std::size_t begin = 0; begin < points.size();) {
    std::size_t end = begin, low = begin, high = begin;
    while (end < points.size() && points[end].first - points[begin].first < resolution) {
      if (points[end].second < points[low].second) low = end;
      if (points[end].second > points[high].second) high = end;
      ++end;
    }
    std::size_t last = Points::size_type(-1);
    for (const std::size_t at : {begin, std::min(low, high), std::max(low, high), end - 1}) {
      if (at != last) kept.push_back(points[at]);
      last = at;
    }
    begin = end;
  }
  return kept;
}

}  // namespace

void Panel::draw_areas() {
  for (const Strip* strip : strips("area")) {
    if (strip->pieces.empty()) continue;
    const bool right = is_right(*strip->series);
    Points upper, lower;
    for (const Piece& piece : strip->pieces) {
      upper.emplace_back(along(piece.at), across(right, piece.high));
      lower.emplace_back(along(piece.at), across(right, piece.low));
    }
    upper = reduced(upper);
    lower = reduced(lower);
    graphics::Path path;
    path.move_to(to_point(upper.front().first, upper.front().second));
    for (std::size_t i = 1; i < upper.size(); ++i) path.line_to(to_point(upper[i].first, upper[i].second));
    for (auto at = lower.rbegin(); at != lower.rend(); ++at) path.line_to(to_point(at->first, at->second));
    path.close();
    const bool stacked = chart_.plot->layers[strip->series->layer].stack != "none";
    const Color color = key_color(theme_, strip->key);
    canvas_.fill(std::move(path), graphics::Paint{color, stacked ? 1.0 : 0.35, false}, strip->series->name.span);
    Points line = upper;
    graphics::Path edge;
    edge.move_to(to_point(line.front().first, line.front().second));
    for (std::size_t i = 1; i < line.size(); ++i) edge.line_to(to_point(line[i].first, line[i].second));
    graphics::Stroke pen;
    pen.paint = {stacked ? theme_.ground : color, 1, false};
    pen.width = stacked ? Length::pt(0.7) : theme_.line;
    canvas_.stroke(std::move(edge), pen);
  }
}

void Panel::draw_bars() {
  const auto bars = strips("bar");
  if (bars.empty()) return;
  const model::Plot::PlotLayer& layer = chart_.plot->layers[bars.front()->series->layer];
  const std::size_t lanes = layer.grouped ? plot_.keys.size() : 1;
  const double column = std::min(slot() * (layer.grouped ? 0.8 : 0.64), 52.0 * static_cast<double>(lanes));
  const double lane = column / static_cast<double>(lanes);
  const bool several = bars.size() > 1 && !layer.grouped;
  const double gap = lanes > 1 && lane > 6 ? 1 : 0;
  for (const Strip* strip : bars) {
    const bool right = is_right(*strip->series);
    for (const Piece& piece : strip->pieces) {
      const double first =
          along(piece.at) - column / 2 + (layer.grouped ? static_cast<double>(strip->key) * lane : 0) + gap / 2;
      const double a = across(right, piece.low), b = across(right, piece.high);
      const double seam = several && std::abs(a - b) > 2 ? 0.5 : 0;  // paper between the parts of a stack
      const double from = std::min(a, b), length = std::max(0.0, std::abs(a - b) - seam);
      const Box box = horizontal_ ? Box{from, first, length, lane - gap} : Box{first, from, lane - gap, length};
      const bool negative = piece.high < piece.low;
      const BarEnd end = several       ? BarEnd::none
                         : horizontal_ ? (negative ? BarEnd::left : BarEnd::right)
                                       : (negative ? BarEnd::bottom : BarEnd::top);
      const bool marked = std::any_of(chart_.highlight.begin(), chart_.highlight.end(),
                                      [&](const auto& name) { return *name == *piece.datum->label; });
      const Color color = marked && bars.size() == 1 ? theme_.highlight : key_color(theme_, strip->key);
      canvas_.bar(box, end, color, piece.datum->span);
      marks_.push_back(box);
      draw_values(*strip, piece, box, color);
    }
  }
}

void Panel::draw_values(const Strip& strip, const Piece& piece, const Box& bar, const Color& color) {
  const model::Plot::PlotLayer& layer = chart_.plot->layers[strip.series->layer];
  std::string printed = value_format_.print(*piece.datum->value);
  if (plot_.normalized && *piece.datum->value != 0) {
    const double share = std::round(std::abs(piece.high - piece.low) * 10) / 10;
    printed = tick_format({share}, canvas_.context().language).print(share) + "%";
  }
  const bool inside = !layer.grouped && strips("bar").size() > 1;
  const Span span = piece.datum->value.span;
  if (inside) {
    if (plot_.categories.size() * strips("bar").size() > 60 || !strips("line").empty()) return;
    text::Label label = canvas_.label(printed, colored(tick_style_, contrasting(color, theme_)), span);
    if (label.width.to_pt() > bar.width - 3 || bar.height < tick_style_.size.to_pt() * 1.25) return;
    const double baseline = Canvas::baseline_for(label, bar.middle());
    canvas_.place(std::move(label), bar.x + bar.width / 2, baseline, Anchor::middle);
    return;
  }
  if (!values_) return;
  const bool negative = piece.high < piece.low;
  const double size = tick_style_.size.to_pt();
  if (horizontal_) {
    Block number = fit(canvas_, printed, tick_style_, 1e9, 1, span, Long::keep);
    place(canvas_, std::move(number), negative ? bar.x - size * 0.4 : bar.right() + size * 0.4, bar.middle(),
          negative ? Anchor::end : Anchor::start);
    return;
  }
  const double lanes = layer.grouped ? static_cast<double>(plot_.keys.size()) : 1;
  Block number = fit(canvas_, printed, tick_style_, slot() * 0.94 / lanes, 1, span, Long::keep);
  place_below(canvas_, std::move(number), bar.x + bar.width / 2,
              negative ? bar.bottom() + size * 1.15 : bar.y - size * 0.4, Anchor::middle);
}

void Panel::draw_line(const Points& points, const Color& color, std::size_t key, Span span) {
  if (points.empty()) return;
  if (points.size() == 1) {
    const double r = theme_.line.to_pt();
    canvas_.fill(graphics::Path().rounded_rect(to_rect({points[0].first - r, points[0].second - r, 2 * r, 2 * r}),
                                               Length::pt(r)),
                 color, span);
    return;
  }
  const Points kept = reduced(points);
  for (std::size_t i = 1; i < kept.size() && kept.size() < 200; ++i) {
    // Boxes of short pieces follow a slope closely.
    for (int part = 0; part < 8; ++part) {
      const auto [x0, y0] = kept[i - 1];
      const auto [x1, y1] = kept[i];
      const double a = part / 8.0, b = (part + 1) / 8.0, top = y0 + (y1 - y0) * (y1 < y0 ? b : a);
      marks_.push_back({x0 + (x1 - x0) * a, top - 0.5, (x1 - x0) / 8, std::abs(y1 - y0) / 8 + 1});
    }
  }
  graphics::Path path;
  path.move_to(to_point(kept.front().first, kept.front().second));
  for (std::size_t i = 1; i < kept.size(); ++i) path.line_to(to_point(kept[i].first, kept[i].second));
  graphics::Stroke pen;
  pen.paint = {color, 1, false};
  pen.width = kept.size() > 1000 ? Length::pt(0.7) : theme_.line;
  // A legend tells colors apart; in grey, dashes do.
  if (!direct_ && key >= 2) pen.dashes = {Length::pt(key % 2 == 0 ? 4 : 1.6), Length::pt(2)};
  canvas_.stroke(std::move(path), pen, span);
}

void Panel::draw_lines() {
  for (const Strip* strip : strips("line")) {
    const bool right = is_right(*strip->series);
    const Color color = key_color(theme_, strip->key);
    const std::vector<double>& gaps = strip->series->gaps;
    Points run;
    double before = 0;
    for (const Piece& piece : strip->pieces) {
      const bool gap =
          !run.empty() && (band_ ? piece.at - before > 1.5 : std::any_of(gaps.begin(), gaps.end(), [&](double at) {
            return at > before && at < piece.at;
          }));
      if (gap) {
        draw_line(run, color, strip->key, strip->series->name.span);
        run.clear();
      }
      run.emplace_back(along(piece.at), across(right, piece.high));
      before = piece.at;
    }
    draw_line(run, color, strip->key, strip->series->name.span);
  }
}

void Panel::draw_points() {
  for (const Strip* strip : strips("point")) {
    const Color color = key_color(theme_, strip->key);
    const bool right = is_right(*strip->series);
    const double r = strip->pieces.size() > 500 ? 1.2 : 2.4;
    for (const Piece& piece : strip->pieces) {
      const double x = along(piece.at), y = across(right, piece.high);
      // The shape follows the series, so that grey tells them apart too.
      graphics::Path path;
      switch (strip->key % 3) {
        case 0: path.rounded_rect(to_rect({x - r, y - r, 2 * r, 2 * r}), Length::pt(r)); break;
        case 1: path.rect(to_rect({x - r * 0.85, y - r * 0.85, r * 1.7, r * 1.7})); break;
        default:
          path.move_to(to_point(x, y - r * 1.2));
          path.line_to(to_point(x + r * 1.1, y + r * 0.8));
          path.line_to(to_point(x - r * 1.1, y + r * 0.8));
          path.close();
      }
      canvas_.fill(std::move(path), graphics::Paint{color, 0.85, false}, piece.datum->span);
    }
  }
}

}  // namespace banxin::chart::plot
