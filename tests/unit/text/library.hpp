// The project's fonts, opened once for all tests of text.
#pragma once

#include <memory>

#include "font/library.hpp"

namespace banxin::test {

inline const font::Library& library() {
  static const std::shared_ptr<const font::Library> fonts = [] {
    Diagnostics diagnostics;
    font::Options options;
    options.catalogue = BANXIN_PROJECT "/fonts/fonts.yaml";
    return font::Library::open(options, diagnostics);
  }();
  return *fonts;
}

}  // namespace banxin::test
