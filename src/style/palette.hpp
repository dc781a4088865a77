// The named colors of a layout.
#pragma once

#include <map>
#include <string>

#include "core/diagnostic.hpp"
#include "style/layout_spec.hpp"

namespace banxin::style {

/// Each entry with its screen value and its inks; `black` and `white` always exist.
/// Reports a bad hexadecimal value (B303), a recipe out of 0..100 (B304), an unknown or circular `tint_of` (B302).
std::map<std::string, Color> read_palette(const std::map<std::string, PaletteEntry>& entries, Diagnostics& diagnostics);

/// The color with this name. Reports an unknown name (B302) with the nearest one, and returns black.
Color find_color(const std::map<std::string, Color>& palette, const Spanned<std::string>& name,
                 Diagnostics& diagnostics);

/// "#RGB" or "#RRGGBB"; else empty.
std::optional<Rgb> parse_hex(std::string_view text);

}  // namespace banxin::style
