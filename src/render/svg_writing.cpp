#include "render/svg_writing.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace banxin::render {

void append_number(std::string& out, double value) {
  const auto thousandths = static_cast<long long>(std::llround(value * 1000));
  const unsigned long long size = static_cast<unsigned long long>(thousandths < 0 ? -thousandths : thousandths);
  if (thousandths < 0) out.push_back('-');
  fmt::format_to(std::back_inserter(out), "{}", size / 1000);
  unsigned long long rest = size % 1000;
  if (rest == 0) return;
  out.push_back('.');
  for (unsigned long long place = 100; rest > 0; place /= 10) {
    out.push_back(static_cast<char>('0' + rest / place));
    rest %= place;
  }
}

void append_escaped(std::string& out, std::string_view text) {
  for (const char c : text) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      default:
        if (static_cast<unsigned char>(c) >= 0x20 || c == '\t' || c == '\n') out.push_back(c);
    }
  }
}

std::string color_name(const Rgb& color) {
  const auto byte = [](double value) { return static_cast<int>(std::lround(std::clamp(value, 0.0, 1.0) * 255)); };
  return fmt::format("#{:02x}{:02x}{:02x}", byte(color.r), byte(color.g), byte(color.b));
}

std::string path_data(const graphics::Path& path) {
  std::string out;
  std::size_t next = 0;
  const auto points = [&](char verb, int count) {
    out.push_back(verb);
    for (int i = 0; i < count; ++i) {
      if (i > 0) out.push_back(' ');
      append_number(out, path.points[next].x.to_pt());
      out.push_back(' ');
      append_number(out, path.points[next].y.to_pt());
      ++next;
    }
  };
  for (const graphics::Path::Verb verb : path.verbs) {
    switch (verb) {
      case graphics::Path::Verb::move: points('M', 1); break;
      case graphics::Path::Verb::line: points('L', 1); break;
      case graphics::Path::Verb::cubic: points('C', 3); break;
      case graphics::Path::Verb::close: out.push_back('Z'); break;
    }
  }
  return out;
}

std::string base64(std::string_view bytes) {
  constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    unsigned word = 0;
    const std::size_t have = std::min<std::size_t>(3, bytes.size() - i);
    for (std::size_t k = 0; k < 3; ++k) word = word << 8 | (k < have ? static_cast<unsigned char>(bytes[i + k]) : 0U);
    for (std::size_t k = 0; k < 4; ++k) out.push_back(k <= have ? letters[word >> (18 - 6 * k) & 63U] : '=');
  }
  return out;
}

}  // namespace banxin::render
