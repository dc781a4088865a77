// Writes pages as SVG (2, W3C CR 2018): for the preview in a browser.
#pragma once

#include <string>

#include "render/source.hpp"

namespace banxin::render {

/// The trim box of a page; one unit of the drawing is a point, its origin the top left corner. Each glyph outline is
/// defined once and used by reference; its text is over it, transparent, so that it can be selected and searched.
/// Pictures are embedded. Nothing refers to another file. The same page gives the same bytes.
std::string svg_page(const Source& source, const page::Page& page);

}  // namespace banxin::render
