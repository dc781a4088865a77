#include "text/explain.hpp"

#include <fmt/format.h>

namespace banxin::text {

std::string_view name(Adjustment::Step step) {
  using Step = Adjustment::Step;
  switch (step) {
    case Step::line_end: return "line_end";
    case Step::western_space_squeeze: return "western_space_squeeze";
    case Step::interpunct: return "interpunct";
    case Step::bracket: return "bracket";
    case Step::comma: return "comma";
    case Step::han_latin_squeeze: return "han_latin_squeeze";
    case Step::stop: return "stop";
    case Step::western_space_stretch: return "western_space_stretch";
    case Step::han_latin_stretch: return "han_latin_stretch";
    case Step::other: return "other";
  }
  return "";
}

std::string explain(const Paragraph& paragraph, const std::vector<Line>& lines) {
  const Length em = paragraph.style().em > Length{} ? paragraph.style().em : Length::pt(1);
  std::string out;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Line& line = lines[i];
    out += fmt::format("{} {:.3f}/{:.3f}pt", i + 1, line.width.to_pt(), line.measure.to_pt());
    for (const Adjustment& a : line.adjustments) out += fmt::format(" {} {:+.4f}em", name(a.step), a.amount / em);
    if (line.overfull) out += " overfull";
    if (line.hyphenated) out += " hyphenated";
    if (line.last) out += " last";
    out += " | ";
    for (const char c : std::string_view{paragraph.text()}.substr(line.begin, line.end - line.begin)) {
      if (c == '\n')
        out += "\\n";
      else
        out += c;
    }
    out += '\n';
  }
  return out;
}

}  // namespace banxin::text
