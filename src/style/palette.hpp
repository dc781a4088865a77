// A layout's named colors as typed values.
#pragma once

#include <map>
#include <string>

#include "core/diagnostic.hpp"
#include "style/layout_spec.hpp"

namespace banxin::style {

/// Each entry with its screen value and its printing recipe; `black` and `white` are always there.
/// Reports a bad hexadecimal value (B303), a recipe out of 0..100 (B304), an unknown or circular `tint_of` (B302).
std::map<std::string, Color> read_palette(const std::map<std::string, PaletteEntry>& entries,
                                           Diagnostics& diagnostics);

/// The color of a name; reports an unknown one (B302) with the nearest there is, and gives black.
Color find_color(const std::map<std::string, Color>& palette, const Spanned<std::string>& name,
                   Diagnostics& diagnostics);

/// "#RGB" or "#RRGGBB"; nothing otherwise.
std::optional<Rgb> parse_hex(std::string_view text);

}  // namespace banxin::style
