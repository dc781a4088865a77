// Selects the color space in which a gradient is interpolated, so that spot inks stay on their plates.
#pragma once

#include <string>
#include <vector>

#include "graphics/paint.hpp"
#include "pdf/color/color.hpp"
#include "pdf/content/resources.hpp"

namespace banxin::pdf {

/// On screen, and in print without spot inks, the process space. Tints of one spot ink, with paper white,
/// blend in Separation (ISO 32000-1, 8.6.6.4); several inks in DeviceN, with a tint transform for devices without the
/// plates (8.6.6.5).
class GradientSpace {
 public:
  GradientSpace(const std::vector<graphics::GradientStop>& stops, const ColorWriter& colors, ResourceList& resources);
  [[nodiscard]] const std::string& space() const { return space_; }
  /// The components of a stop in that space, in brackets.
  [[nodiscard]] std::string components(const Color& color) const;

 private:
  [[nodiscard]] std::string device_n(ResourceList& resources) const;
  [[nodiscard]] std::string tint_transform() const;

  const ColorWriter& colors_;
  std::vector<Spot> spots_;  // by name, at full tint
  bool process_ = false;     // also process colors
  std::string space_;
};

}  // namespace banxin::pdf
