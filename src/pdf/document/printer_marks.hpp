// Printer's marks outside the bleed (ISO 32000-1, 14.11.3).
#pragma once

#include "graphics/display_list.hpp"
#include "page/paged_document.hpp"

namespace banxin::pdf {

/// The margin for marks on each side, outside the bleed.
inline constexpr Length marks_margin = Length::mm(10);

/// Crop marks at the corners, a registration mark in the middle of each side, both on all plates, and a bar of solid
/// and half-tone inks along the foot. On the axes of the page, all outside the bleed.
graphics::DisplayList printer_marks(const page::Page& page);

}  // namespace banxin::pdf
