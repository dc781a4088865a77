#include "layout/numerals.hpp"

#include <array>

namespace banxin::layout {

namespace {

std::string utf8(char32_t c) {
  std::string out;
  out += static_cast<char>(0xE0 | (c >> 12));
  out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
  out += static_cast<char>(0x80 | (c & 0x3F));
  return out;
}

}  // namespace

std::string han_numeral(int number) {
  static constexpr std::array<const char*, 10> digits{"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
  static constexpr std::array<const char*, 4> places{"", "十", "百", "千"};
  if (number < 1 || number > 9999) return std::to_string(number);
  std::string out;
  bool zero_due = false;
  for (int place = 3, unit = 1000; place >= 0; --place, unit /= 10) {
    const int digit = number / unit % 10;
    if (digit == 0) {
      zero_due = !out.empty();
      continue;
    }
    if (zero_due) out += digits[0];
    zero_due = false;
    // 10 to 19 begin with 十, not 一十.
    if (!(digit == 1 && place == 1 && out.empty())) out += digits[static_cast<std::size_t>(digit)];
    out += places[static_cast<std::size_t>(place)];
  }
  return out;
}

std::string circled_numeral(int number) {
  if (number >= 1 && number <= 20) return utf8(static_cast<char32_t>(0x2460 + number - 1));
  if (number >= 21 && number <= 35) return utf8(static_cast<char32_t>(0x3251 + number - 21));
  if (number >= 36 && number <= 50) return utf8(static_cast<char32_t>(0x32B1 + number - 36));
  return "(" + std::to_string(number) + ")";
}

std::string list_label(model::List::Marker marker, int number) {
  using Marker = model::List::Marker;
  switch (marker) {
    case Marker::bullet: return "•";
    case Marker::decimal: return std::to_string(number) + ".";
    case Marker::han: return han_numeral(number) + "、";
    case Marker::han_parenthesized: return "（" + han_numeral(number) + "）";
    case Marker::circled: return circled_numeral(number);
  }
  return {};
}

}  // namespace banxin::layout
