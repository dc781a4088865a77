// Sections to pages: masters, folios, flows, notes at the foot, and page numbers in contents.
#pragma once

#include <memory>
#include <vector>

#include "layout/builder.hpp"
#include "page/master_painter.hpp"
#include "page/paged_document.hpp"

namespace banxin::page {

struct Options {
  unsigned threads = 2;
  image::Store images = {};  ///< the images of the image blocks (image::load)
  bool explain = false;      ///< fill Page::lines
};

/// Milliseconds spent, for `--timings`.
struct Timings {
  double set = 0;  ///< shaping and breaking paragraphs
  double paginate = 0;
};

/// The pages of a styled document. The layout is repeated until the page numbers in contents settle, at most five times
/// (B601).
PagedDocument paginate(const style::StyledDocument& styled, const font::Library& fonts, const Options& options,
                       Diagnostics& diagnostics, Timings* timings = nullptr);

}  // namespace banxin::page
