#include "data/table/cell.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <string>
#include <utility>

namespace banxin::data {

namespace {

using Kind = CellValue::Kind;

constexpr std::array<std::string_view, 10> missing_words{"", "-", "—", "——", "–", "N/A", "n/a", "NA", "null", "NULL"};
constexpr std::array<std::string_view, 6> true_words{"true", "TRUE", "True", "是", "yes", "Yes"};
constexpr std::array<std::string_view, 6> false_words{"false", "FALSE", "False", "否", "no", "No"};
constexpr std::array<std::string_view, 8> currencies{"￥", "¥", "$", "€", "£", "US$", "HK$", "NT$"};
constexpr std::array<std::pair<std::string_view, double>, 5> scales{
    {{"万", 1e4}, {"萬", 1e4}, {"亿", 1e8}, {"億", 1e8}, {"千", 1e3}}};

template <std::size_t N>
bool contains(const std::array<std::string_view, N>& words, std::string_view text) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

bool take(std::string_view& text, std::string_view word) {
  if (!text.starts_with(word)) return false;
  text.remove_prefix(word.size());
  return true;
}
bool take_end(std::string_view& text, std::string_view word) {
  if (!text.ends_with(word)) return false;
  text.remove_suffix(word.size());
  return true;
}
void trim(std::string_view& text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
}

/// ASCII for the full-width forms U+FF01 to U+FF5E and U+3000; empty if there are none.
std::optional<std::string> half_width(std::string_view text) {
  if (text.find("\xEF\xBC") == std::string_view::npos && text.find("　") == std::string_view::npos) return std::nullopt;
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = [&](std::size_t i) {
      return static_cast<unsigned char>(at + i < text.size() ? text[at + i] : 0);
    };
    if (byte(0) == 0xEF && byte(1) == 0xBC && byte(2) >= 0x81) {
      out += static_cast<char>(byte(2) - 0x81 + 0x21);
      at += 3;
    } else if (text.substr(at).starts_with("　")) {
      out += ' ';
      at += 3;
    } else {
      out += text[at++];
    }
  }
  return out;
}

/// Digits with separators and a point; empty if this is no number.
std::optional<double> magnitude(std::string_view text, bool decimal_comma, bool& digits_lost) {
  const char point = decimal_comma ? ',' : '.', separator = decimal_comma ? '.' : ',';
  if (text.empty() || text.size() > 64) return std::nullopt;
  std::array<char, 72> buffer{};
  std::size_t length = 0, significant = 0, since_separator = 0;
  bool seen_point = false, separated = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c >= '0' && c <= '9') {
      buffer[length++] = c;
      if (c != '0' || significant > 0) ++significant;
      ++since_separator;
    } else if (c == point && !seen_point) {
      if (separated && since_separator != 3) return std::nullopt;
      seen_point = true;
      buffer[length++] = '.';
    } else if ((c == separator || c == '\'' || c == ' ') && !seen_point && length > 0) {
      // Groups of three after the first, of one to three digits.
      if (separated ? since_separator != 3 : since_separator > 3) return std::nullopt;
      separated = true;
      since_separator = 0;
    } else if ((c == 'e' || c == 'E') && length > 0 && i + 1 < text.size()) {
      buffer[length++] = 'e';
      for (++i; i < text.size(); ++i) {
        if (text[i] != '+' || text[i - 1] != c) buffer[length++] = text[i];
      }
    } else {
      return std::nullopt;
    }
  }
  if (separated && !seen_point && since_separator != 3) return std::nullopt;
  double value = 0;
  const auto [end, error] = std::from_chars(buffer.data(), buffer.data() + length, value);
  if (error != std::errc{} || end != buffer.data() + length || !std::isfinite(value)) return std::nullopt;
  digits_lost = significant > 15;
  return value;
}

bool number(std::string_view text, bool decimal_comma, CellValue& out) {
  bool negative = false;
  if (text.size() > 2 && text.front() == '(' && text.back() == ')') {
    negative = true;
    text = text.substr(1, text.size() - 2);
  }
  for (const std::string_view currency : currencies) {
    if (take(text, currency)) break;
  }
  trim(text);
  for (const std::string_view sign : {"-", "−", "–"}) {
    if (!take(text, sign)) continue;
    negative = true;
    break;
  }
  take(text, "+");
  for (const std::string_view currency : currencies) {
    if (take(text, currency)) break;
  }
  trim(text);
  double factor = 1;
  out.kind = Kind::number;
  if (take_end(text, "%")) {
    out.kind = Kind::percent;
    factor = 100;
  } else if (take_end(text, "‰")) {
    out.kind = Kind::percent;
    factor = 1000;
  }
  trim(text);
  double scale = 1;
  for (bool found = true; found;) {
    found = false;
    for (const auto& [word, times] : scales) {
      if (!take_end(text, word)) continue;
      scale *= times;
      found = true;
    }
  }
  const auto value = magnitude(text, decimal_comma, out.digits_lost);
  if (!value) return false;
  out.number = (negative ? -*value : *value) * scale / factor;
  return true;
}

/// A run of digits of a date; −1 if there is none.
int part(std::string_view& text, std::size_t fewest, std::size_t most) {
  std::size_t length = 0;
  int value = 0;
  while (length < text.size() && length < most && text[length] >= '0' && text[length] <= '9') {
    value = value * 10 + (text[length] - '0');
    ++length;
  }
  if (length < fewest) return -1;
  text.remove_prefix(length);
  return value;
}

bool date(std::string_view text, table::Date& out) {
  using Precision = table::Date::Precision;
  const int year = part(text, 4, 4);
  if (year < 0) return false;
  out = {static_cast<std::int16_t>(year), 1, 1, Precision::year};
  const bool han = take(text, "年");
  if (han && text.empty()) return true;
  take(text, " ");
  if (text.starts_with('Q') || text.starts_with("第") || text.starts_with("-Q")) {
    take(text, "-");
    const bool named = take(text, "第");
    if (!named) text.remove_prefix(1);
    const int quarter = part(text, 1, 1);
    if (named && !take(text, "季度")) return false;
    if (!text.empty() || quarter < 1 || quarter > 4) return false;
    out.month = static_cast<std::uint8_t>(quarter * 3 - 2);
    out.precision = Precision::quarter;
    return true;
  }
  const std::string_view separator = text.substr(0, 1);
  if (!han && separator != "-" && separator != "/" && separator != ".") return false;
  if (!han) text.remove_prefix(1);
  const int month = part(text, 1, 2);
  if (month < 1 || month > 12) return false;
  out.month = static_cast<std::uint8_t>(month);
  out.precision = Precision::month;
  if (han ? take(text, "月") && text.empty() : text.empty()) return separator != ".";
  if (!han && !take(text, separator)) return false;
  const int day = part(text, 1, 2);
  if (han && !take(text, "日")) return false;
  out.day = static_cast<std::uint8_t>(std::clamp(day, 0, 99));
  out.precision = Precision::day;
  if (text.starts_with(" 00:00") || text.starts_with("T00:00")) text = {};
  return text.empty() && day > 0 && out.valid();
}

}  // namespace

CellValue read_cell(std::string_view text, bool decimal_comma) {
  CellValue out;
  if (contains(missing_words, text)) {
    out.kind = Kind::missing;
    return out;
  }
  const auto narrow = half_width(text);
  if (narrow) text = *narrow;
  trim(text);
  if (number(text, decimal_comma, out)) return out;
  out.digits_lost = false;
  if (date(text, out.date)) {
    out.kind = Kind::date;
  } else if (contains(true_words, text) || contains(false_words, text)) {
    out.kind = Kind::boolean;
    out.number = contains(true_words, text) ? 1 : 0;
  } else {
    out.kind = Kind::text;
  }
  return out;
}

}  // namespace banxin::data
