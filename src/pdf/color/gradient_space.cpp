#include "pdf/color/gradient_space.hpp"

#include <algorithm>
#include <array>

#include "pdf/object/number.hpp"

namespace banxin::pdf {

namespace {

std::array<double, 4> plates(const Cmyk& inks) { return {inks.c, inks.m, inks.y, inks.k}; }

void append(std::string& out, double value) {
  append_number(out, value, 4);
  out.push_back(' ');
}

}  // namespace

GradientSpace::GradientSpace(const std::vector<graphics::GradientStop>& stops, const ColorWriter& colors,
                             ResourceList& resources)
    : colors_(colors), space_(colors.process_space()) {
  if (!colors.print()) return;
  for (const graphics::GradientStop& stop : stops) {
    if (!stop.color.spot) {
      process_ |= colors.inks(stop.color).total() > 0;
      continue;
    }
    const auto same = [&](const Spot& known) { return known.name == stop.color.spot->name; };
    if (std::none_of(spots_.begin(), spots_.end(), same)) spots_.push_back(*stop.color.spot);
  }
  if (spots_.empty()) return;
  std::sort(spots_.begin(), spots_.end(), [](const Spot& a, const Spot& b) { return a.name < b.name; });
  space_ = spots_.size() == 1 && !process_ ? separation(spots_.front()) : device_n(resources);
}

std::string GradientSpace::components(const Color& color) const {
  if (spots_.empty()) return colors_.components(color);
  std::string out = "[";
  for (const Spot& spot : spots_) append(out, color.spot && color.spot->name == spot.name ? color.spot->tint : 0);
  if (process_) {
    for (const double ink : plates(color.spot ? Cmyk{} : colors_.inks(color))) append(out, ink);
  }
  out.back() = ']';
  return out;
}

std::string GradientSpace::device_n(ResourceList& resources) const {
  std::string names, colorants, domain;
  for (const Spot& spot : spots_) {
    append_name(names, spot.name);
    append_name(colorants, spot.name);
    colorants += separation(spot);
  }
  if (process_) names += "/Cyan/Magenta/Yellow/Black";
  for (std::size_t i = 0; i < spots_.size() + (process_ ? 4 : 0); ++i) domain += "0 1 ";
  domain.pop_back();
  const std::string transform = resources.reference(
      {ResourceKind::shading, "/FunctionType 4/Domain[" + domain + "]/Range[0 1 0 1 0 1 0 1]", true, tint_transform()});
  return "[/DeviceN[" + names + "]/DeviceCMYK " + transform + "<</Colorants<<" + colorants + ">>>>]";
}

// A calculator function (7.10.5): each plate is the sum of the inks on it, at most 1.
std::string GradientSpace::tint_transform() const {
  const std::size_t count = spots_.size() + (process_ ? 4 : 0);
  std::string out = "{";
  const auto operand = [&](std::size_t which, std::size_t above) {
    append_integer(out, static_cast<std::int64_t>(count - 1 - which + above));
    out += " index ";
  };
  for (std::size_t plate = 0; plate < 4; ++plate) {
    out += "0 ";
    for (std::size_t i = 0; i < spots_.size(); ++i) {
      operand(i, plate + 1);
      append(out, plates(spots_[i].alternate)[plate]);
      out += "mul add ";
    }
    if (process_) {
      operand(spots_.size() + plate, plate + 1);
      out += "add ";
    }
    out += "dup 1 gt{pop 1}if ";
  }
  append_integer(out, static_cast<std::int64_t>(count + 4));
  out += " 4 roll";
  for (std::size_t i = 0; i < count; ++i) out += " pop";
  return out + "}";
}

}  // namespace banxin::pdf
