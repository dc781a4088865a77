#include "layout/paragraph_element.hpp"

#include <algorithm>
#include <utility>

#include "layout/foot.hpp"

namespace banxin::layout {

namespace {

// Lines of a paragraph on each side of a page break (widows and orphans).
constexpr std::size_t min_lines = 2;

/// Height of the em box above the baseline: 0.88 em above and 0.12 em below in CJK faces.
constexpr double em_ascent = 0.88;

Length round_up(Length value, Length step) {
  if (step <= Length{}) return value;
  const auto steps = (value.count() + step.count() - 1) / step.count();
  return Length::units(steps * step.count());
}

}  // namespace

ParagraphElement::ParagraphElement(std::vector<text::Run> runs, const style::BlockStyle& style, Axes axes, Length grid)
    : runs_(std::move(runs)), style_(style), axes_(axes), grid_(style.grid ? grid : Length{}) {
  space_before = style.space_before;
  space_after = style.space_after;
  keep_with_next = style.keep_with_next;
}

text::Paragraph ParagraphElement::shaped(Diagnostics& diagnostics) const {
  text::ParagraphStyle set = style_.paragraph;
  set.mode = axes_.mode;
  return text::Paragraph::prepare(runs_, set, *fonts_, diagnostics);
}

void ParagraphElement::prepare(const font::Library& fonts, Length measure) {
  fonts_ = &fonts;
  const text::Paragraph paragraph = shaped(pending_);
  if (measure > Length{}) {
    keep_lines(paragraph, measure);
  } else {
    natural_width_ = paragraph.natural_width();
  }
}

void ParagraphElement::set_text(std::size_t run, std::string text) {
  std::size_t begin = 0;
  for (std::size_t i = 0; i < run; ++i) begin += runs_[i].text.size();
  const auto end = begin + runs_[run].text.size();
  for (NoteCall& call : notes_) {
    if (call.offset >= end) call.offset += static_cast<std::uint32_t>(text.size() - runs_[run].text.size());
  }
  runs_[run].text = std::move(text);
  lines_.clear();
  explanations_.clear();
  natural_width_.reset();
  pending_ = {};
}

Length ParagraphElement::natural_width() const {
  Diagnostics already_reported;
  if (!natural_width_) natural_width_ = shaped(already_reported).natural_width();
  return *natural_width_ + end_margin_;
}

bool ParagraphElement::on_grid() const {
  return grid_ > Length{} && style_.paragraph.leading == grid_ && style_.space_before == Length{};
}

std::vector<text::Line>& ParagraphElement::lines(Length measure) const {
  if (const auto found = lines_.find(measure); found != lines_.end()) return found->second;
  Diagnostics already_reported;  // missing glyphs were reported when the text was first shaped
  return keep_lines(shaped(already_reported), measure);
}

std::vector<text::Line>& ParagraphElement::keep_lines(const text::Paragraph& paragraph, Length measure) const {
  auto& kept = lines_.emplace(measure, paragraph.lines(measure, pending_)).first->second;
  if (explained_) explanations_.emplace(measure, text::summarize(paragraph, kept));
  return kept;
}

Length ParagraphElement::depth_of(std::size_t count) const {
  return round_up(style_.paragraph.leading * static_cast<std::int64_t>(count), grid_);
}

void ParagraphElement::add_notes_of(const std::vector<text::Line>& lines, std::size_t line, CalledNotes& called) const {
  for (const NoteCall& call : notes_) {
    const bool in_line =
        call.offset >= lines[line].begin && call.offset < std::max(lines[line].end, lines[line].begin + 1);
    const bool at_end = line + 1 == lines.size() && call.offset >= lines[line].end;
    if (in_line || at_end) called.push_back({call.note.get(), {}});
  }
}

/// The lines from `first` on that fit with their notes, without regard to widows and orphans.
ParagraphElement::Fitting ParagraphElement::fitting_lines(const std::vector<text::Line>& lines, std::size_t first,
                                                          const Constraints& constraints) const {
  Fitting fitting;
  const std::size_t left = lines.size() - first;
  CalledNotes called;
  const auto may_end_after = [&](std::size_t count) {
    return (first > 0 || count >= min_lines) && left - count >= min_lines;
  };
  for (bool note_continues = false; fitting.count < left; ++fitting.count) {
    // If a note continues on the next page, add only lines that must not be separated from the line that calls it.
    if (note_continues && may_end_after(fitting.count)) break;
    Length depth = fitting.notes.empty() ? Length{} : fitting.notes.back();
    const Length space = constraints.depth - depth_of(fitting.count + 1);
    const std::size_t before = called.size();
    if (!notes_.empty()) add_notes_of(lines, first + fitting.count, called);
    if (called.size() > before || (depth > space && !called.empty() && !may_end_after(fitting.count))) {
      const Foot::Fit fit = foot_of(constraints).fit(constraints, called, space);
      if (!fit.begins) break;
      note_continues = !fit.whole;
      depth = note_continues ? space : fit.depth;
    }
    if (depth > space) break;
    fitting.notes.push_back(depth);
  }
  return fitting;
}

/// Applies widow and orphan control, `keep_together` and `at_top` to a paragraph that does not fit as a whole.
void ParagraphElement::limit_lines(const std::vector<text::Line>& lines, std::size_t first,
                                   const Constraints& constraints, Fitting& fitting) const {
  const std::size_t left = lines.size() - first;
  std::size_t& count = fitting.count;
  if (count == left) return;
  const std::size_t fits = count;
  if (left - count < min_lines && count > 0) --count;
  if (first == 0 && count < min_lines) count = 0;
  if (style_.keep_together) count = 0;
  if (count == 0 && constraints.at_top) count = std::max<std::size_t>(fits, 1);
  if (count == 0 || !fitting.notes.empty()) return;
  // A line that must be placed at the top brings its notes, as far as there is space.
  CalledNotes called;
  add_notes_of(lines, first, called);
  const Length space = std::max(constraints.depth - depth_of(1), Length{});
  const Length depth =
      called.empty() ? Length{} : std::min(space, foot_of(constraints).fit(constraints, called, space).depth);
  fitting.notes.push_back(depth);
}

void ParagraphElement::paint_line(text::Line& line, Point at, bool keep, Piece& piece) const {
  // The last placement of a line may move its items instead of copying them.
  graphics::DisplayList items = keep ? line.items : std::move(line.items);
  graphics::append(piece.items, std::move(items), at);
  for (text::LinkBox link : line.links) {
    link.box.x += at.x;
    link.box.y += at.y;
    piece.links.push_back(link);
  }
}

Piece ParagraphElement::place(const Constraints& constraints, const Break& from, Diagnostics& diagnostics) const {
  const Length measure = constraints.measure - end_margin_;
  auto& all = lines(measure);
  // Callers that only measure ignore diagnostics.
  if (!constraints.dry && !pending_.all().empty()) diagnostics.append(std::exchange(pending_, {}));
  const std::size_t first = from.position;
  Fitting fitting = fitting_lines(all, first, constraints);
  limit_lines(all, first, constraints, fitting);
  const std::size_t count = fitting.count;
  Piece piece;
  if (count == 0 && first < all.size()) {
    piece.placed = false;
    return piece;
  }
  const Length leading = style_.paragraph.leading, em = style_.text.size;
  piece.depth = depth_of(count);
  // Half of what rounding to the grid adds is above a heading, which belongs to the text below; else all is below.
  const Length extra = piece.depth - leading * static_cast<std::int64_t>(count);
  const Length lead_in = style_.keep_with_next ? extra / 2 : Length{};
  for (std::size_t i = 0; i < count; ++i) {
    const Length top = lead_in + leading * static_cast<std::int64_t>(i);
    // The origin of a horizontal line is on its baseline, that of a vertical line on the center of its column.
    const Length across = axes_.vertical() ? top + leading / 2 : top + (leading - em) / 2 + em * em_ascent;
    if (!constraints.dry) {
      paint_line(all[first + i], axes_.offset({}, across), !constraints.last, piece);
      if (explained_) piece.lines.push_back(explanations_.at(measure)[first + i]);
    }
    if (!notes_.empty()) add_notes_of(all, first + i, piece.notes);
  }
  if (anchor_ && first == 0) piece.anchors.push_back({*anchor_, axes_.offset({}, {})});
  if (count > 0 && count <= fitting.notes.size()) piece.note_depth = fitting.notes[count - 1];
  if (first + count < all.size()) piece.rest = Break{first + count, nullptr};
  return piece;
}

}  // namespace banxin::layout
