#include "data/prose_numbers.hpp"

#include <algorithm>
#include <string>

#include "data/wording/quantity.hpp"

namespace banxin::data {

namespace {

bool starts(std::string_view text, std::size_t at, std::string_view word) {
  return at <= text.size() && text.substr(at).starts_with(word);
}

template <class... Words>
bool starts_any(std::string_view text, std::size_t at, Words... words) {
  return (starts(text, at, words) || ...);
}

bool ends(std::string_view text, std::size_t at, std::string_view word) { return text.substr(0, at).ends_with(word); }

bool letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Digits next to letters are part of a name: GPT-4, TOP10, A4, 5G.
bool in_name(std::string_view text, std::size_t begin, std::size_t end) {
  std::size_t before = begin;
  while (before > 0 && (text[before - 1] == '-' || text[before - 1] == '.')) --before;
  if (before > 0 && letter(text[before - 1])) return true;
  if (begin > 1 && text[begin - 1] == ' ' && letter(text[begin - 2]) && end - begin <= 2) return true;  // Top 10
  return end < text.size() && letter(text[end]);
}

/// 2022-02, 2023/2/1, 12:30; but 1/3 is a fraction.
bool in_date(std::string_view text, std::size_t begin, std::size_t end) {
  const auto part = [&](std::size_t at) {
    return at < text.size() &&
           ((text[at] >= '0' && text[at] <= '9') || text[at] == '-' || text[at] == '/' || text[at] == ':');
  };
  while (begin > 0 && part(begin - 1)) --begin;
  while (part(end)) ++end;
  const std::string_view whole = text.substr(begin, end - begin);
  const auto joints = std::count_if(whole.begin(), whole.end(), [](char c) { return c < '0' || c > '9'; });
  if (joints > 0 && starts_any(text, end, "年", "月", "日", "号")) return true;
  if (joints == 0 || whole.back() < '0' || whole.back() > '9' || whole.find_first_of("-/:") == 0) return false;
  return joints > 1 || whole.find_first_of("-/:") == 4 || whole.find(':') != std::string_view::npos;
}

/// Years, dates, times, ordinals, page numbers, list numbers.
bool names_or_counts(std::string_view text, std::size_t begin, std::size_t end, double value) {
  if (ends(text, begin, "第") || ends(text, begin, "No.") || ends(text, begin, "#")) return true;
  if (starts_any(text, end, "年", "月", "日", "号", "時", "时", "点钟", "页", "頁", "季度", "后", "後", "th", "st",
                 "nd", "rd"))
    return true;
  // 30岁以上 and 30～35岁 name classes.
  if (starts_any(text, end, "岁以上", "岁以下", "岁及以上", "岁及以下", "歲以上", "歲以下", "～", "~")) return true;
  if (ends(text, begin, "～") || ends(text, begin, "~")) return true;
  if (starts_any(text, end, "岁", "歲")) {  // 大于30岁
    for (const std::string_view limit : {"大于", "小于", "大於", "小於", "不满", "不滿", "年满", "年滿"}) {
      if (ends(text, begin, limit)) return true;
    }
  }
  if (in_date(text, begin, end)) return true;
  return value >= 1900 && value < 2100 && end - begin == 4 &&
         !starts_any(text, end, "%", "万", "亿", "元", "人", "家", "个");
}

/// A wording that needs no digits: it must have a word of shares or multiples, since 一 is part of many words.
std::size_t chinese(std::string_view text, std::size_t at) {
  for (const std::string_view word : {"半数", "半數", "一半", "翻番", "翻一番"}) {
    if (starts(text, at, word)) return word.size();
  }
  const wording::Numeral numeral = wording::chinese_numeral(text.substr(at));
  if (numeral.length == 0) return 0;
  const std::size_t end = at + numeral.length;
  if (!starts_any(text, end, "成", "分之", "倍", "万", "亿", "个百分点") && !ends(text, at, "百分之")) return 0;
  if (starts_any(text, end, "成为", "成功", "成立", "成长", "成熟", "成员")) return 0;
  const auto quantity = wording::chinese_quantity(text.substr(at));
  return quantity ? quantity->length : 0;
}

}  // namespace

std::vector<ProseNumber> prose_numbers(std::string_view text) {
  std::vector<ProseNumber> result;
  for (std::size_t at = 0; at < text.size();) {
    const wording::Numeral number = wording::digits(text.substr(at));
    if (number.length > 0) {
      const std::size_t end = at + number.length;
      const auto quantity = wording::chinese_quantity(text.substr(at));
      const std::size_t whole = at + std::max<std::size_t>(quantity ? quantity->length : 0, number.length);
      if (!in_name(text, at, end) && !names_or_counts(text, at, end, number.value)) {
        result.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(whole)});
      }
      at = whole;
      continue;
    }
    if (const std::size_t length = chinese(text, at); length > 0) {
      result.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + length)});
      at += length;
      continue;
    }
    ++at;
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) ++at;
  }
  return result;
}

}  // namespace banxin::data
