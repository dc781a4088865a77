// Draws pages as PNG pictures through cairo.
#pragma once

#include <string>
#include <vector>

#include "render/source.hpp"

namespace banxin::render {

/// The trim box of a page at `dpi` pixels per inch, on white; the colors are those for the screen. Throws
/// std::runtime_error if the picture would be too large.
std::string png_page(const Source& source, const page::Page& page, double dpi);

/// One picture of pages in rows, in their order; each page is at most `width` pixels wide.
std::string contact_sheet(const Source& source, const std::vector<const page::Page*>& pages, double width);

}  // namespace banxin::render
