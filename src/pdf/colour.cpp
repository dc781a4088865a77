#include "pdf/colour.hpp"

#include <initializer_list>

#include "pdf/number.hpp"

namespace banxin::pdf {

namespace {

// Four places: a hundredth of a per cent of ink, finer than any plate.
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

Cmyk ColourWriter::inks(const Colour& colour) const {
  if (colour.spot) {
    const Cmyk& full = colour.spot->alternate;
    const double tint = colour.spot->tint;
    return {full.c * tint, full.m * tint, full.y * tint, full.k * tint};
  }
  if (colour.cmyk) return *colour.cmyk;
  return converter_ ? converter_->inks(colour.rgb) : Cmyk{};
}

std::string ColourWriter::operators(const Colour& colour, Use use, ResourceList& resources) const {
  const bool fill = use == Use::fill;
  if (!profile_.print) {
    const Rgb& c = colour.rgb;
    return numbers({c.r, c.g, c.b}) + (fill ? " rg" : " RG");
  }
  if (colour.spot) {
    const std::string name = resources.name({ResourceKind::colour_space, separation(*colour.spot), false, {}});
    return "/" + name + (fill ? " cs " : " CS ") + numbers({colour.spot->tint}) + (fill ? " scn" : " SCN");
  }
  return numbers(inks(colour)) + (fill ? " k" : " K");
}

bool ColourWriter::overprints(const graphics::Paint& paint) const {
  const auto* colour = std::get_if<Colour>(&paint.source);
  return profile_.print && colour && !colour->spot && colour->cmyk == Cmyk{0, 0, 0, 1} && paint.opacity == 1;
}

std::string ColourWriter::components(const Colour& colour) const {
  if (profile_.print) return "[" + numbers(inks(colour)) + "]";
  return "[" + numbers({colour.rgb.r, colour.rgb.g, colour.rgb.b}) + "]";
}

}  // namespace banxin::pdf
