#include "text/line_items.hpp"

#include <algorithm>

#include "text/annotation/decorations.hpp"
#include "text/annotation/inline_notes.hpp"
#include "text/shaping/visual_order.hpp"

namespace banxin::text {
namespace {

using C = CharacterClass;
using graphics::Glyph;
using graphics::GlyphRun;

graphics::Paint paint(const TextStyle& style) {
  graphics::Paint p;
  p.source = style.color;
  p.opacity = style.opacity;
  return p;
}

class LineBuilder {
 public:
  LineBuilder(const ShapedText& shaped, const LineSlot& slot, Line& line)
      : s_(shaped), slot_(slot), line_(line), begin_(slot.from->next), end_(std::max(slot.to->end, slot.from->next)) {}

  void run() {
    const bool blank = end_ <= begin_;
    const std::int64_t available = (slot_.measure - slot_.indent).count();
    std::int64_t width = blank ? 0 : slot_.to->before.pen - slot_.from->from.pen + slot_.to->hyphen;
    if (s_.style.align == Align::justify && !blank) {
      justify(s_, begin_, end_, width - available, !slot_.last, justification_);
      width = available + justification_.left_over;
      if (justification_.left_over == 0 && justification_.changes.empty()) width = available;
      line_.adjustments = std::move(justification_.adjustments);
    }
    report_line_end();
    line_.width = slot_.indent + Length::units(width);
    line_.overfull = width > available + rounding;
    std::int64_t start = slot_.indent.count();
    if (s_.style.align == Align::center) start += (available - width) / 2;
    const bool rtl = s_.base_level % 2 == 1;  // a right-to-left paragraph starts, and is indented, on the right
    if (rtl) start = 0;
    if (s_.style.align != Align::center && rtl != (s_.style.align == Align::end)) start += available - width;
    place(start);
    close_run();
    finish();
  }

 private:
  /// The half em that is trimmed at the line's end before its breakpoint is rated (GB/T 15834-2011, 5.1.10).
  void report_line_end() {
    if (end_ <= begin_ || !s_.style.trim_punctuation || !s_.clusters[end_ - 1].has(Cluster::box_space)) return;
    const BoxSpace& m = box_space_of(end_ - 1);
    std::int64_t cut = m.space_right - m.trim_right;
    if (m.centered) cut += m.left();
    if (cut > 0) line_.adjustments.insert(line_.adjustments.begin(), {Step::line_end, Length::units(-cut)});
  }

  [[nodiscard]] const BoxSpace& box_space_of(std::size_t cluster) const {
    return *std::lower_bound(s_.box_spaces.begin(), s_.box_spaces.end(), cluster,
                             [](const BoxSpace& m, std::size_t at) { return m.cluster < at; });
  }

  void place(std::int64_t start) {
    pen_ = start;
    const std::vector<std::uint32_t> order = visual_order(s_, begin_, end_);
    reordered_ = !order.empty();
    if (!reordered_) {
      for (std::size_t i = begin_; i < end_; ++i) place_cluster(i);
    } else {
      for (const std::uint32_t i : order) place_cluster(i);
    }
    if (slot_.to->kind == Break::hyphen) place_hyphen();
    for (std::size_t i = end_; i < slot_.to->next; ++i) {  // discarded spaces stay in the text, at the line's end
      const Cluster& c = s_.clusters[i];
      if (c.character_class == C::forced_break || end_ <= begin_) continue;
      add_glyphs(i, c, s_.base_level % 2 == 1 ? start : pen_);
    }
  }

  void place_cluster(std::size_t i) {
    const Cluster& c = s_.clusters[i];
    const bool rtl = s_.glyph_styles[c.glyph_style].level % 2 == 1;
    std::int64_t trim_left = 0, trim_right = 0;
    if (c.has(Cluster::box_space)) {
      const BoxSpace& m = next_box_space(i);
      const bool trims = s_.style.trim_punctuation;
      const bool first = i == begin_, last = i + 1 == end_;
      const bool whole_left = (trims && ((first && m.bracket) || (last && m.centered))) || (first && m.annotated);
      trim_left = whole_left ? m.space_left : m.trim_left;
      trim_right = (trims || m.annotated) && last ? m.space_right : m.trim_right;
    }
    std::int64_t gap = 0;
    if (i + 1 < end_) {
      gap = tracking(s_, c);
      if (c.has(Cluster::han_latin)) gap += han_latin_space(s_, c);
    }
    if (next_change_ < justification_.changes.size()) take_changes(i, trim_left, gap);
    if (rtl) pen_ += gap;
    const std::int64_t origin = pen_ - trim_left;
    if (s_.run_of(c).inline_note)
      place_note(i, c, origin);
    else
      add_glyphs(i, c, origin);
    const std::int64_t after = origin + c.advance - trim_right;
    record_extent(i, c, pen_, after, origin + c.advance / 2);
    pen_ = after + (rtl ? 0 : gap);
  }

  /// A character of a note in two small lines: the first half is above (in a vertical line to the right), the
  /// second half starts at the same position.
  void place_note(std::size_t i, const Cluster& c, std::int64_t pen) {
    if (i >= note_end_) {
      note_end_ = i + 1;
      while (note_end_ < end_ &&
             s_.glyph_styles[s_.clusters[note_end_].glyph_style].run == s_.glyph_styles[c.glyph_style].run)
        ++note_end_;
      note_fold_ = fold_note(s_, i, note_end_);
      note_start_ = note_pen_ = pen;
    }
    if (i == note_fold_) note_pen_ = note_start_;
    // The centers of the halves are a quarter of an em from the center of the line.
    const Length quarter = s_.size(s_.glyph_styles[c.glyph_style]) / 2;
    const bool first = i < note_fold_;
    across_ = s_.vertical() ? (first ? quarter : -quarter)
                            : (first ? -quarter : quarter) - s_.size(s_.glyph_styles[c.glyph_style]) * 0.38;
    if (i == note_fold_) close_run();
    add_glyphs(i, c, note_pen_);
    across_ = Length{};
    note_pen_ += c.advance;
  }

  const BoxSpace& next_box_space(std::size_t i) {
    // In the order of the clusters, unless the line is bidirectional.
    const BoxSpace* const past = s_.box_spaces.data() + s_.box_spaces.size();
    if (box_space_ == nullptr || box_space_ == past || box_space_->cluster != i) box_space_ = &box_space_of(i);
    return *box_space_++;
  }

  void take_changes(std::size_t i, std::int64_t& trim_left, std::int64_t& gap) {
    auto& changes = justification_.changes;
    if (changes[next_change_].cluster != i) {  // out of order only in a bidirectional line
      const auto it = std::lower_bound(changes.begin(), changes.end(), i,
                                       [](const Change& c, std::size_t at) { return c.cluster < at; });
      if (it == changes.end() || it->cluster != i) return;
      next_change_ = static_cast<std::size_t>(it - changes.begin());
    }
    while (next_change_ < changes.size() && changes[next_change_].cluster == i) {
      const Change& change = changes[next_change_++];
      if (change.left)
        trim_left -= change.amount;
      else
        gap += change.amount;
    }
  }

  void add_glyphs(std::size_t i, const Cluster& c, std::int64_t origin) {
    const std::uint32_t from = c.byte, to = s_.end_byte(i);
    const bool rtl = s_.glyph_styles[c.glyph_style].level % 2 == 1;
    if (c.has(Cluster::empty)) {
      if (!run_.glyphs.empty() && glyph_style_ == c.glyph_style && from == byte_end_) byte_end_ = to;
      return;
    }
    const Orientation orientation = s_.vertical() ? s_.glyph_styles[c.glyph_style].orientation : Orientation::sideways;
    if (run_.glyphs.empty() || c.glyph_style != glyph_style_ || orientation == Orientation::combined ||
        (rtl ? to != byte_begin_ : from != byte_end_)) {
      close_run();
      glyph_style_ = c.glyph_style;
      byte_begin_ = from;
      byte_end_ = to;
      const GlyphStyle& glyph_style = s_.glyph_styles[c.glyph_style];
      origin_ = origin;
      run_.origin = origin_of(glyph_style, Length::units(origin), Length::units(c.advance));
      if (s_.vertical() && glyph_style.orientation == Orientation::upright) run_.mode = WritingMode::vertical;
      if (s_.vertical() && glyph_style.orientation == Orientation::sideways) run_.rotation = 90;
      run_.glyphs.reserve(end_ - std::min<std::size_t>(i, end_) + 2);
    }
    byte_begin_ = std::min(byte_begin_, from);
    byte_end_ = std::max(byte_end_, to);
    const auto along = static_cast<std::int32_t>(origin - origin_);
    const bool down = orientation == Orientation::upright;
    if (c.has(Cluster::single)) {
      run_.glyphs.push_back({static_cast<std::uint16_t>(c.glyph), from, down ? 0 : along, down ? along : 0});
      return;
    }
    for (std::uint32_t k = c.glyph;; ++k) {
      const ShapedGlyph& g = s_.glyphs[k];
      // Digits side by side are one cluster but keep their characters.
      const std::uint32_t byte = orientation == Orientation::combined ? std::min(from + k - c.glyph, to - 1) : from;
      if (down)
        run_.glyphs.push_back({g.id, byte, g.y, along + g.x});
      else
        run_.glyphs.push_back({g.id, byte, along + g.x, g.y});
      if (g.rest == 0) break;
    }
  }

  /// Where a run's pen starts. The em box of a CJK face extends from 0.12 em below the baseline to 0.88 em above it, so
  /// the center line of vertical text is 0.38 em above the baseline.
  [[nodiscard]] Point origin_of(const GlyphStyle& glyph_style, Length along, Length advance) const {
    const Length shift = s_.runs[glyph_style.run].style.baseline_shift + (s_.vertical() ? across_ : Length{});
    if (!s_.vertical()) return {along, across_ - shift};
    if (glyph_style.orientation == Orientation::upright) return {shift, along};
    if (glyph_style.orientation == Orientation::sideways) return {shift - s_.size(glyph_style) * 0.38, along};
    const font::Face::Metrics& m = s_.fonts->face(glyph_style.face).metrics();
    return {shift,
            along + advance / 2 + Length::scaled(s_.size(glyph_style), m.cap_height, std::int64_t{2} * m.units_per_em)};
  }

  /// The hyphen of a broken word is extracted as U+00AD, not U+002D (ISO 32000-1, 14.8.2.2.3).
  void place_hyphen() {
    if (run_.glyphs.empty()) return;
    const font::Face& face = s_.fonts->face(s_.glyph_styles[glyph_style_].face);
    const auto along = static_cast<std::int32_t>(pen_ - origin_);
    run_.glyphs.push_back({face.glyph(U'-'), byte_end_, along, 0});
    pen_ += slot_.to->hyphen;
    if (s_.text.compare(byte_end_ - std::min(byte_end_, 2U), 2, "\xC2\xAD") == 0)
      run_.glyphs.back().cluster -= 2;
    else
      soft_hyphen_ = true;
    line_.hyphenated = true;
  }

  void close_run() {
    if (run_.glyphs.empty()) return;
    const GlyphStyle& glyph_style = s_.glyph_styles[glyph_style_];
    const Run& source = s_.runs[glyph_style.run];
    run_.face = glyph_style.face;
    run_.size = s_.size(glyph_style);
    run_.rtl = glyph_style.level % 2 == 1;
    for (Glyph& g : run_.glyphs) g.cluster -= byte_begin_;
    run_.text.assign(s_.text, byte_begin_, byte_end_ - byte_begin_);
    if (soft_hyphen_) run_.text += "\xC2\xAD";
    soft_hyphen_ = false;
    if (source.style.outline)
      run_.stroke = std::make_shared<const graphics::Stroke>(*source.style.outline);
    else
      run_.fill = paint(source.style);
    extend_line(face_of(glyph_style), source.style, run_.size);
    graphics::Item item;
    item.node = source.node;
    item.span = s_.span(byte_begin_, byte_end_);
    item.what = std::move(run_);
    item_bytes_.push_back(byte_begin_);
    line_.items.push_back(std::move(item));
    run_ = GlyphRun{};
  }

  [[nodiscard]] const font::Face& face_of(const GlyphStyle& glyph_style) const {
    return s_.fonts->face(glyph_style.face);
  }

  /// Extends the line to the ascent and descent of a style on it.
  void extend_line(const font::Face& face, const TextStyle& style, Length size) {
    const font::Face::Metrics& m = face.metrics();
    const Length up = s_.vertical() ? size / 2 : Length::scaled(size, m.ascender, m.units_per_em);
    const Length down = s_.vertical() ? size - size / 2 : Length::scaled(size, -m.descender, m.units_per_em);
    line_.ascent = std::max(line_.ascent, up + style.baseline_shift);
    line_.descent = std::max(line_.descent, down - style.baseline_shift);
  }

  void record_extent(std::size_t i, const Cluster& c, std::int64_t from, std::int64_t to, std::int64_t center) {
    const std::uint32_t run = s_.glyph_styles[c.glyph_style].run;
    const Run& source = s_.runs[run];
    const bool dots = source.style.emphasis != EmphasisMark::none;
    if (source.link == 0 && source.style.sideline == Sideline::none && !dots && source.ruby.empty()) return;
    if (extents_.empty() || extents_.back().run != run || extents_.back().to != extents_next_) {
      extents_.push_back({run, from, to, {}});
    }
    Extent& e = extents_.back();
    e.to = to;
    e.clusters.push_back({static_cast<std::uint32_t>(i), center});
    extents_next_ = to;
  }

  /// A bidirectional line is placed from left to right; its items are then sorted into the order of the text.
  void sort_in_reading_order() {
    std::vector<std::size_t> order(line_.items.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return item_bytes_[a] < item_bytes_[b]; });
    graphics::DisplayList sorted;
    sorted.reserve(order.size());
    for (const std::size_t i : order) sorted.push_back(std::move(line_.items[i]));
    line_.items = std::move(sorted);
  }

  void finish() {
    if (line_.items.empty()) {  // a blank line has the height of its style
      if (const Cluster* c = begin_ < s_.clusters.size() ? &s_.clusters[begin_] : nullptr; c != nullptr) {
        extend_line(face_of(s_.glyph_styles[c->glyph_style]), s_.run_of(*c).style,
                    s_.size(s_.glyph_styles[c->glyph_style]));
      }
    }
    if (reordered_) sort_in_reading_order();
    if (!line_.items.empty()) std::get<GlyphRun>(line_.items.back().what).reading_break_after = true;
    if (!extents_.empty()) decorate(s_, extents_, line_);
  }

  const ShapedText& s_;
  const LineSlot& slot_;
  Line& line_;
  std::size_t begin_, end_;
  Justification justification_;
  std::int64_t pen_ = 0, origin_ = 0;
  std::size_t next_change_ = 0;
  const BoxSpace* box_space_ = nullptr;
  std::size_t note_end_ = 0, note_fold_ = 0;
  std::int64_t note_start_ = 0, note_pen_ = 0;
  Length across_;  ///< distance from the line's baseline or center line
  GlyphRun run_;
  std::uint32_t glyph_style_ = 0, byte_begin_ = 0, byte_end_ = 0;
  bool soft_hyphen_ = false;
  std::vector<std::uint32_t> item_bytes_;  ///< where each item's text starts
  bool reordered_ = false;
  std::vector<Extent> extents_;
  std::int64_t extents_next_ = 0;
};

}  // namespace

Line set_line(const ShapedText& shaped, const LineSlot& slot) {
  Line line;
  line.measure = slot.measure;
  line.last = slot.last;
  line.begin = slot.from->next < shaped.clusters.size() ? shaped.clusters[slot.from->next].byte
                                                        : static_cast<std::uint32_t>(shaped.text.size());
  line.end = slot.to->next < shaped.clusters.size() ? shaped.clusters[slot.to->next].byte
                                                    : static_cast<std::uint32_t>(shaped.text.size());
  LineBuilder(shaped, slot, line).run();
  return line;
}

}  // namespace banxin::text
