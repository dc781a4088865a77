#include "text/decorations.hpp"

#include <algorithm>

namespace banxin::text {
namespace {

using C = CharacterClass;
using graphics::Path;

graphics::Item shape(Path path, const TextStyle& style, Length stroke, Span span) {
  graphics::Paint paint;
  paint.source = style.colour;
  paint.opacity = style.opacity;
  graphics::Shape s;
  s.path = std::move(path);
  if (stroke > Length{}) {
    graphics::Stroke line;
    line.paint = paint;
    line.width = stroke;
    s.stroke = line;
  } else {
    s.fill = paint;
  }
  graphics::Item item;
  item.what = std::move(s);
  item.span = span;
  return item;
}

/// A wave of whole periods, about half an em each.
Path wave(Length from, Length to, Length y, Length size) {
  Path p;
  const Length length = to - from;
  const int periods = std::max(1, static_cast<int>(length / (size * 0.5) + 0.5));
  const Length half = length / (2 * periods);
  const Length height = size * 0.05;
  p.move_to({from, y});
  for (int i = 0; i < 2 * periods; ++i) {
    const Length x = from + half * i;
    const Length crest = i % 2 == 0 ? y - height : y + height;
    const Length end = i + 1 == 2 * periods ? to : x + half;
    p.cubic_to({x + half * 0.36, crest}, {end - half * 0.36, crest}, {end, y});
  }
  return p;
}

class Decorator {
 public:
  Decorator(const Setting& setting, Line& line) : s_(setting), line_(line) {}

  void operator()(const Extent& e) {
    const Run& run = s_.runs[e.run];
    const TextStyle& style = run.style;
    const Length from = Length::units(e.from), to = Length::units(e.to);
    if (run.link != 0) line_.links.push_back({run.link, {from, -line_.ascent, to - from, line_.ascent + line_.descent}});
    // Below the em box (its foot lies 0.12 em under the baseline): first the line, then the dots.
    Length foot = style.size * 0.16;
    if (style.sideline != Sideline::none) foot = sideline(e, style, from, to, foot);
    if (style.emphasis == EmphasisMark::dot) dots(e, style, foot);
  }

 private:
  Length sideline(const Extent& e, const TextStyle& style, Length from, Length to, Length foot) {
    // Neighbouring names keep separate lines.
    const Length inset = style.sideline == Sideline::underline ? Length{} : style.size * 0.06;
    const Length thickness = style.size * 0.05;
    const Length y = foot + style.size * 0.05;
    Path p;
    if (style.sideline == Sideline::book_title) p = wave(from + inset, to - inset, y, style.size);
    else p.move_to({from + inset, y}).line_to({to - inset, y});
    line_.items.push_back(shape(std::move(p), style, thickness, span(e)));
    const Length bottom = y + style.size * 0.06;
    line_.descent = std::max(line_.descent, bottom + thickness);
    return bottom;
  }

  void dots(const Extent& e, const TextStyle& style, Length foot) {
    Path p;
    const Length radius = style.size * 0.08;
    const Length y = foot + radius + style.size * 0.03;
    for (const Extent::Place& place : e.clusters) {
      const C c = s_.clusters[place.cluster].character_class;
      if (!is_han(c) && !is_alphabetic(c) && c != C::fullwidth_digit && c != C::fullwidth_letter && c != C::hangul) continue;
      p.circle({Length::units((place.from + place.to) / 2), y}, radius);
    }
    if (p.empty()) return;
    line_.items.push_back(shape(std::move(p), style, Length{}, span(e)));
    line_.descent = std::max(line_.descent, y + radius);
  }

  [[nodiscard]] Span span(const Extent& e) const {
    const std::uint32_t begin = s_.clusters[e.clusters.front().cluster].byte;
    return s_.span(begin, s_.end_byte(e.clusters.back().cluster));
  }

  const Setting& s_;
  Line& line_;
};

}  // namespace

void decorate(const Setting& setting, const std::vector<Extent>& extents, Line& line) {
  Decorator one(setting, line);
  for (const Extent& e : extents) one(e);
}

}  // namespace banxin::text
