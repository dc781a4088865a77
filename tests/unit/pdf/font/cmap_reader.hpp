// Reads a ToUnicode CMap back, strictly by ISO 32000-1, 9.10.3.
#pragma once

#include <catch2/catch.hpp>

#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

#include "pdf/font/to_unicode.hpp"

namespace banxin::test {

inline std::string utf8_of(const std::string& hex) {
  std::string text;
  std::vector<unsigned> units;
  for (std::size_t i = 0; i < hex.size(); i += 4)
    units.push_back(static_cast<unsigned>(std::stoul(hex.substr(i, 4), nullptr, 16)));
  for (std::size_t i = 0; i < units.size(); ++i) {
    unsigned c = units[i];
    if (c >= 0xd800 && c < 0xdc00) {
      REQUIRE(i + 1 < units.size());
      c = 0x10000 + ((c - 0xd800) << 10) + (units[++i] - 0xdc00);
    }
    if (c < 0x80) {
      text += static_cast<char>(c);
    } else if (c < 0x800) {
      text += static_cast<char>(0xc0 | c >> 6);
      text += static_cast<char>(0x80 | (c & 0x3f));
    } else {
      if (c < 0x10000) {
        text += static_cast<char>(0xe0 | c >> 12);
      } else {
        text += static_cast<char>(0xf0 | c >> 18);
        text += static_cast<char>(0x80 | (c >> 12 & 0x3f));
      }
      text += static_cast<char>(0x80 | (c >> 6 & 0x3f));
      text += static_cast<char>(0x80 | (c & 0x3f));
    }
  }
  return text;
}

/// Ascending by code; a code given twice, a wrong count or a range that crosses a byte fails the test.
inline std::vector<pdf::CodeText> read_cmap(const std::string& cmap) {
  std::vector<pdf::CodeText> result;
  std::istringstream lines(cmap);
  std::string line;
  std::size_t left = 0;
  bool range = false;
  while (std::getline(lines, line)) {
    const std::size_t at = line.find(" beginbf");
    if (at != std::string::npos) {
      left = std::stoul(line);
      range = line.substr(at + 8) == "range";
      REQUIRE(left >= 1);
      REQUIRE(left <= 100);
      for (; left > 0; --left) {
        REQUIRE(std::getline(lines, line));
        std::vector<std::string> fields;
        for (std::size_t open = line.find('<'); open != std::string::npos; open = line.find('<', open + 1)) {
          fields.push_back(line.substr(open + 1, line.find('>', open) - open - 1));
        }
        REQUIRE(fields.size() == (range ? 3U : 2U));
        const unsigned long first = std::stoul(fields[0], nullptr, 16);
        const unsigned long last = range ? std::stoul(fields[1], nullptr, 16) : first;
        REQUIRE(first >> 8 == last >> 8);
        REQUIRE(last >= first);
        std::string hex = fields.back();
        const unsigned long low = std::stoul(hex.substr(hex.size() - 2), nullptr, 16);
        REQUIRE(low + (last - first) <= 0xff);
        for (unsigned long code = first; code <= last; ++code) {
          char digits[3];
          std::snprintf(digits, sizeof digits, "%02lX", low + (code - first));
          hex.replace(hex.size() - 2, 2, digits);
          result.push_back({static_cast<std::uint16_t>(code), utf8_of(hex)});
        }
      }
      REQUIRE(std::getline(lines, line));
      REQUIRE(line == (range ? "endbfrange" : "endbfchar"));
    }
  }
  std::sort(result.begin(), result.end(), [](const auto& a, const auto& b) { return a.code < b.code; });
  for (std::size_t i = 1; i < result.size(); ++i) REQUIRE(result[i].code != result[i - 1].code);
  return result;
}

}  // namespace banxin::test
