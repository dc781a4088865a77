// 注音: pinyin and other annotations over (in vertical setting beside) their base, bopomofo on its right
// (CLREQ, Positioning of Bopomofo and of Romanization; JLREQ 3.3).
#pragma once

#include "core/diagnostic.hpp"
#include "text/annotation/decorations.hpp"
#include "text/setting.hpp"

namespace banxin::text {

/// Sets the annotations of all runs and makes room for those that are wider than their base. The last step of
/// preparing.
void prepare_ruby(Setting& setting, Diagnostics& diagnostics);

/// Adds the annotations of the clusters in `extent` to `line`.
void place_ruby(const Setting& setting, const Extent& extent, Line& line);

}  // namespace banxin::text
