#include "text/label.hpp"

#include <limits>

namespace banxin::text {

Label set_label(std::string_view text, const TextStyle& style, Language language, const font::Library& fonts,
                Diagnostics& diagnostics, Span span, NodeId node) {
  Run run;
  run.text = std::string{text};
  run.source = SourceMap{span};
  run.style = style;
  run.node = node;
  ParagraphStyle paragraph;
  paragraph.language = language;
  paragraph.align = Align::start;
  paragraph.em = style.size;
  std::vector<Run> runs;
  runs.push_back(std::move(run));
  const Paragraph one = Paragraph::prepare(std::move(runs), paragraph, fonts, diagnostics);
  // Always one line: the parts between newlines are placed next to each other.
  std::vector<Line> lines = one.lines(Length::units(std::numeric_limits<std::int32_t>::max()), diagnostics);
  Label label;
  for (Line& line : lines) {
    graphics::append(label.items, std::move(line.items), {label.width, {}});
    label.width += line.width;
    label.ascent = std::max(label.ascent, line.ascent);
    label.descent = std::max(label.descent, line.descent);
  }
  const auto& chain = fonts.chain(style.font);
  if (!chain.empty()) {
    const font::Face::Metrics& m = fonts.face(chain.front()).metrics();
    label.cap_height = Length::scaled(style.size, m.cap_height, m.units_per_em);
  }
  return label;
}

}  // namespace banxin::text
