#include "data/format/format.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "core/diagnostic.hpp"
#include "data/expression/evaluator.hpp"
#include "data/format/decimal.hpp"
#include "data/format/han.hpp"

namespace banxin::data {

namespace {

using expression::Problem;
using expression::Range;
using Kind = expression::ValueType::Kind;
using Style = Format::Style;

/// What a format takes in parentheses.
enum class Argument : std::uint8_t { none, decimals, text };

struct Entry {
  std::string_view name;
  Argument argument;
  std::string_view signature, summary;
  void (*set)(Format&);
};

constexpr std::array<Entry, 13> entries{
    {{"percent", Argument::decimals, "percent(1)", "A percentage with so many decimals: 33.3%.",
      [](Format& f) { f.style = Style::percent; }},
     {"points", Argument::decimals, "points(1)", "The difference of two percents in points: 6.1个百分点.",
      [](Format& f) { f.style = Style::points; }},
     {"number", Argument::decimals, "number(0)", "A number with so many decimals: 12,345.",
      [](Format& f) { f.style = Style::number; }},
     {"signed", Argument::none, "signed", "With its sign: +31.3%.", [](Format& f) { f.plus = true; }},
     {"万", Argument::none, "万", "In ten thousands: 12.8万.",
      [](Format& f) {
        f.divisor = 1e4;
        f.suffix = "万";
      }},
     {"萬", Argument::none, "萬", "The same in traditional Chinese.",
      [](Format& f) {
        f.divisor = 1e4;
        f.suffix = "萬";
      }},
     {"亿", Argument::none, "亿", "In hundred millions: 1.2亿.",
      [](Format& f) {
        f.divisor = 1e8;
        f.suffix = "亿";
      }},
     {"億", Argument::none, "億", "The same in traditional Chinese.",
      [](Format& f) {
        f.divisor = 1e8;
        f.suffix = "億";
      }},
     {"han", Argument::none, "han", "In Chinese characters: 三十四.", [](Format& f) { f.style = Style::han; }},
     {"成", Argument::none, "成", "A share in tenths, rounded to hundredths: 三成三.",
      [](Format& f) { f.style = Style::tenths; }},
     {"分之", Argument::none, "分之",
      "A share as a fraction with a denominator of at most 12, within half a point: 三分之一.",
      [](Format& f) { f.style = Style::fraction; }},
     {"date", Argument::text, "date(YYYY年M月)",
      "A date by a pattern of YYYY, YY, Q, M, MM, D and DD; other characters print as they are.",
      [](Format& f) { f.style = Style::date; }},
     {"join", Argument::text, "join(、)", "Several values with this text between them.", [](Format&) {}}}};

class FormatReader {
 public:
  FormatReader(std::string_view text, Range range) : text_(text), range_(range) {}

  Format read() {
    std::uint32_t begin = range_.begin;
    while (true) {
      const std::uint32_t end = next_bar(begin);
      one({begin, end});
      if (end >= range_.end) return std::move(format_);
      begin = end + 1;
    }
  }

 private:
  /// The next "|" outside of parentheses, or the end.
  [[nodiscard]] std::uint32_t next_bar(std::uint32_t at) const {
    int open = 0;
    for (; at < range_.end; ++at) {
      if (text_[at] == '(') ++open;
      if (text_[at] == ')') --open;
      if (text_[at] == '|' && open <= 0) break;
    }
    return at;
  }

  [[nodiscard]] std::string_view piece(Range range) const { return text_.substr(range.begin, range.end - range.begin); }

  [[nodiscard]] Range trimmed(Range range) const {
    const auto blank = [this](std::uint32_t at) { return text_[at] == ' ' || text_[at] == '\n' || text_[at] == '\t'; };
    while (range.begin < range.end && blank(range.begin)) ++range.begin;
    while (range.end > range.begin && blank(range.end - 1)) --range.end;
    return range;
  }

  void one(Range range) {
    range = trimmed(range);
    const std::string_view whole = piece(range);
    const std::size_t open = whole.find('(');
    const Range name = trimmed(
        {range.begin, open == std::string_view::npos ? range.end : range.begin + static_cast<std::uint32_t>(open)});
    const auto* const entry =
        std::find_if(entries.begin(), entries.end(), [&](const Entry& e) { return e.name == piece(name); });
    if (entry == entries.end()) {
      std::vector<std::string_view> names;
      for (const Entry& known : entries) names.push_back(known.name);
      throw Problem{
          MessageId::format_unknown, name, {std::string(piece(name))}, did_you_mean(piece(name), names, "formats are")};
    }
    entry->set(format_);
    const bool closed = whole.ends_with(')');
    if (open == std::string_view::npos ? entry->argument == Argument::text
                                       : !closed || entry->argument == Argument::none) {
      throw Problem{
          MessageId::format_argument, range, {std::string(entry->name)}, fmt::format("write {}", entry->signature)};
    }
    if (open != std::string_view::npos) argument(*entry, range, whole.substr(open + 1, whole.size() - open - 2));
  }

  void argument(const Entry& entry, Range range, std::string_view text) {
    if (entry.argument == Argument::text) {
      (entry.name == "date" ? format_.pattern : format_.separator) = text;
      return;
    }
    int decimals = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), decimals);
    if (error != std::errc{} || end != text.data() + text.size() || decimals < 0 || decimals > 10) {
      throw Problem{
          MessageId::format_argument, range, {std::string(entry.name)}, fmt::format("write {}", entry.signature)};
    }
    format_.decimals = decimals;
  }

  std::string_view text_;
  Range range_;
  Format format_;
};

[[noreturn]] void unfit(const expression::ValueType& type, std::string_view format, std::string help = {}) {
  throw Problem{MessageId::format_unfit, {}, {std::string(format), phrase(type)}, std::move(help)};
}

std::string printed(double value, int decimals, bool plus) {
  const std::string digits = fixed(decimal(value), decimals);
  const bool zero = digits.find_first_not_of("0.") == std::string::npos;
  const char* sign = zero ? "" : value < 0 ? "\u2212" : plus ? "+" : "";
  return sign + grouped(digits);
}

/// What a computed value needs to be recognized: at most 4 decimals.
int usual_decimals(double value) { return std::min(decimal(value).decimals(), 4); }

std::string tenths(double share) {
  const double hundredths = std::round(share * 100);
  if (hundredths < 10 || hundredths > 100) return {};
  const int whole = static_cast<int>(hundredths) / 10, rest = static_cast<int>(hundredths) % 10;
  return han(decimal(whole), false) + "成" + (rest == 0 ? "" : han(decimal(rest), false));
}

std::string fraction(double share) {
  constexpr int largest = 12;          // denominators that readers take in
  constexpr double tolerance = 0.005;  // half a point
  for (int below = 2; below <= largest; ++below) {
    const double above = std::round(share * below);
    if (above < 1 || above >= below || std::abs(above / below - share) > tolerance) continue;
    return han(decimal(below), false) + "分之" + han(decimal(above), false);
  }
  return {};
}

std::string_view points_word(Language language) {
  switch (language) {
    case Language::zh_hans: return "个百分点";
    case Language::zh_hant: return "個百分點";
    case Language::ja: return "ポイント";
    case Language::ko: return "퍼센트포인트";
    case Language::en: break;
  }
  return " percentage points";
}

std::string number(double value, const expression::ValueType& type, const Format& format, Language language) {
  const bool share = type.kind == Kind::percent;
  const double scaled = value / format.divisor;
  switch (format.style) {
    case Style::han: return han(decimal(scaled), scaled < 0) + format.suffix;
    case Style::tenths:
    case Style::fraction: {
      const bool in_tenths = format.style == Style::tenths;
      const std::string text = in_tenths ? tenths(value) : fraction(value);
      if (share && !text.empty()) return text;
      unfit(type, in_tenths ? "成" : "分之", share ? "the share has no such wording; print it as a percent" : "");
    }
    case Style::date: unfit(type, "date");
    case Style::number:
      if (share) unfit(type, "number", "write percent or points");
      return printed(scaled, format.decimals.value_or(usual_decimals(scaled)), format.plus) + format.suffix;
    case Style::percent:
    case Style::points:
      if (!share) unfit(type, format.style == Style::points ? "points" : "percent");
      [[fallthrough]];
    case Style::usual: break;
  }
  const double shown = share ? expression::rounded(scaled * 100) : scaled;
  const std::string_view sign = !share ? "" : format.style == Style::points ? points_word(language) : "%";
  return printed(shown, format.decimals.value_or(usual_decimals(shown)), format.plus) + std::string(sign) +
         format.suffix;
}

std::string date(const table::Date& value, const Format& format, Language language) {
  using Precision = table::Date::Precision;
  const bool han = language != Language::en && language != Language::ko;
  std::string pattern = format.pattern;
  if (pattern.empty()) {
    switch (value.precision) {
      case Precision::year: pattern = han ? "YYYY年" : "YYYY"; break;
      case Precision::quarter: pattern = han ? "YYYY年第Q季度" : "QQ YYYY"; break;
      case Precision::month: pattern = han ? "YYYY年M月" : "YYYY-MM"; break;
      case Precision::day: pattern = han ? "YYYY年M月D日" : "YYYY-MM-DD"; break;
    }
  }
  const std::array<std::pair<std::string_view, std::string>, 8> parts{{{"YYYY", fmt::format("{}", value.year)},
                                                                       {"YY", fmt::format("{:02}", value.year % 100)},
                                                                       {"MM", fmt::format("{:02}", value.month)},
                                                                       {"DD", fmt::format("{:02}", value.day)},
                                                                       {"QQ", fmt::format("Q{}", value.quarter())},
                                                                       {"M", fmt::format("{}", value.month)},
                                                                       {"D", fmt::format("{}", value.day)},
                                                                       {"Q", fmt::format("{}", value.quarter())}}};
  std::string out;
  for (std::size_t at = 0; at < pattern.size();) {
    const auto* const part = std::find_if(parts.begin(), parts.end(), [&](const auto& one) {
      return std::string_view(pattern).substr(at).starts_with(one.first);
    });
    if (part == parts.end()) {
      out += pattern[at++];
    } else {
      out += part->second;
      at += part->first.size();
    }
  }
  return out;
}

}  // namespace

Format read_format(std::string_view text, Range range) {
  for (std::uint32_t at = range.begin; at < range.end; ++at) {
    if (text[at] != ' ' && text[at] != '\n' && text[at] != '\t') return FormatReader(text, range).read();
  }
  return {};
}

std::string print(const table::Value& value, const expression::ValueType& type, const Format& format,
                  Language language) {
  if (table::missing(value)) return "—";
  if (const double* amount = std::get_if<double>(&value)) return number(*amount, type, format, language);
  if (const auto* day = std::get_if<table::Date>(&value)) {
    if (format.style != Style::usual && format.style != Style::date) unfit(type, "a number's format");
    return date(*day, format, language);
  }
  if (format.style != Style::usual) unfit(type, "a format of numbers and dates");
  if (const bool* flag = std::get_if<bool>(&value)) {
    return language == Language::en ? (*flag ? "yes" : "no") : (*flag ? "是" : "否");
  }
  return std::get<std::string>(value);
}

std::string print(const std::vector<table::Value>& values, const expression::ValueType& type, const Format& format,
                  Language language) {
  const std::string separator = !format.separator.empty()  ? format.separator
                                : language == Language::en ? ", "
                                : language == Language::ko ? ", "
                                                           : "、";
  std::string out;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (i > 0) out += separator;
    out += print(values[i], type, format, language);
  }
  return out;
}

std::string format_reference() {
  std::string text = "| format | prints |\n| --- | --- |\n";
  for (const Entry& entry : entries) text += fmt::format("| `{}` | {} |\n", entry.signature, entry.summary);
  return text;
}

}  // namespace banxin::data
