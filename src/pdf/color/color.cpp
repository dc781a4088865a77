#include "pdf/color/color.hpp"

#include <initializer_list>

#include "pdf/object/number.hpp"

namespace banxin::pdf {

namespace {

// Four places: 0.01 % of ink, finer than any plate.
std::string numbers(std::initializer_list<double> values) {
  std::string out;
  for (const double value : values) {
    if (!out.empty()) out.push_back(' ');
    append_number(out, value, 4);
  }
  return out;
}

std::string numbers(const Cmyk& inks) { return numbers({inks.c, inks.m, inks.y, inks.k}); }

}  // namespace

std::string separation(const Spot& spot) {
  std::string out = "[/Separation";
  append_name(out, spot.name);
  out += "/DeviceCMYK<</FunctionType 2/Domain[0 1]/N 1/C0[0 0 0 0]/C1[" + numbers(spot.alternate) + "]>>]";
  return out;
}

Cmyk ColorWriter::inks(const Color& color) const {
  if (color.spot) {
    const Cmyk& full = color.spot->alternate;
    const double tint = color.spot->tint;
    return {full.c * tint, full.m * tint, full.y * tint, full.k * tint};
  }
  if (color.cmyk) return *color.cmyk;
  return converter_ ? converter_->inks(color.rgb) : Cmyk{};
}

std::string ColorWriter::operators(const Color& color, Use use, ResourceList& resources) const {
  const bool fill = use == Use::fill;
  if (!profile_.print) {
    const Rgb& c = color.rgb;
    return numbers({c.r, c.g, c.b}) + (fill ? " rg" : " RG");
  }
  if (color.spot) {
    const std::string name = resources.name({ResourceKind::color_space, separation(*color.spot), false, {}});
    return "/" + name + (fill ? " cs " : " CS ") + numbers({color.spot->tint}) + (fill ? " scn" : " SCN");
  }
  return numbers(inks(color)) + (fill ? " k" : " K");
}

bool ColorWriter::overprints(const graphics::Paint& paint) const {
  const auto* color = std::get_if<Color>(&paint.source);
  return profile_.print && color && !color->spot && color->cmyk == Cmyk{0, 0, 0, 1} && paint.opacity == 1;
}

std::string ColorWriter::components(const Color& color) const {
  if (profile_.print) return "[" + numbers(inks(color)) + "]";
  return "[" + numbers({color.rgb.r, color.rgb.g, color.rgb.b}) + "]";
}

}  // namespace banxin::pdf
