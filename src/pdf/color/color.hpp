// Color operators: the one place where a typed color becomes numbers of an output profile (ISO 32000-1, 8.6).
#pragma once

#include <string>

#include "core/color.hpp"
#include "graphics/paint.hpp"
#include "pdf/content/resources.hpp"
#include "profile/profile.hpp"

namespace banxin::pdf {

/// Turns sRGB into the inks of an output condition; made by the profile's ICC transform. Thread-safe.
class InkConverter {
 public:
  virtual ~InkConverter() = default;
  [[nodiscard]] virtual Cmyk inks(const Rgb& rgb) const = 0;
};

/// How one output profile writes colors. Screen: DeviceRGB, which the sRGB output intent defines. Print: spot inks as
/// Separation, recipes as DeviceCMYK with exactly their numbers, everything else converted.
class ColorWriter {
 public:
  /// `converter` is asked only in print, for colors without a recipe; it must outlive the writer.
  ColorWriter(const profile::Profile& profile, const InkConverter* converter)
      : profile_(profile), converter_(converter) {}

  enum class Use { fill, stroke };
  /// ".1 .2 .3 rg" and the like.
  [[nodiscard]] std::string operators(const Color& color, Use use, ResourceList& resources) const;
  /// Print: does this paint go over what lies below (8.6.7)? K alone at full strength does, so that no white shows
  /// where plates are out of register.
  [[nodiscard]] bool overprints(const graphics::Paint& paint) const;
  /// The space in which gradients and groups are computed: /DeviceRGB or /DeviceCMYK.
  [[nodiscard]] const char* process_space() const { return profile_.print ? "/DeviceCMYK" : "/DeviceRGB"; }
  /// The numbers of a color in that space: "[.1 .2 .3]".
  [[nodiscard]] std::string components(const Color& color) const;
  [[nodiscard]] bool print() const { return profile_.print; }
  /// In print: process inks, for a spot ink those of its approximation.
  [[nodiscard]] Cmyk inks(const Color& color) const;

 private:
  const profile::Profile& profile_;
  const InkConverter* converter_;
};

/// The color space of a spot ink (8.6.6.4): its name, and its approximation by a tint transform from paper white to
/// the alternate at full tint.
std::string separation(const Spot& spot);

}  // namespace banxin::pdf
