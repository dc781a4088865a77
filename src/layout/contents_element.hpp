// The table of contents: number, title, leader and page of each section; every line is a link. Grows to fill its page.
#pragma once

#include <string>
#include <vector>

#include "layout/element.hpp"
#include "layout/setting.hpp"
#include "text/label.hpp"

namespace banxin::layout {

struct ContentsEntry {
  std::string number, title, english;
  std::uint32_t anchor = 0;
  std::uint32_t link = 0;        ///< 1 + index of the link
  int level = 1;                 ///< 1: a section, 2: a headline inside it
  graphics::NodeId content = 0;  ///< node of the entry's text
  Span span;
};

class ContentsElement : public Element {
 public:
  ContentsElement(std::vector<ContentsEntry> entries, const Setting& setting);

  [[nodiscard]] Piece place(const Offer& offer, const Break& from, Diagnostics& diagnostics) const override;
  [[nodiscard]] bool grows() const override { return true; }
  [[nodiscard]] Length most(Length measure) const override;

 private:
  [[nodiscard]] Length entry_depth(const ContentsEntry& entry) const;
  void set_section(Piece& piece, const ContentsEntry& entry, const Offer& offer, Length top, Diagnostics&) const;
  void set_headline(Piece& piece, const ContentsEntry& entry, const Offer& offer, Length top, Diagnostics&) const;
  [[nodiscard]] text::Label label(const ContentsEntry& entry, std::string_view text, const char* style,
                                  Diagnostics& diagnostics) const;
  void leader(Piece& piece, Length from, Length to, Length baseline) const;
  [[nodiscard]] std::string page_of(const ContentsEntry& entry, const Offer& offer) const;

  std::vector<ContentsEntry> entries_;
  const Setting& setting_;
};

}  // namespace banxin::layout
