// Affine maps of plain numbers: x' = a·x + c·y + e, y' = b·x + d·y + f.
#pragma once

#include <cmath>
#include <optional>
#include <utility>

#include "core/geometry.hpp"

namespace banxin::image {

struct Matrix {
  double a = 1, b = 0, c = 0, d = 1, e = 0, f = 0;

  [[nodiscard]] std::pair<double, double> apply(double x, double y) const {
    return {a * x + c * y + e, b * x + d * y + f};
  }
  [[nodiscard]] double determinant() const { return a * d - b * c; }
  /// Empty if it is not invertible.
  [[nodiscard]] std::optional<Matrix> inverse() const {
    const double det = determinant();
    if (!std::isfinite(1 / det)) return std::nullopt;
    return Matrix{d / det, -b / det, -c / det, a / det, (c * f - d * e) / det, (b * e - a * f) / det};
  }
  /// Does it map circles to circles?
  [[nodiscard]] bool keeps_shape() const {
    const double size = std::abs(a) + std::abs(b) + std::abs(c) + std::abs(d);
    const double skew = std::abs(a * c + b * d), stretch = std::abs(a * a + b * b - c * c - d * d);
    return skew + stretch <= 1e-3 * size * size;
  }
  [[nodiscard]] double scale() const { return std::sqrt(std::abs(determinant())); }
  /// With its translation in units of `unit` points.
  [[nodiscard]] Affine affine(double unit) const { return {a, b, c, d, Length::pt(e * unit), Length::pt(f * unit)}; }
};

}  // namespace banxin::image
