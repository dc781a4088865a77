// The page boundaries of an output profile (ISO 32000-1, 14.11.2).
#pragma once

#include <string>

#include "page/paged_document.hpp"
#include "pdf/document/printer_marks.hpp"
#include "profile/profile.hpp"

namespace banxin::pdf {

/// On screen the media box is the trimmed page, since readers show all of it. In print it includes the bleed and the
/// printer's marks, with TrimBox and BleedBox inside.
class PageBoxes {
 public:
  PageBoxes(const page::Page& page, const profile::Profile& profile)
      : trim_(page.trim),
        bleed_(profile.print ? page.bleed : Length{}),
        margin_(bleed_ + (profile.marks ? marks_margin : Length{})) {}

  /// The top left corner of the trim box on the axes of the page (y up).
  [[nodiscard]] Point origin() const { return {margin_, trim_.height + margin_}; }
  /// "[0 0 w h]"
  [[nodiscard]] std::string media() const;
  /// "/MediaBox[…]/TrimBox[…]/BleedBox[…]"
  [[nodiscard]] std::string entries() const;
  /// "[x y x y]" of a rectangle on the display list's axes.
  [[nodiscard]] std::string rectangle(const Rect& rect) const;

 private:
  Size trim_;
  Length bleed_, margin_;
};

}  // namespace banxin::pdf
