// Color operators: converts colors to the color spaces of an output profile (ISO 32000-1, 8.6).
#pragma once

#include <string>

#include "core/color.hpp"
#include "graphics/paint.hpp"
#include "pdf/content/resources.hpp"
#include "profile/profile.hpp"

namespace banxin::pdf {

/// Converts sRGB to the inks of an output condition with its ICC profile. Thread-safe.
class InkConverter {
 public:
  virtual ~InkConverter() = default;
  [[nodiscard]] virtual Cmyk inks(const Rgb& rgb) const = 0;
};

/// Writes colors for one output profile. Screen: DeviceRGB, defined by the sRGB output intent. Print: spot inks as
/// Separation, CMYK values unchanged as DeviceCMYK, everything else converted.
class ColorWriter {
 public:
  /// `converter` is used only in print, for colors without CMYK values; it must outlive the writer.
  ColorWriter(const profile::Profile& profile, const InkConverter* converter)
      : profile_(profile), converter_(converter) {}

  enum class Use { fill, stroke };
  /// ".1 .2 .3 rg" and the like.
  [[nodiscard]] std::string operators(const Color& color, Use use, ResourceList& resources) const;
  /// Print: does this paint overprint what is below (8.6.7)? Solid K does, so that no white shows where plates are out
  /// of register.
  [[nodiscard]] bool overprints(const graphics::Paint& paint) const;
  /// The color space of gradients and groups: /DeviceRGB or /DeviceCMYK.
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
