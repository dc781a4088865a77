// The PDF writer: turns pages into the bytes of a PDF file (ISO 32000-1), in memory. The steps, each a folder:
//   content/    content streams of pages, with text and marked content
//   font/       glyph usage, subsets, widths and ToUnicode of fonts
//   image/      pictures as image XObjects
//   color/      colors, gradients, output intent and ICC profiles
//   structure/  the structure tree of tagged PDF
//   document/   page boxes, outline, links, metadata, attachments
//   object/     syntax of objects; libharu writes the file
// writer.cpp runs them in parallel and finisher.hpp rewrites and checks the file.
#pragma once

#include <string>

#include "core/diagnostic.hpp"
#include "font/library.hpp"
#include "page/paged_document.hpp"
#include "profile/profile.hpp"

namespace banxin::pdf {

/// Milliseconds spent, for `--timings`.
struct Timings {
  double content = 0, fonts = 0, objects = 0, save = 0, finish = 0;
};

/// The whole file. Empty if an error was reported. Deterministic: same input, same bytes, with any number of threads.
/// Pages are freed as they are written: move the document in to save memory.
std::string write(page::PagedDocument document, const font::Library& fonts, const profile::Profile& profile,
                  Diagnostics& diagnostics, Timings* timings = nullptr);

}  // namespace banxin::pdf
