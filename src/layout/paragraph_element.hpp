// A paragraph: prose, a heading, a quotation.
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
  /// A note called in the text, at a byte offset in the text of all runs.
  struct NoteCall {
    std::uint32_t offset;
    std::unique_ptr<Element> note;
  };

  ParagraphElement(std::vector<text::Run> runs, const style::BlockStyle& style, Axes axes, Length grid);

  /// Shapes the text and, if the measure is known, breaks it into lines. This is the expensive part; it may run for all
  /// paragraphs in parallel. Only the lines are kept; for another measure the text is shaped again. Diagnostics are
  /// reported when the paragraph is first placed without `dry`.
  void prepare(const font::Library& fonts, Length measure);

  [[nodiscard]] Piece place(const Constraints& constraints, const Break& from, Diagnostics& diagnostics) const override;

  void call_note(std::uint32_t offset, std::unique_ptr<Element> note) { notes_.push_back({offset, std::move(note)}); }
  /// Pieces contain the adjustments of each line.
  void explain() { explained_ = true; }
  [[nodiscard]] const std::vector<text::Run>& runs() const { return runs_; }
  /// Changes the text of a run: the page number of a reference. The lines are broken again.
  void set_text(std::size_t run, std::string text);
  void set_anchor(std::uint32_t anchor) { anchor_ = anchor; }
  /// White at its lines' end, out of the measure: numbers in a column are aligned on the decimal.
  void set_end_margin(Length margin) { end_margin_ = margin; }
  [[nodiscard]] Length natural_width() const override;
  [[nodiscard]] bool on_grid() const override;

 private:
  /// A number of lines, and the depth of all notes called up to each of them.
  struct Fitting {
    std::size_t count = 0;
    std::vector<Length> notes;
  };
  [[nodiscard]] Fitting fitting_lines(const std::vector<text::Line>& lines, std::size_t first,
                                      const Constraints& constraints) const;
  void limit_lines(const std::vector<text::Line>& lines, std::size_t first, const Constraints& constraints,
                   Fitting& fitting) const;
  void add_notes_of(const std::vector<text::Line>& lines, std::size_t line, CalledNotes& called) const;
  void paint_line(text::Line& line, Point at, bool keep, Piece& piece) const;
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
  // Lines by measure: a paragraph is placed many times while columns are balanced. The last placement moves the items
  // out of the lines.
  mutable std::map<Length, std::vector<text::Line>> lines_;
  mutable std::map<Length, std::vector<text::LineSummary>> explanations_;  ///< by measure
  mutable std::optional<Length> natural_width_;
  mutable Diagnostics pending_;
};

}  // namespace banxin::layout
