// The shared context of all elements of a document.
#pragma once

#include "font/library.hpp"
#include "image/store.hpp"
#include "semantics/tree.hpp"
#include "style/styled_document.hpp"

namespace banxin::layout {

struct Setting {
  const style::StyledDocument& styled;
  const font::Library& fonts;
  const image::Store& images;
  bool explain = false;  ///< keep the adjustments of each line
  [[nodiscard]] const style::StyleSheet& styles() const { return *styled.styles; }
  [[nodiscard]] Length grid() const { return styled.styles->body_leading(); }
};

}  // namespace banxin::layout
