// A length as it is written: in em until the font size is known.
#pragma once

#include "core/length.hpp"
#include "core/span.hpp"

namespace banxin::model {

struct Measure {
  enum class Unit { absolute, em, lines, percent } unit = Unit::absolute;
  Length length;      ///< absolute
  double number = 0;  ///< em, lines or percent
  Span span;
  [[nodiscard]] Length resolve(Length em, Length line = {}, Length whole = {}) const {
    switch (unit) {
      case Unit::em: return em * number;
      case Unit::lines: return line * number;
      case Unit::percent: return whole * (number / 100.0);
      case Unit::absolute: break;
    }
    return length;
  }
};

}  // namespace banxin::model
