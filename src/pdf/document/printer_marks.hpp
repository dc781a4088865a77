// Printer's marks (ISO 32000-1, 14.11.3): what a page carries outside of its bleed.
#pragma once

#include "graphics/display_list.hpp"
#include "page/paged_document.hpp"

namespace banxin::pdf {

/// Room that the marks take on each side, outside of the bleed.
inline constexpr Length marks_room = Length::mm(10);

/// Crop marks at the corners, a registration mark in the middle of each side, both on all plates, and a bar of solid
/// and half-tone inks along the foot. On the page's axes; nothing of it lies within the bleed.
graphics::DisplayList printer_marks(const page::Page& page);

}  // namespace banxin::pdf
