#include "layout/paragraph_element.hpp"

#include <algorithm>
#include <utility>

#include "layout/foot.hpp"

namespace banxin::layout {

namespace {

// No page begins with the last line of a paragraph, and none ends with the first (widows and orphans).
constexpr std::size_t least_lines_together = 2;

/// Height of the em box above the baseline: CJK faces stand 0.88 em above and 0.12 em below.
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
  Diagnostics already_reported;  // missing glyphs were found when the text was first shaped
  return keep_lines(shaped(already_reported), measure);
}

std::vector<text::Line>& ParagraphElement::keep_lines(const text::Paragraph& paragraph, Length measure) const {
  auto& kept = lines_.emplace(measure, paragraph.lines(measure, pending_)).first->second;
  if (explained_) explanations_.emplace(measure, text::describe(paragraph, kept));
  return kept;
}

Length ParagraphElement::depth_of(std::size_t count) const {
  return round_up(style_.paragraph.leading * static_cast<std::int64_t>(count), grid_);
}

Piece ParagraphElement::place(const Offer& offer, const Break& from, Diagnostics& diagnostics) const {
  const Length measure = offer.measure - end_margin_;
  auto& all = lines(measure);
  // Whoever only measures often does not listen.
  if (!offer.dry && !pending_.all().empty()) diagnostics.append(std::exchange(pending_, {}));
  const std::size_t first = from.position;
  const std::size_t left = all.size() - first;
  Piece piece;
  auto add_notes_of = [&](std::size_t line, CalledNotes& called) {
    for (const NoteCall& call : notes_) {
      const bool in_line = call.offset >= all[line].begin && call.offset < std::max(all[line].end, all[line].begin + 1);
      const bool at_end = line + 1 == all.size() && call.offset >= all[line].end;
      if (in_line || at_end) called.push_back({call.note.get(), {}});
    }
  };

  std::size_t count = 0;
  CalledNotes called;
  std::vector<Length> notes;  // the depth of all notes called up to each line
  auto may_end_after = [&](std::size_t lines) {
    return (first > 0 || lines >= least_lines_together) && left - lines >= least_lines_together;
  };
  for (bool goes_on = false; count < left; ++count) {
    // Where a note goes on overleaf, only so much more text stands here as may not be parted from its line.
    if (goes_on && may_end_after(count)) break;
    Length depth = notes.empty() ? Length{} : notes.back();
    const Length room = offer.depth - depth_of(count + 1);
    const std::size_t before = called.size();
    if (!notes_.empty()) add_notes_of(first + count, called);
    if (called.size() > before || (depth > room && !called.empty() && !may_end_after(count))) {
      const Foot::Fit fit = foot_of(offer).fit(offer, called, room);
      if (!fit.begins) break;
      goes_on = !fit.whole;
      depth = goes_on ? room : fit.depth;
    }
    if (depth > room) break;
    notes.push_back(depth);
  }
  if (count < left) {
    const std::size_t fitting = count;
    if (left - count < least_lines_together && count > 0) --count;
    if (first == 0 && count < least_lines_together) count = 0;
    if (style_.keep_together) count = 0;
    if (count == 0 && offer.at_top) count = std::max<std::size_t>(fitting, 1);
    if (count == 0) {
      piece.placed = false;
      return piece;
    }
    if (notes.empty()) {  // a line that must stand brings its notes, as far as there is room
      called.clear();
      add_notes_of(first, called);
      const Length room = std::max(offer.depth - depth_of(1), Length{});
      notes.push_back(called.empty() ? Length{} : std::min(room, foot_of(offer).fit(offer, called, room).depth));
    }
  }
  const Length leading = style_.paragraph.leading;
  const Length block = depth_of(count);
  // What rounding to the grid adds stands above a heading that belongs to the text below, else below.
  const Length extra = block - leading * static_cast<std::int64_t>(count);
  const Length lead_in = style_.keep_with_next ? extra / 2 : Length{};
  for (std::size_t i = 0; i < count; ++i) {
    text::Line& line = all[first + i];
    const Length top = lead_in + leading * static_cast<std::int64_t>(i);
    const Length em = style_.text.size;
    // Horizontal lines hang from their baseline, vertical ones from the column's center line.
    const Length across = axes_.vertical() ? top + leading / 2 : top + (leading - em) / 2 + em * em_ascent;
    const Point at = axes_.offset({}, across);
    if (!offer.dry) {
      graphics::DisplayList items = offer.last ? std::move(line.items) : line.items;
      graphics::append(piece.items, std::move(items), at);
      for (text::LinkBox link : line.links) {
        link.box.x += at.x;
        link.box.y += at.y;
        piece.links.push_back(link);
      }
      if (explained_) piece.lines.push_back(explanations_.at(measure)[first + i]);
    }
    if (!notes_.empty()) add_notes_of(first + i, piece.notes);
  }
  if (anchor_ && first == 0) piece.anchors.push_back({*anchor_, axes_.offset({}, {})});
  if (count > 0 && count <= notes.size()) piece.note_depth = notes[count - 1];
  piece.depth = block;
  if (first + count < all.size()) piece.rest = Break{first + count, nullptr};
  return piece;
}

}  // namespace banxin::layout
