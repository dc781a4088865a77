// The table of contents: number, title, leader and page of each section; every line is a link. It grows to fill its
// page.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "layout/axes.hpp"
#include "layout/element.hpp"
#include "layout/setting.hpp"
#include "text/label.hpp"

namespace banxin::layout {

struct ContentsEntry {
  std::string number, title;
  std::string second_title;  ///< of a section
  std::string second_tag;    ///< its language's BCP 47 tag
  Language second_language = Language::en;
  std::uint32_t anchor = 0;
  std::uint32_t link = 0;               ///< 1 + index of the link
  int level = 1;                        ///< 1: a section, 2: a headline inside it
  graphics::NodeId content = 0;         ///< node of the entry's text
  graphics::NodeId second_content = 0;  ///< node of the second title
  Span span;
};

/// The space between sections is at least `space_before` of the style `contents-entry`, and at most its `space_after`
/// if the list fills its page. A long title is broken at a phrase boundary; the page number is on its last line.
class ContentsElement : public Element {
 public:
  ContentsElement(std::vector<ContentsEntry> entries, const Setting& setting, Axes axes, int first_level = 1);

  [[nodiscard]] Piece place(const Constraints& constraints, const Break& from, Diagnostics& diagnostics) const override;
  [[nodiscard]] bool grows() const override { return true; }
  [[nodiscard]] Length max_depth(Length measure) const override;

 private:
  using Titles = std::vector<std::vector<text::Line>>;  ///< by entry
  /// Lines of the titles, with space left for the widest page number.
  [[nodiscard]] const Titles& titles(Length measure, Diagnostics& diagnostics) const;
  [[nodiscard]] std::vector<text::Line> set_title(const ContentsEntry& entry, Length measure, Diagnostics&) const;
  [[nodiscard]] Length entry_depth(std::size_t index, Length measure) const;
  [[nodiscard]] Length space_above(std::size_t index, Length section_space) const;
  [[nodiscard]] Length indent(const ContentsEntry& entry) const;
  [[nodiscard]] Length page_space(const ContentsEntry& entry, Length page_width, Length word_width) const;
  void set_entry(Piece& piece, std::size_t index, const Constraints& constraints, Length top, Diagnostics&) const;
  [[nodiscard]] text::Label label(const ContentsEntry& entry, std::string_view text, const char* style,
                                  Diagnostics& diagnostics) const;
  [[nodiscard]] text::Label second_title(const ContentsEntry& entry, Diagnostics& diagnostics) const;
  [[nodiscard]] text::Label label_in(Language language, graphics::NodeId node, std::string_view text,
                                     text::TextStyle look, Span from, Diagnostics& diagnostics) const;
  void leader(Piece& piece, Length from, Length to, Length middle, Length em) const;
  [[nodiscard]] Point on_line(Length along, Length middle, Length em) const;
  [[nodiscard]] std::string page_of(const ContentsEntry& entry, const Constraints& constraints) const;

  std::vector<ContentsEntry> entries_;
  const Setting& setting_;
  Axes axes_;
  int first_level_;        ///< entries of this level are not indented
  bool numbered_ = false;  ///< some section has a number
  mutable std::map<Length, Titles> titles_;
};

}  // namespace banxin::layout
