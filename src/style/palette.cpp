#include "style/palette.hpp"

#include <algorithm>
#include <array>

namespace banxin::style {

namespace {

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::optional<Cmyk> read_recipe(const std::vector<double>& percent) {
  if (percent.size() != 4) return std::nullopt;
  if (std::any_of(percent.begin(), percent.end(), [](double p) { return p < 0 || p > 100; })) return std::nullopt;
  return Cmyk{percent[0] / 100, percent[1] / 100, percent[2] / 100, percent[3] / 100};
}

}  // namespace

std::optional<Rgb> parse_hex(std::string_view text) {
  if (text.empty() || text.front() != '#') return std::nullopt;
  text.remove_prefix(1);
  if (text.size() != 3 && text.size() != 6) return std::nullopt;
  std::array<double, 3> channels{};
  const std::size_t digits = text.size() / 3;
  for (std::size_t i = 0; i < 3; ++i) {
    const int high = hex_digit(text[i * digits]);
    const int low = hex_digit(text[i * digits + digits - 1]);
    if (high < 0 || low < 0) return std::nullopt;
    channels[i] = (high * 16 + low) / 255.0;
  }
  return Rgb{channels[0], channels[1], channels[2]};
}

Color find_color(const std::map<std::string, Color>& palette, const Spanned<std::string>& name,
                 Diagnostics& diagnostics) {
  if (auto found = palette.find(name.value); found != palette.end()) return found->second;
  std::vector<std::string_view> names;
  for (const auto& [known, unused] : palette) names.push_back(known);
  diagnostics.report(MessageId::color_unknown, name.span, {name.value}, did_you_mean(name.value, names));
  return Color::black();
}

std::map<std::string, Color> read_palette(const std::map<std::string, PaletteEntry>& entries,
                                          Diagnostics& diagnostics) {
  std::map<std::string, std::pair<Cmyk, std::string>> inks;  // spot ink: its recipe and the first color that uses it
  std::map<std::string, Color> palette{{"black", Color::black()}, {"white", Color::white()}};
  for (const auto& [name, entry] : entries) {
    if (!entry.tint_of.value.empty()) continue;
    Color color;
    if (auto rgb = parse_hex(entry.rgb.value)) {
      color.rgb = *rgb;
    } else {
      diagnostics.report(MessageId::color_malformed, entry.rgb.span, {entry.rgb.value});
    }
    if (!entry.cmyk.empty()) {
      color.cmyk = read_recipe(entry.cmyk);
      if (!color.cmyk) diagnostics.report(MessageId::recipe_out_of_range, entry.span, {name});
    }
    if (!entry.spot.value.empty()) {
      color.spot = Spot{entry.spot.value, entry.spot_tint / 100, color.cmyk.value_or(Cmyk{})};
      const auto [first, is_new] = inks.try_emplace(entry.spot.value, std::pair{color.spot->alternate, name});
      if (!is_new && first->second.first != color.spot->alternate) {
        diagnostics.report(MessageId::spot_recipes_differ, entry.spot.span, {entry.spot.value, first->second.second},
                           "use the same `cmyk` for both, and `spot_tint` for a lighter color");
      }
    }
    palette[name] = color;
  }
  for (const auto& [name, entry] : entries) {
    if (entry.tint_of.value.empty()) continue;
    const auto whole = entries.find(entry.tint_of.value);
    const bool is_tint_itself = whole != entries.end() && !whole->second.tint_of.value.empty();
    if (auto found = palette.find(entry.tint_of.value); found != palette.end() && !is_tint_itself) {
      palette[name] = found->second.tint(entry.tint / 100);
    } else {
      std::vector<std::string_view> names;
      for (const auto& [known, unused] : palette) names.push_back(known);
      diagnostics.report(MessageId::color_unknown, entry.tint_of.span, {entry.tint_of.value},
                         did_you_mean(entry.tint_of.value, names));
    }
  }
  return palette;
}

}  // namespace banxin::style
