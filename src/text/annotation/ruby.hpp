// 注音: pinyin and other annotations over (in vertical text next to) their base, bopomofo on its right
// (CLREQ, Positioning of Bopomofo and of Romanization; JLREQ 3.3).
#pragma once

#include "core/diagnostic.hpp"
#include "text/annotation/decorations.hpp"
#include "text/shaped_text.hpp"

namespace banxin::text {

/// Sets the annotations of all runs and reserves space for those that are wider than their base. The last step of
/// `Paragraph::prepare`.
void prepare_ruby(ShapedText& shaped, Diagnostics& diagnostics);

/// Adds the annotations of the clusters in `extent` to `line`.
void place_ruby(const ShapedText& shaped, const Extent& extent, Line& line);

}  // namespace banxin::text
