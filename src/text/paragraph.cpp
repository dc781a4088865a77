#include "text/paragraph.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "text/annotation/inline_notes.hpp"
#include "text/annotation/ruby.hpp"
#include "text/justification/glue.hpp"
#include "text/line_breaking/balance.hpp"
#include "text/line_breaking/breakpoints.hpp"
#include "text/line_breaking/hyphenation.hpp"
#include "text/line_breaking/phrase_breaks.hpp"
#include "text/line_breaking/total_fit.hpp"
#include "text/line_items.hpp"
#include "text/shaping/bidi.hpp"
#include "text/shaping/shape.hpp"

namespace banxin::text {

struct Paragraph::Impl {
  ShapedText shaped;

  std::vector<Line> lines(const Measures& available, const std::function<Length(std::size_t)>& measure,
                          Diagnostics& diagnostics) const;
  void report_overfull(const Line& line, Diagnostics& diagnostics) const;
};

namespace {

void join(std::vector<Run>&& runs, ShapedText& s) {
  std::size_t bytes = 0;
  for (const Run& run : runs) bytes += run.text.size();
  s.text.reserve(bytes);
  s.runs = std::move(runs);
  s.run_starts.reserve(s.runs.size());
  for (Run& run : s.runs) {
    s.run_starts.push_back(static_cast<std::uint32_t>(s.text.size()));
    s.text += repair_utf8(run.text);
    run.text.clear();
    run.text.shrink_to_fit();
  }
}

/// No break before the reference mark of a note.
void keep_note_marks(const Characters& t, const ShapedText& s, std::vector<Break>& after) {
  for (std::size_t r = 0; r < s.runs.size(); ++r) {
    if (!s.runs[r].note_mark) continue;
    const auto it = std::lower_bound(t.byte.begin(), t.byte.end(), s.run_starts[r]);
    const auto i = static_cast<std::size_t>(it - t.byte.begin());
    if (i > 0 && i <= after.size() && after[i - 1] != Break::forced) after[i - 1] = Break::none;
  }
}

}  // namespace

Paragraph Paragraph::prepare(std::vector<Run> runs, const ParagraphStyle& style, const font::Library& fonts,
                             Diagnostics& diagnostics) {
  auto impl = std::make_unique<Impl>();
  ShapedText& s = impl->shaped;
  s.style = style;
  s.fonts = &fonts;
  join(std::move(runs), s);
  // Reused by each thread: there are many short paragraphs.
  thread_local Characters text;
  thread_local CharacterFacts facts;
  read_characters(s.text, style.language, text);
  find_opportunities(text, style.language, style.level, facts.after);
  // Chinese and Japanese hyphenate only words that are too long for the line; short ones need no look-up.
  if (style.hyphenate) hyphenate(text, style.language == Language::en ? 5 : 8, facts.after);
  find_clusters(text, facts.cluster_starts);
  keep_note_marks(text, s, facts.after);
  s.base_level = find_levels(text, facts.levels);
  facts.break_costs.clear();
  facts.orientations.clear();
  if (s.vertical()) {
    find_orientations(text, facts.orientations);
    for (std::size_t i = 1; i < text.size(); ++i) {  // no break inside a number that fills one em
      if (facts.orientations[i] == Orientation::joined) facts.after[i - 1] = Break::none;
    }
  }
  if (style.balance) rate_phrase_breaks(text, facts.break_costs);
  shape(text, facts, s, diagnostics);
  find_glue(text, s);
  prepare_inline_notes(s);
  prepare_ruby(s, diagnostics);  // prepares paragraphs, which overwrites the buffers above
  s.box_spaces.shrink_to_fit();
  s.glyphs.shrink_to_fit();
  return Paragraph(std::move(impl));
}

std::vector<Line> Paragraph::Impl::lines(const Measures& available, const std::function<Length(std::size_t)>& measure,
                                         Diagnostics& diagnostics) const {
  thread_local std::vector<Breakpoint> breakpoints;
  find_breakpoints(shaped, breakpoints);
  const std::vector<std::uint32_t> ends = shaped.style.balance ? break_balanced(shaped, breakpoints, available)
                                                               : break_total_fit(shaped, breakpoints, available);
  std::vector<Line> out;
  out.reserve(ends.size());
  std::uint32_t from = 0;
  for (const std::uint32_t to : ends) {
    LineSlot slot;
    slot.from = &breakpoints[from];
    slot.to = &breakpoints[to];
    slot.measure = measure(out.size());
    slot.indent = out.empty() ? shaped.style.indent : Length{};
    slot.last = breakpoints[to].kind == Break::forced || shaped.style.balance;  // headlines are not stretched
    out.push_back(set_line(shaped, slot));
    out.back().last = breakpoints[to].kind == Break::forced;
    if (out.back().overfull) report_overfull(out.back(), diagnostics);
    from = to;
  }
  return out;
}

void Paragraph::Impl::report_overfull(const Line& line, Diagnostics& diagnostics) const {
  diagnostics.report(MessageId::line_overfull, shaped.span(line.begin, line.end),
                     {fmt::format("{:.1f} pt", (line.width - line.measure).to_pt())});
}

std::vector<Line> Paragraph::lines(const std::function<Length(std::size_t)>& measure, Diagnostics& diagnostics) const {
  Measures available;
  available.at = [&](std::size_t i) { return i == 0 ? measure(0) - impl_->shaped.style.indent : measure(i); };
  return impl_->lines(available, measure, diagnostics);
}

std::vector<Line> Paragraph::lines(Length measure, Diagnostics& diagnostics) const {
  Measures available;
  available.uniform = true;
  available.first = measure - impl_->shaped.style.indent;
  available.rest = measure;
  return impl_->lines(
      available, [&](std::size_t) { return measure; }, diagnostics);
}

Length Paragraph::natural_width() const {
  std::vector<Breakpoint> breakpoints;
  find_breakpoints(impl_->shaped, breakpoints);
  std::int64_t widest = 0;
  std::size_t from = 0;
  for (std::size_t i = 1; i < breakpoints.size(); ++i) {
    if (breakpoints[i].kind != Break::forced) continue;
    std::int64_t width = breakpoints[i].before.pen - breakpoints[from].from.pen;
    if (from == 0) width += impl_->shaped.style.indent.count();
    widest = std::max(widest, width);
    from = i;
  }
  return Length::units(widest);
}

Length Paragraph::minimum_width() const {
  std::vector<Breakpoint> breakpoints;
  find_breakpoints(impl_->shaped, breakpoints);
  std::int64_t widest = 0;
  for (std::size_t i = 1; i < breakpoints.size(); ++i) {
    widest = std::max(widest, breakpoints[i].before.pen - breakpoints[i - 1].from.pen + breakpoints[i].hyphen);
  }
  return Length::units(widest);
}

const std::string& Paragraph::text() const { return impl_->shaped.text; }
Span Paragraph::span(std::uint32_t begin, std::uint32_t end) const { return impl_->shaped.span(begin, end); }
const ParagraphStyle& Paragraph::style() const { return impl_->shaped.style; }

Paragraph::Paragraph(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Paragraph::Paragraph(Paragraph&&) noexcept = default;
Paragraph& Paragraph::operator=(Paragraph&&) noexcept = default;
Paragraph::~Paragraph() = default;

}  // namespace banxin::text
