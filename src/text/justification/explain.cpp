#include "text/justification/explain.hpp"

#include <fmt/format.h>

#include <cmath>

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

std::vector<LineSummary> summarize(const Paragraph& paragraph, const std::vector<Line>& lines) {
  std::vector<LineSummary> out;
  for (const Line& line : lines) {
    out.push_back({paragraph.span(line.begin, line.end), paragraph.text().substr(line.begin, line.end - line.begin),
                   paragraph.style().em, line.width, line.measure, line.adjustments, line.overfull, line.hyphenated,
                   line.last});
  }
  return out;
}

std::string explain(const LineSummary& line) {
  const Length em = line.em > Length{} ? line.em : Length::pt(1);
  Length natural = line.width;
  for (const Adjustment& a : line.adjustments) natural = natural - a.amount;
  std::string out = fmt::format("measure {:.3f} natural {:.3f}", line.measure / em, natural / em);
  for (const Adjustment& a : line.adjustments) {
    if (std::abs(a.amount / em) >= 0.0005) out += fmt::format(" {} {:+.3f}", name(a.step), a.amount / em);
  }
  if (line.overfull) out += " overfull";
  if (line.hyphenated) out += " hyphenated";
  if (line.last) out += " last";
  out += " | ";
  for (const char c : line.text) {
    if (c == '\n')
      out += "\\n";
    else
      out += c;
  }
  return out;
}

}  // namespace banxin::text
