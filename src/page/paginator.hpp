// Sections to pages: masters, folios, flows, notes at the foot, and page numbers that depend on themselves.
#pragma once

#include <memory>
#include <vector>

#include "layout/builder.hpp"
#include "page/master_painter.hpp"
#include "page/paged_document.hpp"

namespace banxin::page {

struct Options {
  unsigned threads = 2;
  image::Store images = {};  ///< what the image blocks name (image::load)
  bool explain = false;      ///< fill Page::lines
};

/// Milliseconds spent, for `--timings`.
struct Timings {
  double set = 0;  ///< shaping and breaking paragraphs
  double paginate = 0;
};

/// The pages of a styled document. Contents are set again until their page numbers settle, at most five times (B601).
PagedDocument paginate(const style::StyledDocument& styled, const font::Library& fonts, const Options& options,
                       Diagnostics& diagnostics, Timings* timings = nullptr);

}  // namespace banxin::page
