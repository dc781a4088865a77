#include "text/annotation/decorations.hpp"

#include <algorithm>
#include <cmath>

#include "text/annotation/ruby.hpp"

namespace banxin::text {
namespace {

using C = CharacterClass;
using graphics::Path;

graphics::Item shape(Path path, const TextStyle& style, Length stroke, Span span) {
  graphics::Paint paint;
  paint.source = style.color;
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

class Decorator {
 public:
  Decorator(const ShapedText& shaped, Line& line) : s_(shaped), line_(line), vertical_(shaped.vertical()) {}

  void operator()(const Extent& e) {
    const Run& run = s_.runs[e.run];
    const TextStyle& style = run.style;
    if (run.link != 0) link(run.link, Length::units(e.from), Length::units(e.to));
    // Outside the em box, which ends 0.12 em below the baseline: first the line, then the dots.
    const Length edge = vertical_ ? style.size * 0.54 : style.size * 0.16;
    Length foot = edge;
    if (style.sideline != Sideline::none) foot = sideline(e, style, edge);
    if (!run.ruby.empty()) place_ruby(s_, e, line_);
    if (style.emphasis == EmphasisMark::dot) dots(e, style, vertical_ ? edge : foot);
  }

 private:
  /// `across` grows downward in a horizontal line, to the right in a vertical one.
  [[nodiscard]] Point at(Length along, Length across) const {
    return vertical_ ? Point{across, along} : Point{along, across};
  }

  void link(std::uint32_t number, Length from, Length to) {
    Rect box{from, -line_.ascent, to - from, line_.ascent + line_.descent};
    if (vertical_) box = {-line_.descent, from, line_.ascent + line_.descent, to - from};
    line_.links.push_back({number, box});
  }

  /// Under a horizontal line, to the left of a vertical one. Returns the distance of its outer edge.
  Length sideline(const Extent& e, const TextStyle& style, Length edge) {
    // Neighboring names keep separate lines: a fifth of an em between them.
    const Length inset = style.sideline == Sideline::underline ? Length{} : style.size * 0.1;
    const Length from = Length::units(e.from) + inset, to = Length::units(e.to) - inset;
    const Length thickness = style.size * 0.05;
    const Length out = edge + style.size * 0.05;
    const Length across = vertical_ ? -out : out;
    Path p;
    if (style.sideline == Sideline::book_title)
      p = wave(from, to, across, style.size);
    else
      p.move_to(at(from, across)).line_to(at(to, across));
    line_.items.push_back(shape(std::move(p), style, thickness, span(e)));
    const Length reach = out + style.size * 0.06;
    line_.descent = std::max(line_.descent, reach + thickness);
    return reach;
  }

  /// A wave of whole periods, about half an em each.
  [[nodiscard]] Path wave(Length from, Length to, Length across, Length size) const {
    Path p;
    const Length length = to - from;
    const int periods = std::max(1, static_cast<int>(std::lround(length / (size * 0.5))));
    const Length half = length / (2 * periods);
    const Length height = size * 0.05;
    p.move_to(at(from, across));
    for (int i = 0; i < 2 * periods; ++i) {
      const Length begin = from + half * i;
      const Length crest = i % 2 == 0 ? across - height : across + height;
      const Length end = i + 1 == 2 * periods ? to : begin + half;
      p.cubic_to(at(begin + half * 0.36, crest), at(end - half * 0.36, crest), at(end, across));
    }
    return p;
  }

  /// 着重号: under Han in a horizontal line, over it in Japanese, to the right in a vertical line; none at punctuation
  /// and at italic letters.
  void dots(const Extent& e, const TextStyle& style, Length foot) {
    const bool over = !vertical_ && s_.style.language == Language::ja;
    const Length radius = style.size * 0.08;
    const Length out = (over ? style.size * 0.92 : foot) + radius + style.size * 0.03;
    Path p;
    for (const Extent::Place& place : e.clusters) {
      const Cluster& cluster = s_.clusters[place.cluster];
      const C c = cluster.character_class;
      const bool letter = is_alphabetic(c) && !s_.fonts->face(s_.glyph_styles[cluster.glyph_style].face).italic();
      if (!is_han(c) && !letter && c != C::fullwidth_digit && c != C::fullwidth_letter && c != C::hangul) continue;
      p.circle(at(Length::units(place.center), over ? -out : out), radius);
    }
    if (p.empty()) return;
    line_.items.push_back(shape(std::move(p), style, Length{}, span(e)));
    Length& extent = over || vertical_ ? line_.ascent : line_.descent;
    extent = std::max(extent, out + radius);
  }

  [[nodiscard]] Span span(const Extent& e) const {
    const std::uint32_t begin = s_.clusters[e.clusters.front().cluster].byte;
    return s_.span(begin, s_.end_byte(e.clusters.back().cluster));
  }

  const ShapedText& s_;
  Line& line_;
  bool vertical_;
};

}  // namespace

void decorate(const ShapedText& shaped, const std::vector<Extent>& extents, Line& line) {
  Decorator one(shaped, line);
  for (const Extent& e : extents) one(e);
}

}  // namespace banxin::text
