// The printing condition of the print profile: its ICC profile, and sRGB turned into its inks.
#pragma once

#include <memory>
#include <string_view>

#include "pdf/colour.hpp"

namespace banxin::pdf {

/// The profile of FOGRA39, compiled into the program.
std::string_view fogra39_profile();

/// From sRGB by relative colorimetric intent with black point compensation. Neutral black and greys of text stay on K
/// only where the layout says so with a recipe: this knows no recipes.
std::unique_ptr<InkConverter> make_ink_converter(std::string_view output_profile);

}  // namespace banxin::pdf
