#include "data/format/decimal.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <string_view>

namespace banxin::data {

Decimal decimal(double value) {
  constexpr std::size_t certain = 15;                 // digits that every double keeps
  constexpr double largest_whole = 9007199254740992;  // 2^53
  value = std::abs(value);
  std::array<char, 64> buffer{};
  auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::scientific).ptr;
  const auto parsed = [&] {
    const std::string_view text(buffer.data(), static_cast<std::size_t>(end - buffer.data()));
    const std::size_t e = text.find('e');
    Decimal result{std::string(text.substr(0, 1)), 1};
    if (e > 2) result.digits += text.substr(2, e - 2);
    int exponent = 0;
    std::from_chars(text.data() + e + (text[e + 1] == '+' ? 2 : 1), text.data() + text.size(), exponent);
    result.point = exponent + 1;
    result.digits.erase(result.digits.find_last_not_of('0') + 1);
    return result;
  };
  Decimal result = parsed();
  if (result.digits.size() > certain && (result.decimals() > 0 || value > largest_whole)) {
    end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::scientific,
                        static_cast<int>(certain) - 1)
              .ptr;
    result = parsed();
  }
  return result;
}

std::string fixed(const Decimal& number, int decimals) {
  const int whole = std::max(number.point, 0);
  std::string digits(static_cast<std::size_t>(whole - number.point), '0');
  digits += number.digits;
  const auto length = static_cast<std::size_t>(whole + decimals);
  const bool up = length < digits.size() && digits[length] >= '5';
  digits.resize(length, '0');
  digits.insert(digits.begin(), '0');
  if (up) {
    std::size_t at = digits.size() - 1;
    while (digits[at] == '9') digits[at--] = '0';
    ++digits[at];
  }
  if (decimals > 0) digits.insert(digits.size() - static_cast<std::size_t>(decimals), ".");
  const std::size_t first = digits.find_first_not_of('0');
  digits.erase(0, first == std::string::npos ? digits.size() - 1 : digits[first] == '.' ? first - 1 : first);
  return digits;
}

std::string grouped(std::string digits) {
  const std::size_t whole = std::min(digits.find('.'), digits.size());
  // Four digits read well as they are; from five on groups of three.
  if (whole < 5) return digits;
  for (std::size_t at = whole - 3;; at -= 3) {
    digits.insert(at, ",");
    if (at <= 3) return digits;
  }
}

}  // namespace banxin::data
