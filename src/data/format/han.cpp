#include "data/format/han.hpp"

#include <array>
#include <cstdint>

namespace banxin::data {

namespace {

constexpr std::array<const char*, 10> digits{"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
constexpr std::array<const char*, 4> places{"", "十", "百", "千"};
constexpr std::array<const char*, 4> groups{"", "万", "亿", "万亿"};

/// One to four digits; with `zero`, a 零 comes before the first of them.
std::string group(int number, bool zero, bool first) {
  std::string out;
  for (int place = 3, unit = 1000; place >= 0; --place, unit /= 10) {
    const int digit = number / unit % 10;
    if (digit == 0) {
      zero = zero || !out.empty();
      continue;
    }
    if (zero) out += digits[0];
    zero = false;
    // A number that begins with ten to nineteen begins with 十, not 一十.
    if (!(digit == 1 && place == 1 && out.empty() && first)) out += digits[static_cast<std::size_t>(digit)];
    out += places[static_cast<std::size_t>(place)];
  }
  return out;
}

std::string whole(std::uint64_t number) {
  if (number == 0) return digits[0];
  std::string out;
  bool zero = false;
  std::uint64_t unit = 1'000'000'000'000;
  for (std::size_t i = groups.size(); i-- > 0; unit /= 10'000) {
    const int part = static_cast<int>(number / unit % 10'000);
    if (part == 0) {
      zero = !out.empty();
      continue;
    }
    out += group(part, zero || (!out.empty() && part < 1000), out.empty()) + groups[i];
    zero = false;
  }
  // 一万亿三亿 reads 一万零三亿: the 万 of 万亿 and the 亿 after it share one 亿.
  const std::size_t both = out.find("万亿");
  if (both != std::string::npos && number / 100'000'000 % 10'000 != 0) {
    out.erase(both + std::string("万").size(), std::string("亿").size());
  }
  return out;
}

}  // namespace

std::string han(const Decimal& number, bool negative) {
  const std::string text = fixed(number, number.decimals());
  const std::size_t point = text.find('.');
  std::string out = (negative ? "负" : "") + whole(std::stoull(text.substr(0, point)));
  if (point == std::string::npos) return out;
  out += "点";
  for (const char c : text.substr(point + 1)) out += digits[static_cast<std::size_t>(c - '0')];
  return out;
}

}  // namespace banxin::data
