#include "data/wording/wording.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "data/wording/quantity.hpp"

namespace banxin::data::wording {

namespace {

using Kind = Statement::Kind;

enum class Effect : std::uint8_t {
  none,      ///< a word around the number that states nothing about it
  near,      ///< a little less
  about,     ///< on either side
  over,      ///< more than
  under,     ///< less than
  at_least,  ///< that or more
  at_most,   ///< that or less
  more,      ///< after the number: that and a bit more
  negative   ///< the value is below zero by the number
};

struct Word {
  std::string_view text;
  Effect effect;
  bool before, after;  ///< where it is understood
};

/// Longer words before their own beginnings.
constexpr std::array<Word, 96> chinese_words{
    {{"不超过", Effect::at_most, true, false},  {"不超過", Effect::at_most, true, false},
     {"不高于", Effect::at_most, true, false},  {"不高於", Effect::at_most, true, false},
     {"不多于", Effect::at_most, true, false},  {"至多", Effect::at_most, true, false},
     {"不低于", Effect::at_least, true, false}, {"不低於", Effect::at_least, true, false},
     {"不少于", Effect::at_least, true, false}, {"不少於", Effect::at_least, true, false},
     {"至少", Effect::at_least, true, false},   {"不足", Effect::under, true, false},
     {"不到", Effect::under, true, false},      {"低于", Effect::under, true, false},
     {"低於", Effect::under, true, false},      {"少于", Effect::under, true, false},
     {"少於", Effect::under, true, false},      {"小于", Effect::under, true, false},
     {"小於", Effect::under, true, false},      {"未到", Effect::under, true, false},
     {"未及", Effect::under, true, false},      {"超过", Effect::over, true, false},
     {"超過", Effect::over, true, false},       {"超出", Effect::over, true, false},
     {"超", Effect::over, true, false},         {"逾", Effect::over, true, false},
     {"突破", Effect::over, true, false},       {"高于", Effect::over, true, false},
     {"高於", Effect::over, true, false},       {"大于", Effect::over, true, false},
     {"大於", Effect::over, true, false},       {"多于", Effect::over, true, false},
     {"多於", Effect::over, true, false},       {"将近", Effect::near, true, false},
     {"將近", Effect::near, true, false},       {"接近", Effect::near, true, false},
     {"近", Effect::near, true, false},         {"大约", Effect::about, true, false},
     {"大約", Effect::about, true, false},      {"大概", Effect::about, true, false},
     {"约为", Effect::about, true, false},      {"約為", Effect::about, true, false},
     {"约", Effect::about, true, false},        {"約", Effect::about, true, false},
     {"左右", Effect::about, false, true},      {"上下", Effect::about, false, true},
     {"以上", Effect::at_least, false, true},   {"及以上", Effect::at_least, false, true},
     {"以下", Effect::at_most, false, true},    {"及以下", Effect::at_most, false, true},
     {"以内", Effect::at_most, false, true},    {"以內", Effect::at_most, false, true},
     {"之多", Effect::at_least, false, true},   {"有余", Effect::more, false, true},
     {"有餘", Effect::more, false, true},       {"多", Effect::more, false, true},
     {"余", Effect::more, false, true},         {"餘", Effect::more, false, true},
     {"+", Effect::at_least, false, true},      {"＋", Effect::at_least, false, true},
     {"过", Effect::over, true, false},         {"過", Effect::over, true, false},
     {"同比", Effect::none, true, false},       {"环比", Effect::none, true, false},
     {"增长了", Effect::none, true, false},     {"增长", Effect::none, true, false},
     {"增長", Effect::none, true, false},       {"上升", Effect::none, true, false},
     {"提高", Effect::none, true, false},       {"高出", Effect::none, true, false},
     {"多出", Effect::none, true, false},       {"下降了", Effect::negative, true, false},
     {"下降", Effect::negative, true, false},   {"下滑", Effect::negative, true, false},
     {"减少", Effect::negative, true, false},   {"減少", Effect::negative, true, false},
     {"低了", Effect::negative, true, false},   {"占比", Effect::none, true, false},
     {"占到", Effect::none, true, false},       {"占", Effect::none, true, false},
     {"佔", Effect::none, true, false},         {"高达", Effect::none, true, false},
     {"高達", Effect::none, true, false},       {"达到", Effect::none, true, false},
     {"達到", Effect::none, true, false},       {"达", Effect::none, true, false},
     {"達", Effect::none, true, false},         {"仅", Effect::none, true, false},
     {"僅", Effect::none, true, false},         {"只有", Effect::none, true, false},
     {"只", Effect::none, true, false},         {"有", Effect::none, true, false},
     {"共", Effect::none, true, false},         {"为", Effect::none, true, false},
     {"為", Effect::none, true, false},         {"的", Effect::none, false, true}}};

constexpr std::array<Word, 34> english_words{{{"no more than", Effect::at_most, true, false},
                                              {"at most", Effect::at_most, true, false},
                                              {"up to", Effect::at_most, true, false},
                                              {"no less than", Effect::at_least, true, false},
                                              {"at least", Effect::at_least, true, false},
                                              {"more than", Effect::over, true, false},
                                              {"exceeding", Effect::over, true, false},
                                              {"exceeds", Effect::over, true, false},
                                              {"above", Effect::over, true, false},
                                              {"over", Effect::over, true, false},
                                              {"less than", Effect::under, true, false},
                                              {"fewer than", Effect::under, true, false},
                                              {"under", Effect::under, true, false},
                                              {"below", Effect::under, true, false},
                                              {"nearly", Effect::near, true, false},
                                              {"almost", Effect::near, true, false},
                                              {"close to", Effect::near, true, false},
                                              {"just under", Effect::near, true, false},
                                              {"approximately", Effect::about, true, false},
                                              {"roughly", Effect::about, true, false},
                                              {"around", Effect::about, true, false},
                                              {"about", Effect::about, true, false},
                                              {"or more", Effect::at_least, false, true},
                                              {"or less", Effect::at_most, false, true},
                                              {"or fewer", Effect::at_most, false, true},
                                              {"+", Effect::at_least, false, true},
                                              {"only", Effect::none, true, false},
                                              {"some", Effect::about, true, false},
                                              {"as many as", Effect::at_most, true, false},
                                              {"as much as", Effect::at_most, true, false},
                                              {"of", Effect::none, false, true},
                                              {"as", Effect::none, false, true},
                                              {"down", Effect::negative, true, false},
                                              {"up", Effect::none, true, false}}};

struct Rank {
  std::string_view text;
  int place;       ///< 0: only a condition can be checked
  bool and_above;  ///< the place or a better one
};

constexpr std::array<Rank, 34> ranks{
    {{"居首位", 1, false},       {"位居第一", 1, false},       {"排名第一", 1, false},    {"居首", 1, false},
     {"首位", 1, false},         {"榜首", 1, false},           {"登顶", 1, false},        {"冠军", 1, false},
     {"最多", 1, false},         {"最高", 1, false},           {"最大", 1, false},        {"最强", 1, false},
     {"领先", 1, false},         {"居前列", 0, false},         {"最低", 0, false},        {"最少", 0, false},
     {"最小", 0, false},         {"垫底", 0, false},           {"末位", 0, false},        {"ranks first", 1, false},
     {"ranked first", 1, false}, {"in first place", 1, false}, {"the largest", 1, false}, {"the highest", 1, false},
     {"the most", 1, false},     {"the biggest", 1, false},    {"largest", 1, false},     {"highest", 1, false},
     {"first", 1, false},        {"second", 2, false},         {"third place", 3, false}, {"the lowest", 0, false},
     {"the smallest", 0, false}, {"the fewest", 0, false}}};

class Reader {
 public:
  Reader(std::string_view words, Unclear& unclear) : words_(words), unclear_(unclear) {
    english_ = std::any_of(words.begin(), words.end(), [](char c) { return (c >= 'a' && c <= 'z'); });
  }

  std::optional<Statement> read() {
    skip_spaces();
    if (auto statement = rank()) return statement;
    while (modifier(true)) {}
    const std::string_view rest = words_.substr(at_);
    const auto quantity = english_ ? english_quantity(rest) : chinese_quantity(rest);
    if (!quantity) return fail(rest.empty() ? "a number is missing" : "");
    at_ += quantity->length;
    statement_.kind = quantity->kind;
    statement_.scaled = quantity->scaled;
    skip_spaces();
    while (modifier(false)) {}
    unit();
    while (modifier(false)) {}
    if (at_ < words_.size()) return fail("");
    bound(*quantity);
    return std::move(statement_);
  }

 private:
  std::optional<Statement> fail(std::string suggestion) {
    unclear_ = {static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(words_.size()), std::move(suggestion)};
    if (unclear_.suggestion.empty()) {
      unclear_.suggestion = english_ ? "write a number with words such as about, nearly, more than or at least"
                                     : "write a number with words such as 约、近、超、不足、以上 or 左右";
    }
    return std::nullopt;
  }

  void skip_spaces() {
    while (at_ < words_.size() && (words_[at_] == ' ' || words_[at_] == '\n')) ++at_;
  }

  /// 第一, 前三, TOP10, 居首, the largest: the whole of the words.
  std::optional<Statement> rank() {
    Statement statement;
    statement.kind = Kind::rank;
    const std::string_view rest = words_.substr(at_);
    for (const Rank& one : ranks) {
      if (rest != one.text) continue;
      statement.low = statement.high = one.place;
      return statement;
    }
    for (const std::string_view prefix :
         {"位居前", "排名前", "前", "位居第", "位列第", "排名第", "排第", "第", "TOP", "Top", "top"}) {
      if (!rest.starts_with(prefix)) continue;
      std::string_view after = rest.substr(prefix.size());
      if (after.starts_with(' ')) after.remove_prefix(1);
      Numeral place = digits(after);
      if (place.length == 0) place = chinese_numeral(after);
      after.remove_prefix(place.length);
      for (const std::string_view suffix : {"名", "位", "大"}) {
        if (after.starts_with(suffix)) after.remove_prefix(suffix.size());
      }
      if (place.length == 0 || !after.empty()) return std::nullopt;
      const bool among = prefix.ends_with("前") || prefix.front() == 'T' || prefix.front() == 't';
      statement.high = place.value;
      statement.low = among ? 1 : place.value;
      return statement;
    }
    return std::nullopt;
  }

  template <std::size_t N>
  const Word* word_at(const std::array<Word, N>& table, bool before) const {
    const std::string_view rest = words_.substr(at_);
    const Word* best = nullptr;
    for (const Word& word : table) {
      if (!(before ? word.before : word.after) || !rest.starts_with(word.text)) continue;
      if (best == nullptr || word.text.size() > best->text.size()) best = &word;
    }
    return best;
  }

  bool modifier(bool before) {
    const Word* word = english_ ? word_at(english_words, before) : word_at(chinese_words, before);
    if (word == nullptr) return false;
    at_ += word->text.size();
    skip_spaces();
    if (word->effect == Effect::negative) {
      negative_ = true;
    } else if (word->effect != Effect::none) {
      effect_ = word->effect;
    }
    return true;
  }

  /// The unit after a number: 元, 人, 家; anything up to the next modifier.
  void unit() {
    if (statement_.kind != Kind::number) return;
    const std::size_t begin = at_;
    while (at_ < words_.size() && word_at(chinese_words, false) == nullptr) ++at_;
    statement_.unit = words_.substr(begin, at_ - begin);
    while (statement_.unit.ends_with(' ')) statement_.unit.pop_back();
  }

  /// How far “about” and “nearly” reach: 5 points in tenths, else a tenth of the number, of percents at most 5 points.
  static double reach(const Quantity& quantity) {
    if (quantity.tenths) return 0.05;
    const double tenth = std::abs(quantity.value) / 10;
    const bool percent = quantity.kind == Kind::share && !quantity.fraction;
    return percent ? std::min(tenth, 0.05) : tenth;
  }

  void bound(const Quantity& quantity) {
    const double value = quantity.value;
    Statement& s = statement_;
    switch (effect_) {
      case Effect::near:
        s.low = value - reach(quantity);
        s.high = value;
        s.high_open = true;
        break;
      case Effect::about:
        s.low = value - reach(quantity);
        s.high = value + reach(quantity);
        break;
      case Effect::over:
        s.low = value;
        s.low_open = true;
        break;
      case Effect::under:
        s.high = value;
        s.high_open = true;
        break;
      case Effect::at_least: s.low = value; break;
      case Effect::at_most: s.high = value; break;
      case Effect::more:
        s.low = value;
        s.low_open = s.high_open = true;
        s.high = value + quantity.step;
        break;
      case Effect::none:
      case Effect::negative: plain(quantity); break;
    }
    if (!negative_) return;
    std::swap(s.low, s.high);
    std::swap(s.low_open, s.high_open);
    s.low = -s.low;
    s.high = -s.high;
  }

  /// A number alone is the value rounded to its last digit; a fraction is within 2 points of it, 翻番 within a tenth.
  void plain(const Quantity& quantity) {
    const bool times = quantity.kind == Kind::ratio && quantity.length > 0 && quantity.value == 2 &&
                       quantity.step == 1 && !std::isdigit(static_cast<unsigned char>(words_[0])) && named_ratio();
    const double half = quantity.fraction ? 0.02 : times ? quantity.value / 10 : quantity.precision / 2;
    statement_.low = quantity.value - half;
    statement_.high = quantity.value + half;
    statement_.high_open = !quantity.fraction && !times;
  }

  [[nodiscard]] bool named_ratio() const {
    for (const std::string_view word : {"翻", "twice", "double"}) {
      if (words_.find(word) != std::string_view::npos) return true;
    }
    return false;
  }

  std::string_view words_;
  Unclear& unclear_;
  bool english_ = false;
  std::size_t at_ = 0;
  Effect effect_ = Effect::none;
  bool negative_ = false;
  Statement statement_;
};

}  // namespace

std::optional<Statement> read(std::string_view words, Language, Unclear& unclear) {
  return Reader(words, unclear).read();
}

namespace {

std::string_view explained(Effect effect) {
  switch (effect) {
    case Effect::none: return "states nothing by itself";
    case Effect::near: return "less than n, by at most half a 成, 5 points of a percent or a tenth of n";
    case Effect::about: return "n, with the same distance on either side";
    case Effect::over: return "x > n";
    case Effect::under: return "x < n";
    case Effect::at_least: return "x ≥ n";
    case Effect::at_most: return "x ≤ n";
    case Effect::more: return "n < x < n and one more of its last digit that is not zero";
    case Effect::negative: return "x is −n";
  }
  return {};
}

template <std::size_t N>
std::string rows(const std::array<Word, N>& words, Effect effect) {
  std::string text;
  for (const Word& word : words) {
    if (word.effect == effect) text += (text.empty() ? "" : " ") + std::string("`") + std::string(word.text) + "`";
  }
  return text;
}

}  // namespace

std::string reference() {
  std::string text =
      "`[近七成]{= cities[北京].占比}` prints 近七成 and is an error where it is not true. n is the number of the "
      "words, x the "
      "value.\n\n"
      "| number | alone it means |\n| --- | --- |\n"
      "| `33.3%` `33.3` `三十四` `108万元` | x rounds to n at its last written digit |\n"
      "| `三成` `三成五` | x rounds to n tenths, or to n percent |\n"
      "| `三分之一` `1/3` `半数` `一半` `a third` `three in four` | x is within 2 points of n |\n"
      "| `3倍` `three times` | x rounds to n |\n"
      "| `翻番` `翻倍` `twice` | x is within a tenth of 2 |\n"
      "| `6个百分点` `6 percentage points` | the difference of two percents rounds to n |\n\n";
  text += "| words | meaning |\n| --- | --- |\n";
  for (const Effect effect : {Effect::near, Effect::about, Effect::over, Effect::under, Effect::at_least,
                              Effect::at_most, Effect::more, Effect::negative, Effect::none}) {
    std::string words = rows(chinese_words, effect);
    const std::string english = rows(english_words, effect);
    if (!words.empty() && !english.empty()) words += " ";
    text += fmt::format("| {}{} | {} |\n", words, english, explained(effect));
  }
  text += "\nRanks, of a number from `rank(…)` or of a condition:";
  for (const Rank& rank : ranks) text += fmt::format(" `{}`", rank.text);
  return text +
         " `第N` `前N` `TOP N`. The last place (`最低`, `垫底`) can only be checked of a condition.\n\n"
         "Of a condition, such as `{= pay[图像识别].年薪 >= 100}`, any words are true where it is true.\n\n"
         "A number with 万 or 亿 counts ones: 108万元 is true of 108 in 万元. A unit after the number must be that of "
         "the "
         "value.\n";
}

}  // namespace banxin::data::wording
