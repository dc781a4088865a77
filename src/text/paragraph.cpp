#include "text/paragraph.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "text/annotation/inline_notes.hpp"
#include "text/annotation/ruby.hpp"
#include "text/justification/glue.hpp"
#include "text/line_breaking/balance.hpp"
#include "text/line_breaking/hyphenation.hpp"
#include "text/line_breaking/phrase_breaks.hpp"
#include "text/line_breaking/stops.hpp"
#include "text/line_breaking/total_fit.hpp"
#include "text/line_items.hpp"
#include "text/shaping/bidi.hpp"
#include "text/shaping/shape.hpp"

namespace banxin::text {

struct Paragraph::Impl {
  Setting setting;

  std::vector<Line> lines(const Measures& room, const std::function<Length(std::size_t)>& measure,
                          Diagnostics& diagnostics) const;
  void report_overfull(const Line& line, Diagnostics& diagnostics) const;
};

namespace {

void join(std::vector<Run>&& runs, Setting& s) {
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

/// A note's mark stays with what it marks.
void keep_note_marks(const Characters& t, const Setting& s, std::vector<Break>& after) {
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
  Setting& s = impl->setting;
  s.style = style;
  s.fonts = &fonts;
  join(std::move(runs), s);
  // Scratch of this thread: paragraphs are many and short.
  thread_local Characters text;
  thread_local CharacterFacts facts;
  read_characters(s.text, style.language, text);
  find_opportunities(text, style.language, style.level, facts.after);
  // Chinese and Japanese part a Latin word only where it is too long for the line: shorter ones need no look-up.
  if (style.hyphenate) hyphenate(text, style.language == Language::en ? 5 : 8, facts.after);
  find_clusters(text, facts.cluster_starts);
  keep_note_marks(text, s, facts.after);
  s.base_level = find_levels(text, facts.levels);
  facts.partings.clear();
  facts.stances.clear();
  if (s.vertical()) {
    find_stances(text, facts.stances);
    for (std::size_t i = 1; i < text.size(); ++i) {  // a number in one em is one character
      if (facts.stances[i] == Stance::joined) facts.after[i - 1] = Break::none;
    }
  }
  if (style.balance) rate_partings(text, facts.partings);
  shape(text, facts, s, diagnostics);
  find_glue(text, s);
  prepare_inline_notes(s);
  prepare_ruby(s, diagnostics);  // sets paragraphs of its own: the scratch above is theirs from here on
  s.marks.shrink_to_fit();
  s.glyphs.shrink_to_fit();
  return Paragraph(std::move(impl));
}

std::vector<Line> Paragraph::Impl::lines(const Measures& room, const std::function<Length(std::size_t)>& measure,
                                         Diagnostics& diagnostics) const {
  thread_local std::vector<Stop> stops;
  find_stops(setting, stops);
  const std::vector<std::uint32_t> ends =
      setting.style.balance ? break_balanced(setting, stops, room) : break_total_fit(setting, stops, room);
  std::vector<Line> out;
  out.reserve(ends.size());
  std::uint32_t from = 0;
  for (const std::uint32_t to : ends) {
    LineSlot slot;
    slot.from = &stops[from];
    slot.to = &stops[to];
    slot.measure = measure(out.size());
    slot.indent = out.empty() ? setting.style.indent : Length{};
    slot.last = stops[to].kind == Break::forced || setting.style.balance;  // a headline is never spread
    out.push_back(set_line(setting, slot));
    out.back().last = stops[to].kind == Break::forced;
    if (out.back().overfull) report_overfull(out.back(), diagnostics);
    from = to;
  }
  return out;
}

void Paragraph::Impl::report_overfull(const Line& line, Diagnostics& diagnostics) const {
  diagnostics.report(MessageId::line_overfull, setting.span(line.begin, line.end),
                     {fmt::format("{:.1f} pt", (line.width - line.measure).to_pt())});
}

std::vector<Line> Paragraph::lines(const std::function<Length(std::size_t)>& measure, Diagnostics& diagnostics) const {
  Measures room;
  room.at = [&](std::size_t i) { return i == 0 ? measure(0) - impl_->setting.style.indent : measure(i); };
  return impl_->lines(room, measure, diagnostics);
}

std::vector<Line> Paragraph::lines(Length measure, Diagnostics& diagnostics) const {
  Measures room;
  room.uniform = true;
  room.first = measure - impl_->setting.style.indent;
  room.rest = measure;
  return impl_->lines(
      room, [&](std::size_t) { return measure; }, diagnostics);
}

Length Paragraph::natural_width() const {
  std::vector<Stop> stops;
  find_stops(impl_->setting, stops);
  std::int64_t widest = 0;
  std::size_t from = 0;
  for (std::size_t i = 1; i < stops.size(); ++i) {
    if (stops[i].kind != Break::forced) continue;
    std::int64_t width = stops[i].before.pen - stops[from].from.pen;
    if (from == 0) width += impl_->setting.style.indent.count();
    widest = std::max(widest, width);
    from = i;
  }
  return Length::units(widest);
}

Length Paragraph::minimum_width() const {
  std::vector<Stop> stops;
  find_stops(impl_->setting, stops);
  std::int64_t widest = 0;
  for (std::size_t i = 1; i < stops.size(); ++i) {
    widest = std::max(widest, stops[i].before.pen - stops[i - 1].from.pen + stops[i].hyphen);
  }
  return Length::units(widest);
}

const std::string& Paragraph::text() const { return impl_->setting.text; }
Span Paragraph::span(std::uint32_t begin, std::uint32_t end) const { return impl_->setting.span(begin, end); }
const ParagraphStyle& Paragraph::style() const { return impl_->setting.style; }

Paragraph::Paragraph(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Paragraph::Paragraph(Paragraph&&) noexcept = default;
Paragraph& Paragraph::operator=(Paragraph&&) noexcept = default;
Paragraph::~Paragraph() = default;

}  // namespace banxin::text
