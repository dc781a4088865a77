// A paragraph: prose, a heading, a quotation's lines.
#pragma once

#include <map>
#include <string>

#include "font/library.hpp"
#include "layout/axes.hpp"
#include "layout/element.hpp"
#include "style/block_style.hpp"

namespace banxin::layout {

class ParagraphElement : public Element {
 public:
  /// A note that is called in the text at a byte offset of the joined runs.
  struct NoteCall {
    std::uint32_t offset;
    std::unique_ptr<Element> note;
  };

  ParagraphElement(std::vector<text::Run> runs, const style::BlockStyle& style, Axes axes, Length grid);

  /// Shapes the text and, where the measure is known, breaks it: the costly part, free of neighbors, so it may run
  /// for all paragraphs at once. Only the lines are kept then; at another measure the text is shaped again.
  /// Its diagnostics are kept and reported when the paragraph is first placed for good.
  void prepare(const font::Library& fonts, Length measure);

  [[nodiscard]] Piece place(const Offer& offer, const Break& from, Diagnostics& diagnostics) const override;

  void call_note(std::uint32_t offset, std::unique_ptr<Element> note) { notes_.push_back({offset, std::move(note)}); }
  /// Pieces tell what was done to each of their lines.
  void explain() { explained_ = true; }
  void set_anchor(std::uint32_t anchor) { anchor_ = anchor; }
  /// White at its lines' end, out of the measure: numbers in a column are aligned on the decimal.
  void set_end_margin(Length margin) { end_margin_ = margin; }
  [[nodiscard]] Length natural_width() const override;
  [[nodiscard]] bool on_grid() const override;

 private:
  [[nodiscard]] std::vector<text::Line>& lines(Length measure) const;
  std::vector<text::Line>& keep_lines(const text::Paragraph& paragraph, Length measure) const;
  [[nodiscard]] text::Paragraph shaped(Diagnostics& diagnostics) const;
  [[nodiscard]] Length depth_of(std::size_t lines) const;

  std::vector<text::Run> runs_;
  const style::BlockStyle& style_;
  Axes axes_;
  Length grid_;
  std::vector<NoteCall> notes_;
  std::optional<std::uint32_t> anchor_;
  Length end_margin_;
  bool explained_ = false;
  const font::Library* fonts_ = nullptr;
  // Lines for each measure asked for; a paragraph is placed again and again while columns are levelled.
  // Matter is moved out of lines that are placed for good.
  mutable std::map<Length, std::vector<text::Line>> lines_;
  mutable std::map<Length, std::vector<text::SetLine>> explanations_;  ///< by measure, as the lines
  mutable std::optional<Length> natural_width_;
  mutable Diagnostics pending_;
};

}  // namespace banxin::layout
