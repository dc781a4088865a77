#include "data/expression/lexer.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <utility>

namespace banxin::data::expression {

namespace {

struct Spelling {
  std::string_view written, symbol;
};

/// Longer spellings before their own beginnings.
constexpr std::array<Spelling, 40> symbols{
    {{"..", ".."},   {"!=", "!="},   {"<=", "<="},   {">=", ">="}, {"==", "="}, {"≠", "!="}, {"≤", "<="}, {"≥", ">="},
     {"＜＝", "<="}, {"＞＝", ">="}, {"！＝", "!="}, {"<", "<"},   {">", ">"},  {"=", "="},  {"＜", "<"}, {"＞", ">"},
     {"＝", "="},    {"+", "+"},     {"-", "-"},     {"*", "*"},   {"/", "/"},  {"^", "^"},  {"＋", "+"}, {"－", "-"},
     {"−", "-"},     {"×", "*"},     {"＊", "*"},    {"÷", "/"},   {"／", "/"}, {"(", "("},  {")", ")"},  {"（", "("},
     {"）", ")"},    {"[", "["},     {"]", "]"},     {",", ","},   {"，", ","}, {".", "."},  {"．", "."}, {"|", "|"}}};

bool starts(std::string_view text, std::size_t at, std::string_view what) { return text.substr(at).starts_with(what); }

struct Decoded {
  UChar32 character;
  std::uint32_t end;
};

Decoded decode(std::string_view text, std::uint32_t at) {
  std::int32_t next = static_cast<std::int32_t>(at);
  UChar32 character = 0;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  U8_NEXT(bytes, next, static_cast<std::int32_t>(text.size()), character);
  return {character, static_cast<std::uint32_t>(next)};
}

bool is_name(UChar32 c) {
  return c == '_' ||
         (c > 0 && (u_isalnum(c) || u_charType(c) == U_NON_SPACING_MARK || u_charType(c) == U_COMBINING_SPACING_MARK));
}

/// 0 to 9, full-width digits too.
std::optional<char> digit(UChar32 c) {
  if (c >= '0' && c <= '9') return static_cast<char>(c);
  if (c >= 0xFF10 && c <= 0xFF19) return static_cast<char>('0' + (c - 0xFF10));
  return std::nullopt;
}

class Lexer {
 public:
  Lexer(std::string_view text, Range range) : text_(text.substr(0, range.end)), at_(range.begin) {}

  std::vector<Token> read() {
    std::vector<Token> result;
    while (true) {
      skip_space();
      Token token;
      token.range.begin = at_;
      if (at_ >= text_.size()) {
        token.range.end = at_;
        result.push_back(std::move(token));
        return result;
      }
      const bool after_dot = !result.empty() && result.back().kind == Token::Kind::symbol && result.back().text == ".";
      one(token, after_dot);
      token.range.end = at_;
      result.push_back(std::move(token));
    }
  }

 private:
  void skip_space() {
    while (at_ < text_.size()) {
      const Decoded next = decode(text_, at_);
      if (!u_isWhitespace(next.character) && next.character != 0xA0) return;
      at_ = next.end;
    }
  }

  void one(Token& token, bool after_dot) {
    const char c = text_[at_];
    if (c == '"' || c == '`') return quoted(token, c);
    if (starts(text_, at_, "“")) return curly(token);
    const Decoded next = decode(text_, at_);
    if (digit(next.character) && !after_dot) return number(token);
    if (is_name(next.character)) return name(token);
    if (c == ':' && at_ + 1 < text_.size() && is_name(decode(text_, at_ + 1).character)) {
      ++at_;
      name(token);
      token.kind = Token::Kind::parameter;
      return;
    }
    for (const Spelling& spelling : symbols) {
      if (!starts(text_, at_, spelling.written)) continue;
      token.kind = Token::Kind::symbol;
      token.text = spelling.symbol;
      at_ += static_cast<std::uint32_t>(spelling.written.size());
      return;
    }
    throw Problem{MessageId::expression_character,
                  {at_, next.end},
                  {std::string(text_.substr(at_, next.end - at_))},
                  character_help(std::string_view(text_).substr(at_, next.end - at_))};
  }

  static std::string character_help(std::string_view character) {
    if (character == "'") return "text is written in double quotation marks";
    if (character == "［" || character == "］" || character == "【" || character == "】") {
      return "rows are written in ASCII brackets, [ and ]";
    }
    return "other names are written in backquotes";
  }

  void quoted(Token& token, char mark) {
    const std::uint32_t begin = at_++;
    const std::size_t close = text_.find(mark, at_);
    if (close == std::string_view::npos) {
      throw Problem{MessageId::expression_quote_open, {begin, begin + 1}, {std::string(1, mark)}, "close it"};
    }
    token.kind = mark == '"' ? Token::Kind::text : Token::Kind::name;
    token.quoted = mark == '`';
    token.text = text_.substr(at_, close - at_);
    at_ = static_cast<std::uint32_t>(close) + 1;
  }

  /// “…”, as Chinese input methods write quotation marks.
  void curly(Token& token) {
    constexpr std::string_view open = "“", closing = "”";
    const std::uint32_t begin = at_;
    at_ += static_cast<std::uint32_t>(open.size());
    const std::size_t close = text_.find(closing, at_);
    if (close == std::string_view::npos) {
      throw Problem{MessageId::expression_quote_open, {begin, at_}, {std::string(open)}, "close it"};
    }
    token.kind = Token::Kind::text;
    token.text = text_.substr(at_, close - at_);
    at_ = static_cast<std::uint32_t>(close + closing.size());
  }

  void name(Token& token) {
    const std::uint32_t begin = at_;
    while (at_ < text_.size()) {
      const Decoded next = decode(text_, at_);
      if (!is_name(next.character)) break;
      at_ = next.end;
    }
    token.kind = Token::Kind::name;
    token.text = text_.substr(begin, at_ - begin);
  }

  void number(Token& token) {
    const std::uint32_t begin = at_;
    std::string digits;
    bool point = false;
    while (at_ < text_.size()) {
      const Decoded next = decode(text_, at_);
      if (const auto value = digit(next.character)) {
        digits += *value;
      } else if ((next.character == '.' || next.character == 0xFF0E) && !point && next.end < text_.size() &&
                 text_[next.end] != '.' && digit(decode(text_, next.end).character)) {
        point = true;
        digits += '.';
      } else {
        break;
      }
      at_ = next.end;
    }
    std::from_chars(digits.data(), digits.data() + digits.size(), token.number);
    token.kind = Token::Kind::number;
    scale(token);
    if (at_ < text_.size() && is_name(decode(text_, at_).character)) {
      while (at_ < text_.size() && is_name(decode(text_, at_).character)) at_ = decode(text_, at_).end;
      // 2025Q4 may be the name of a row; the checker reports 12元.
      if (!point) {
        token.kind = Token::Kind::name;
        token.text = text_.substr(begin, at_ - begin);
        return;
      }
      throw Problem{MessageId::expression_number,
                    {begin, at_},
                    {std::string(text_.substr(begin, at_ - begin))},
                    "a number is written without its unit"};
    }
  }

  /// 万, 亿, % and ‰ after a number.
  void scale(Token& token) {
    constexpr std::array<std::pair<std::string_view, double>, 4> factors{
        {{"万", 1e4}, {"萬", 1e4}, {"亿", 1e8}, {"億", 1e8}}};
    for (bool found = true; found;) {
      found = false;
      for (const auto& [word, factor] : factors) {
        if (!starts(text_, at_, word)) continue;
        token.number *= factor;
        token.scaled = found = true;
        at_ += static_cast<std::uint32_t>(word.size());
      }
    }
    for (const auto& [word, divisor] : {std::pair<std::string_view, double>{"%", 100}, {"％", 100}, {"‰", 1000}}) {
      if (!starts(text_, at_, word)) continue;
      token.kind = Token::Kind::percent;
      token.number /= divisor;
      at_ += static_cast<std::uint32_t>(word.size());
      return;
    }
  }

  std::string_view text_;
  std::uint32_t at_;
};

}  // namespace

std::vector<Token> tokens(std::string_view text, Range range) { return Lexer(text, range).read(); }

bool has_comparison(std::string_view text, Range range) {
  char quote = 0;
  for (std::uint32_t at = range.begin; at < range.end; ++at) {
    const char c = text[at];
    if (quote != 0) {
      if (c == quote) quote = 0;
      continue;
    }
    if (c == '"' || c == '`') quote = c;
    if (c == '<' || c == '>' || c == '=') return true;
    for (const std::string_view wide : {"＜", "＞", "＝", "≠", "≤", "≥"}) {
      if (starts(text.substr(0, range.end), at, wide)) return true;
    }
  }
  return false;
}

}  // namespace banxin::data::expression
