// Numbers, escaped text, colors and paths in the syntax of SVG.
#pragma once

#include <string>
#include <string_view>

#include "core/color.hpp"
#include "graphics/path.hpp"

namespace banxin::render {

/// At most three decimals, without trailing zeros.
void append_number(std::string& out, double value);
/// For text and for attribute values between double quotation marks; without characters that XML 1.0 does not allow.
void append_escaped(std::string& out, std::string_view text);
/// "#rrggbb"
std::string color_name(const Rgb& color);
/// The value of the attribute d.
std::string path_data(const graphics::Path& path);
/// RFC 4648, section 4.
std::string base64(std::string_view bytes);

}  // namespace banxin::render
