// From pages to the bytes of a PDF file (ISO 32000-1), finished and verified; nothing touches the disk here.
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
/// Pages are let go as they are written: move the document in where memory counts.
std::string write(page::PagedDocument document, const font::Library& fonts, const profile::Profile& profile,
                  Diagnostics& diagnostics, Timings* timings = nullptr);

}  // namespace banxin::pdf
