#include "pdf/color/gradient.hpp"

#include <algorithm>
#include <functional>

#include "pdf/color/gradient_space.hpp"
#include "pdf/object/number.hpp"

namespace banxin::pdf {

namespace {

using graphics::GradientStop;

// One exponential function (7.10.3) between each two stops, stitched (7.10.4); `value` writes a stop's numbers.
std::string stops_function(const std::vector<GradientStop>& stops,
                           const std::function<std::string(const GradientStop&)>& value) {
  const auto piece = [&](const GradientStop& from, const GradientStop& to) {
    return "<</FunctionType 2/Domain[0 1]/N 1/C0" + value(from) + "/C1" + value(to) + ">>";
  };
  // A function must be defined on all of [0, 1]: the outermost stops reach to the ends.
  std::vector<GradientStop> all = stops;
  if (all.front().at > 0) all.insert(all.begin(), all.front());
  all.front().at = 0;
  if (all.back().at < 1 || all.size() == 1) all.push_back(all.back());
  all.back().at = 1;
  if (all.size() == 2) return piece(all[0], all[1]);
  std::string functions, bounds, encode;
  for (std::size_t i = 0; i + 1 < all.size(); ++i) {
    functions += piece(all[i], all[i + 1]);
    encode += "0 1 ";
    if (i == 0) continue;
    append_number(bounds, std::clamp(all[i].at, 0.0, 1.0));
    bounds.push_back(' ');
  }
  bounds.pop_back();
  encode.pop_back();
  return "<</FunctionType 3/Domain[0 1]/Functions[" + functions + "]/Bounds[" + bounds + "]/Encode[" + encode + "]>>";
}

std::string axial(const PlacedGradient& placed, const std::string& space, const std::string& function) {
  std::string out = "/ShadingType 2/ColorSpace" + space + "/Coords[";
  for (const double value : {placed.x0, placed.y0, placed.x1, placed.y1}) {
    append_number(out, value, 3);
    out.push_back(' ');
  }
  out.back() = ']';
  return out + "/Extend[true true]/Function" + function;
}

}  // namespace

Matrix multiply(const Matrix& m, const Matrix& n) {
  return {m[0] * n[0] + m[1] * n[2], m[0] * n[1] + m[1] * n[3],        m[2] * n[0] + m[3] * n[2],
          m[2] * n[1] + m[3] * n[3], m[4] * n[0] + m[5] * n[2] + n[4], m[4] * n[1] + m[5] * n[3] + n[5]};
}

void append_matrix(std::string& out, const Matrix& matrix) {
  for (std::size_t i = 0; i < matrix.size(); ++i) {
    if (i > 0) out.push_back(' ');
    append_number(out, matrix[i], i < 4 ? 5 : 3);
  }
}

std::string shading_entries(const PlacedGradient& placed, const ColorWriter& colors, ResourceList& resources) {
  const GradientSpace space(placed.gradient.stops, colors, resources);
  return axial(placed, space.space(),
               stops_function(placed.gradient.stops, [&](const GradientStop& s) { return space.components(s.color); }));
}

bool has_opacity_stops(const graphics::LinearGradient& gradient) {
  return std::any_of(gradient.stops.begin(), gradient.stops.end(), [](const GradientStop& s) { return s.opacity < 1; });
}

std::string soft_mask_entries(const PlacedGradient& placed, const std::string& box, ResourceList& resources) {
  const std::string grey =
      axial(placed, "/DeviceGray", stops_function(placed.gradient.stops, [](const GradientStop& s) {
              std::string out = "[";
              append_number(out, s.opacity, 4);
              return out + "]";
            }));
  resources.enter();
  const std::string name = resources.name({ResourceKind::shading, grey, false, {}});
  const std::string used = resource_entries(resources.leave(), resources.all());
  const std::string form =
      resources.reference({ResourceKind::form,
                           "/Type/XObject/Subtype/Form/BBox" + box +
                               "/Group<</S/Transparency/CS/DeviceGray/I true>>/Resources<<" + used + ">>",
                           true, "/" + name + " sh"});
  return "/SMask<</S/Luminosity/G " + form + ">>";
}

}  // namespace banxin::pdf
