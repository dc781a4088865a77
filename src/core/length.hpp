// Lengths of the layout: integers in one small unit, so that no floating-point rounding decides a line break.
#pragma once

#include <cmath>
#include <compare>
#include <cstdint>

namespace banxin {

/// A signed length in units of 1/65536 pt (1 pt = 1/72 inch, the unit of PDF user space).
/// The 64-bit count is far larger than any page needs; arithmetic does not check for overflow.
class Length {
 public:
  static constexpr std::int64_t units_per_pt = 65536;

  constexpr Length() = default;
  static constexpr Length units(std::int64_t count) { return Length{count}; }
  static constexpr Length pt(double points) { return Length{round_to_int(points * units_per_pt)}; }
  static constexpr Length mm(double millimeters) { return pt(millimeters * 72.0 / 25.4); }
  static constexpr Length cm(double centimeters) { return mm(centimeters * 10.0); }
  static constexpr Length inch(double inches) { return pt(inches * 72.0); }
  /// 1 Q = 0.25 mm, the unit of Japanese and some Chinese typesetting.
  static constexpr Length q(double quarters) { return mm(quarters * 0.25); }

  [[nodiscard]] constexpr std::int64_t count() const { return count_; }
  [[nodiscard]] constexpr double to_pt() const { return static_cast<double>(count_) / units_per_pt; }
  [[nodiscard]] constexpr double to_mm() const { return to_pt() * 25.4 / 72.0; }

  constexpr auto operator<=>(const Length&) const = default;
  constexpr Length operator-() const { return Length{-count_}; }
  constexpr Length& operator+=(Length other) {
    count_ += other.count_;
    return *this;
  }
  constexpr Length& operator-=(Length other) {
    count_ -= other.count_;
    return *this;
  }
  friend constexpr Length operator+(Length a, Length b) { return Length{a.count_ + b.count_}; }
  friend constexpr Length operator-(Length a, Length b) { return Length{a.count_ - b.count_}; }
  friend constexpr Length operator*(Length a, std::int64_t factor) { return Length{a.count_ * factor}; }
  friend constexpr Length operator*(std::int64_t factor, Length a) { return a * factor; }
  friend constexpr Length operator*(Length a, int factor) { return Length{a.count_ * factor}; }
  friend constexpr Length operator*(int factor, Length a) { return a * factor; }
  friend constexpr Length operator*(Length a, double factor) {
    return Length{round_to_int(static_cast<double>(a.count_) * factor)};
  }
  friend constexpr Length operator*(double factor, Length a) { return a * factor; }
  /// Integer division, truncating towards zero.
  friend constexpr Length operator/(Length a, std::int64_t divisor) { return Length{a.count_ / divisor}; }
  friend constexpr Length operator/(Length a, int divisor) { return Length{a.count_ / divisor}; }
  friend constexpr double operator/(Length a, Length b) {
    return static_cast<double>(a.count_) / static_cast<double>(b.count_);
  }
  /// `a * numerator / denominator` without rounding the product.
  static constexpr Length scaled(Length a, std::int64_t numerator, std::int64_t denominator) {
    return Length{a.count_ * numerator / denominator};
  }

 private:
  constexpr explicit Length(std::int64_t count) : count_(count) {}
  static constexpr std::int64_t round_to_int(double value) {
    return static_cast<std::int64_t>(value < 0 ? value - 0.5 : value + 0.5);
  }
  std::int64_t count_ = 0;
};

inline constexpr Length abs(Length a) { return a < Length{} ? -a : a; }

namespace literals {
constexpr Length operator""_pt(long double v) { return Length::pt(static_cast<double>(v)); }
constexpr Length operator""_pt(unsigned long long v) { return Length::pt(static_cast<double>(v)); }
constexpr Length operator""_mm(long double v) { return Length::mm(static_cast<double>(v)); }
constexpr Length operator""_mm(unsigned long long v) { return Length::mm(static_cast<double>(v)); }
}  // namespace literals

}  // namespace banxin
