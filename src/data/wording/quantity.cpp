#include "data/wording/quantity.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <string>
#include <utility>

namespace banxin::data::wording {

namespace {

using Kind = Statement::Kind;

/// A cursor over the words.
class Cursor {
 public:
  explicit Cursor(std::string_view words) : words_(words) {}
  [[nodiscard]] std::string_view rest() const { return words_.substr(at_); }
  [[nodiscard]] std::uint32_t at() const { return static_cast<std::uint32_t>(at_); }
  void skip(std::size_t bytes) { at_ += bytes; }
  bool take(std::string_view word) {
    if (!rest().starts_with(word)) return false;
    at_ += word.size();
    return true;
  }
  template <class... Words>
  bool take_any(Words... words) {
    return (take(words) || ...);
  }

 private:
  std::string_view words_;
  std::size_t at_ = 0;
};

constexpr std::array<std::pair<std::string_view, int>, 17> numerals{{{"零", 0},
                                                                     {"〇", 0},
                                                                     {"一", 1},
                                                                     {"二", 2},
                                                                     {"两", 2},
                                                                     {"兩", 2},
                                                                     {"三", 3},
                                                                     {"四", 4},
                                                                     {"五", 5},
                                                                     {"六", 6},
                                                                     {"七", 7},
                                                                     {"八", 8},
                                                                     {"九", 9},
                                                                     {"壹", 1},
                                                                     {"叁", 3},
                                                                     {"伍", 5},
                                                                     {"柒", 7}}};
constexpr std::array<std::pair<std::string_view, double>, 3> places{{{"十", 10}, {"百", 100}, {"千", 1000}}};
constexpr std::array<std::pair<std::string_view, double>, 4> groups{
    {{"万", 1e4}, {"萬", 1e4}, {"亿", 1e8}, {"億", 1e8}}};

template <class Table>
auto taken(Cursor& cursor, const Table& table) -> std::optional<typename Table::value_type::second_type> {
  for (const auto& [word, value] : table) {
    if (cursor.take(word)) return value;
  }
  return std::nullopt;
}

/// Below ten thousand: 三千四百零五.
std::optional<double> section(Cursor& cursor, double& step) {
  double sum = 0;
  bool any = false;
  while (true) {
    const Cursor before = cursor;
    const auto digit = taken(cursor, numerals);
    const auto place = taken(cursor, places);
    if (!digit && !place) {
      cursor = before;
      break;
    }
    any = true;
    if (place) step = *place;
    if (!place && *digit != 0) step = 1;
    sum += digit.value_or(1) * place.value_or(1);
    if (!place && *digit != 0) {
      // 三五 is no number: a digit without a place ends it.
      break;
    }
  }
  return any ? std::optional(sum) : std::nullopt;
}

void scale(Cursor& cursor, Quantity& quantity) {
  while (const auto factor = taken(cursor, groups)) {
    quantity.value *= *factor;
    quantity.step *= *factor;
    quantity.precision *= *factor;
    quantity.scaled = true;
  }
}

void as_share(Quantity& quantity, double whole) {
  quantity.kind = Kind::share;
  quantity.value /= whole;
  quantity.step /= whole;
  quantity.precision /= whole;
}

Quantity fraction(double above, double below) {
  Quantity result;
  result.kind = Kind::share;
  result.value = above / below;
  result.fraction = true;
  return result;
}

Quantity number_of(const Numeral& numeral) {
  Quantity result;
  result.value = numeral.value;
  result.step = numeral.step;
  result.precision = numeral.precision;
  return result;
}

/// 百分之六十, 三分之一, 1/3.
std::optional<Quantity> fraction_at(Cursor& cursor) {
  const Cursor start = cursor;
  if (cursor.take("百分之") || cursor.take("千分之")) {
    const double whole = start.rest().starts_with("百") ? 100 : 1000;
    Numeral numeral = digits(cursor.rest());
    if (numeral.length == 0) numeral = chinese_numeral(cursor.rest());
    if (numeral.length > 0) {
      cursor.skip(numeral.length);
      Quantity result = number_of(numeral);
      as_share(result, whole);
      return result;
    }
    cursor = start;
    return std::nullopt;
  }
  Numeral first = digits(cursor.rest());
  if (first.length == 0) first = chinese_numeral(cursor.rest());
  if (first.length == 0) return std::nullopt;
  cursor.skip(first.length);
  const bool slash = cursor.take_any("/", "／");
  if (slash || cursor.take("分之")) {
    Numeral second = digits(cursor.rest());
    if (second.length == 0) second = chinese_numeral(cursor.rest());
    const double above = slash ? first.value : second.value, below = slash ? second.value : first.value;
    if (second.length > 0 && below > 0) {
      cursor.skip(second.length);
      return fraction(above, below);
    }
  }
  cursor = start;
  return std::nullopt;
}

/// 三成, 三成五.
std::optional<Quantity> tenths_at(Cursor& cursor) {
  const Cursor start = cursor;
  Numeral numeral = digits(cursor.rest());
  if (numeral.length == 0) numeral = chinese_numeral(cursor.rest());
  cursor.skip(numeral.length);
  if (numeral.length == 0 || !cursor.take("成")) {
    cursor = start;
    return std::nullopt;
  }
  Quantity result = number_of(numeral);
  as_share(result, 10);
  result.tenths = numeral.precision == 1;
  result.step = result.precision;
  if (cursor.take("半")) {
    result.value += 0.05;
    result.step = result.precision = 0.01;
    result.tenths = false;
  } else if (const auto rest = taken(cursor, numerals)) {
    result.value += *rest / 100.0;
    result.step = result.precision = 0.01;
    result.tenths = false;
  }
  return result;
}

bool starts_with_ignoring_case(std::string_view text, std::string_view word) {
  if (text.size() < word.size()) return false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const char c = text[i] >= 'A' && text[i] <= 'Z' ? static_cast<char>(text[i] - 'A' + 'a') : text[i];
    if (c != word[i]) return false;
  }
  return text.size() == word.size() || !((text[word.size()] >= 'a' && text[word.size()] <= 'z'));
}

constexpr std::array<std::pair<std::string_view, double>, 14> english_numbers{{{"one", 1},
                                                                               {"a", 1},
                                                                               {"two", 2},
                                                                               {"three", 3},
                                                                               {"four", 4},
                                                                               {"five", 5},
                                                                               {"six", 6},
                                                                               {"seven", 7},
                                                                               {"eight", 8},
                                                                               {"nine", 9},
                                                                               {"ten", 10},
                                                                               {"eleven", 11},
                                                                               {"twelve", 12},
                                                                               {"twenty", 20}}};
constexpr std::array<std::pair<std::string_view, double>, 16> english_parts{{{"half", 2},
                                                                             {"halves", 2},
                                                                             {"third", 3},
                                                                             {"thirds", 3},
                                                                             {"quarter", 4},
                                                                             {"quarters", 4},
                                                                             {"fourth", 4},
                                                                             {"fourths", 4},
                                                                             {"fifth", 5},
                                                                             {"fifths", 5},
                                                                             {"sixth", 6},
                                                                             {"sixths", 6},
                                                                             {"eighth", 8},
                                                                             {"eighths", 8},
                                                                             {"tenth", 10},
                                                                             {"tenths", 10}}};

template <std::size_t N>
std::optional<double> english_word(Cursor& cursor, const std::array<std::pair<std::string_view, double>, N>& table) {
  for (const auto& [word, value] : table) {
    if (!starts_with_ignoring_case(cursor.rest(), word)) continue;
    cursor.skip(word.size());
    return value;
  }
  return std::nullopt;
}

void skip_joint(Cursor& cursor) {
  while (cursor.take(" ") || cursor.take("-")) {}
}

}  // namespace

Numeral digits(std::string_view words) {
  std::string text;
  std::size_t at = 0, point = std::string::npos;
  while (at < words.size()) {
    const std::string_view rest = words.substr(at);
    const auto wide = static_cast<unsigned char>(rest.size() > 2 ? rest[2] : 0);
    if (rest[0] >= '0' && rest[0] <= '9') {
      text += rest[0];
      at += 1;
    } else if (rest.starts_with("\xEF\xBC") && wide >= 0x90 && wide <= 0x99) {
      text += static_cast<char>('0' + (wide - 0x90));
      at += 3;
    } else if (!text.empty() && rest[0] == ',' && rest.size() > 3 && rest[1] >= '0' && rest[1] <= '9') {
      at += 1;
    } else if (!text.empty() && point == std::string::npos && rest.size() > 1 && rest[0] == '.' && rest[1] >= '0' &&
               rest[1] <= '9') {
      point = text.size();
      at += 1;
    } else {
      break;
    }
  }
  Numeral result;
  if (text.empty()) return result;
  result.length = static_cast<std::uint32_t>(at);
  const std::size_t decimals = point == std::string::npos ? 0 : text.size() - point;
  std::string written = text;
  if (decimals > 0) written.insert(point, ".");
  std::from_chars(written.data(), written.data() + written.size(), result.value);
  result.precision = result.step = std::pow(10.0, -static_cast<double>(decimals));
  for (std::size_t i = text.size(); i-- > 0 && text[i] == '0' && result.value != 0;) result.step *= 10;
  return result;
}

Numeral chinese_numeral(std::string_view words) {
  Cursor cursor(words);
  Numeral result;
  const auto whole = section(cursor, result.step);
  if (!whole) return result;
  result.value = *whole;
  result.precision = 1;
  result.length = cursor.at();
  Cursor fractional = cursor;
  if (!fractional.take("点") && !fractional.take("點")) return result;
  double unit = 1;
  bool any = false;
  while (const auto digit = taken(fractional, numerals)) {
    unit /= 10;
    result.value += *digit * unit;
    any = true;
  }
  if (!any) return result;
  result.precision = result.step = unit;
  result.length = fractional.at();
  return result;
}

std::optional<Quantity> chinese_quantity(std::string_view words) {
  Cursor cursor(words);
  std::optional<Quantity> result;
  if (cursor.take_any("一半", "半数", "半數", "半")) {
    result = fraction(1, 2);
  } else if (!(result = fraction_at(cursor)) && !(result = tenths_at(cursor))) {
    if (cursor.take_any("翻一番", "翻了一番", "翻番", "翻倍", "翻了一倍")) {
      result = Quantity{Kind::ratio, 2};
    } else {
      Numeral numeral = digits(cursor.rest());
      if (numeral.length == 0) numeral = chinese_numeral(cursor.rest());
      if (numeral.length == 0) return std::nullopt;
      cursor.skip(numeral.length);
      result = number_of(numeral);
      scale(cursor, *result);
      if (cursor.take_any("个百分点", "個百分點", "百分点", "百分點")) {
        as_share(*result, 100);
        result->kind = Kind::points;
      } else if (cursor.take_any("%", "％")) {
        as_share(*result, 100);
      } else if (cursor.take("‰")) {
        as_share(*result, 1000);
      } else if (cursor.take("倍")) {
        result->kind = Kind::ratio;
      }
    }
  }
  result->length = cursor.at();
  return result;
}

std::optional<Quantity> english_quantity(std::string_view words) {
  Cursor cursor(words);
  std::optional<Quantity> result;
  for (const auto& [word, times] : {std::pair<std::string_view, double>{"twice", 2},
                                    {"doubled", 2},
                                    {"double", 2},
                                    {"tripled", 3},
                                    {"triple", 3}}) {
    if (!starts_with_ignoring_case(cursor.rest(), word)) continue;
    cursor.skip(word.size());
    result = Quantity{Kind::ratio, times};
    result->length = cursor.at();
    return result;
  }
  if (starts_with_ignoring_case(cursor.rest(), "half")) {
    cursor.skip(4);
    result = fraction(1, 2);
    result->length = cursor.at();
    return result;
  }
  const Numeral numeral = digits(cursor.rest());
  cursor.skip(numeral.length);
  std::optional<double> word;
  if (numeral.length == 0 && !(word = english_word(cursor, english_numbers))) return std::nullopt;
  result = numeral.length > 0 ? number_of(numeral) : Quantity{Kind::number, *word};
  const bool article = word && words.substr(0, 2) == "a ";
  Cursor next = cursor;
  skip_joint(next);
  if (const auto part = english_word(next, english_parts)) {
    result = fraction(result->value, *part);
    cursor = next;
  } else if (next.take("in ") || next.take("out of ")) {
    Numeral whole = digits(next.rest());
    next.skip(whole.length);
    const auto name = whole.length > 0 ? std::optional(whole.value) : english_word(next, english_numbers);
    if (name && *name > 0) {
      result = fraction(result->value, *name);
      cursor = next;
    }
  } else if (next.take("%") || next.take("percentage points") || next.take("percentage point") ||
             next.take("percent")) {
    const bool points = cursor.rest().find("point") < 12;
    as_share(*result, 100);
    if (points) result->kind = Kind::points;
    cursor = next;
  } else if (next.take("times") || next.take("fold") || next.take("x")) {
    result->kind = Kind::ratio;
    cursor = next;
  } else if (next.take("million") || next.take("billion") || next.take("thousand")) {
    const std::string_view scale_word = cursor.rest();
    const double factor = scale_word.find("million") < 2 ? 1e6 : scale_word.find("billion") < 2 ? 1e9 : 1e3;
    result->value *= factor;
    result->step *= factor;
    result->precision *= factor;
    result->scaled = true;
    cursor = next;
  } else if (article) {
    return std::nullopt;
  }
  result->length = cursor.at();
  return result;
}

}  // namespace banxin::data::wording
