#include "font/weight.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <tuple>
#include <utility>

namespace banxin::font {
namespace {

constexpr std::array<std::pair<std::string_view, int>, 18> names{{
    {"thin", 100},
    {"hairline", 100},
    {"extralight", 200},
    {"ultralight", 200},
    {"light", 300},
    {"demilight", 350},
    {"semilight", 350},
    {"regular", 400},
    {"normal", 400},
    {"book", 400},
    {"medium", 500},
    {"semibold", 600},
    {"demibold", 600},
    {"bold", 700},
    {"extrabold", 800},
    {"ultrabold", 800},
    {"black", 900},
    {"heavy", 900},
}};

}  // namespace

std::optional<int> weight_from_name(std::string_view name) {
  int number = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
  if (error == std::errc{} && end == name.data() + name.size()) {
    return number >= 1 && number <= 1000 ? std::optional(number) : std::nullopt;
  }
  std::string plain;
  for (const char c : name) {
    if (c == '-' || c == ' ' || c == '_') continue;
    plain += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  for (const auto& [word, weight] : names) {
    if (word == plain) return weight;
  }
  return std::nullopt;
}

std::string_view weight_name(int weight) {
  constexpr std::array<std::string_view, 9> hundreds{"Thin",     "ExtraLight", "Light",     "Regular", "Medium",
                                                     "SemiBold", "Bold",       "ExtraBold", "Black"};
  if (weight == 350) return "DemiLight";
  return hundreds[static_cast<std::size_t>(std::clamp((weight + 50) / 100, 1, 9) - 1)];
}

std::optional<int> match_weight(int requested, const std::vector<int>& available) {
  // Each candidate's rank: the side that is looked at first, then the distance.
  const auto rank = [requested](int weight) {
    const int distance = std::abs(weight - requested);
    if (weight == requested) return std::tuple(0, 0);
    if (requested >= 400 && requested <= 500) {  // up to 500 first, then lighter, then bolder than 500
      if (weight > requested && weight <= 500) return std::tuple(1, distance);
      return std::tuple(weight < requested ? 2 : 3, distance);
    }
    const bool preferred = requested < 400 ? weight < requested : weight > requested;
    return std::tuple(preferred ? 1 : 2, distance);
  };
  const auto best =
      std::min_element(available.begin(), available.end(), [&](int a, int b) { return rank(a) < rank(b); });
  if (best == available.end()) return std::nullopt;
  return *best;
}

}  // namespace banxin::font
