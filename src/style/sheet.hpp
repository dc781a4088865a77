// The page: trim size, bleed and margins.
#pragma once

#include <string_view>

#include "core/diagnostic.hpp"
#include "core/geometry.hpp"
#include "model/document.hpp"
#include "style/layout_spec.hpp"

namespace banxin::style {

/// Margins of a right-hand page; if `facing`, left-hand pages mirror inner and outer.
struct Sheet {
  Size trim;
  Length bleed;
  Length top, bottom, inner, outer;
  bool facing = false;
  /// The text area (版心).
  [[nodiscard]] Rect text_area(bool right_hand) const {
    return {right_hand || !facing ? inner : outer, top, trim.width - inner - outer, trim.height - top - bottom};
  }
};

/// The layout's sheet with the report's overrides. Reports an unknown size name (B310) and margins that leave no
/// text area (B309).
Sheet read_sheet(const LayoutSpec& layout, const model::PageOverride& override, Diagnostics& diagnostics);

}  // namespace banxin::style
