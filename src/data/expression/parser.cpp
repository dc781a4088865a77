#include "data/expression/parser.hpp"

#include <fmt/format.h>

#include <array>
#include <optional>
#include <utility>

#include "data/expression/lexer.hpp"

namespace banxin::data::expression {

namespace {

constexpr int deepest = 64;
constexpr std::size_t longest = 4096;  // bytes

constexpr std::array<std::pair<Operator, std::string_view>, 16> spellings{{{Operator::add, "+"},
                                                                           {Operator::subtract, "-"},
                                                                           {Operator::multiply, "*"},
                                                                           {Operator::divide, "/"},
                                                                           {Operator::power, "^"},
                                                                           {Operator::negate, "-"},
                                                                           {Operator::equal, "="},
                                                                           {Operator::unequal, "!="},
                                                                           {Operator::less, "<"},
                                                                           {Operator::less_equal, "<="},
                                                                           {Operator::greater, ">"},
                                                                           {Operator::greater_equal, ">="},
                                                                           {Operator::in, "in"},
                                                                           {Operator::logical_and, "and"},
                                                                           {Operator::logical_or, "or"},
                                                                           {Operator::logical_not, "not"}}};

using Kind = Token::Kind;

class Parser {
 public:
  Parser(std::string_view text, Range range, int depth) : text_(text), tokens_(tokens_of(text, range)), depth_(depth) {}

  Parsed whole(bool may_have_format) {
    Parsed result;
    result.root = disjunction();
    if (peek().kind != Kind::end && !(may_have_format && is("|"))) {
      throw Problem{MessageId::expression_unexpected, peek().range, {written(peek())}, surplus_help()};
    }
    result.end = peek().range.begin;
    return result;
  }

 private:
  /// The tokens up to a format; brackets keep their raw text, so a selection is read by `selection`.
  static std::vector<Token> tokens_of(std::string_view text, Range range) {
    // A key in brackets is any text, so what is in brackets must not go through the lexer.
    std::vector<Token> result;
    std::uint32_t begin = range.begin;
    while (true) {
      const auto open = bracket(text, {begin, range.end});
      const Range piece{begin, open ? open->begin : range.end};
      std::vector<Token> part = tokens(text, piece);
      part.pop_back();
      for (Token& token : part) {
        const bool format = token.kind == Kind::symbol && token.text == "|";
        result.push_back(std::move(token));
        if (format) {
          result.push_back({Kind::end, {}, 0, false, false, {range.end, range.end}});
          return result;
        }
      }
      if (!open) break;
      Token selection;
      selection.kind = Kind::symbol;
      selection.text = "[";
      selection.range = *open;
      result.push_back(std::move(selection));
      begin = open->end;
    }
    result.push_back({Kind::end, {}, 0, false, false, {range.end, range.end}});
    return result;
  }

  /// The first bracketed piece, with its brackets.
  static std::optional<Range> bracket(std::string_view text, Range range) {
    char quote = 0;
    std::uint32_t begin = 0;
    int open = 0;
    for (std::uint32_t at = range.begin; at < range.end; ++at) {
      const char c = text[at];
      if (quote != 0) {
        if (c == quote) quote = 0;
      } else if (c == '"' || c == '`') {
        quote = c;
      } else if (c == '[') {
        if (open++ == 0) begin = at;
      } else if (c == ']' && open > 0 && --open == 0) {
        return Range{begin, at + 1};
      } else if (c == '|' && open == 0) {
        return std::nullopt;
      }
    }
    if (open > 0) throw Problem{MessageId::expression_bracket_open, {begin, begin + 1}, {"["}, "close it with “]”"};
    return std::nullopt;
  }

  [[nodiscard]] const Token& peek() const { return tokens_[at_]; }
  [[nodiscard]] bool is(std::string_view symbol) const { return peek().kind == Kind::symbol && peek().text == symbol; }
  [[nodiscard]] bool is_word(std::string_view word) const {
    return peek().kind == Kind::name && !peek().quoted && peek().text == word;
  }
  bool take(std::string_view symbol) {
    if (!is(symbol)) return false;
    ++at_;
    return true;
  }
  bool take_word(std::string_view word) {
    if (!is_word(word)) return false;
    ++at_;
    return true;
  }
  [[nodiscard]] std::string written(const Token& token) const {
    return std::string(text_.substr(token.range.begin, token.range.end - token.range.begin));
  }
  [[nodiscard]] std::string surplus_help() const {
    if (peek().kind == Kind::name || peek().kind == Kind::number || peek().kind == Kind::text) {
      return "an operator is missing before it";
    }
    return "";
  }

  struct Deeper {
    explicit Deeper(Parser& owner) : parser(owner) {
      if (++owner.depth_ > deepest) {
        throw Problem{MessageId::expression_too_deep, owner.peek().range, {fmt::format("{}", deepest)}, ""};
      }
    }
    ~Deeper() { --parser.depth_; }
    Deeper(const Deeper&) = delete;
    Deeper& operator=(const Deeper&) = delete;
    Parser& parser;
  };

  static NodePtr make(Node::Kind kind, Range range) {
    auto node = std::make_unique<Node>();
    node->kind = kind;
    node->range = range;
    return node;
  }
  static NodePtr binary(Operator op, NodePtr left, NodePtr right) {
    NodePtr node = make(Node::Kind::binary, {left->range.begin, right->range.end});
    node->op = op;
    node->operands.push_back(std::move(left));
    node->operands.push_back(std::move(right));
    return node;
  }
  static NodePtr unary(Operator op, Range sign, NodePtr operand) {
    NodePtr node = make(Node::Kind::unary, {sign.begin, operand->range.end});
    node->op = op;
    node->operands.push_back(std::move(operand));
    return node;
  }

  NodePtr disjunction() {
    const Deeper deeper(*this);
    NodePtr left = conjunction();
    while (take_word("or")) left = binary(Operator::logical_or, std::move(left), conjunction());
    return left;
  }
  NodePtr conjunction() {
    NodePtr left = negation();
    while (take_word("and")) left = binary(Operator::logical_and, std::move(left), negation());
    return left;
  }
  NodePtr negation() {
    const Range sign = peek().range;
    if (!take_word("not")) return relation();
    const Deeper deeper(*this);
    return unary(Operator::logical_not, sign, negation());
  }
  NodePtr relation() {
    NodePtr left = sum();
    for (const Operator op : {Operator::equal, Operator::unequal, Operator::less_equal, Operator::less,
                              Operator::greater_equal, Operator::greater}) {
      if (take(spelling(op))) {
        left = binary(op, std::move(left), sum());
        break;
      }
    }
    if (take_word("in")) left = binary(Operator::in, std::move(left), sum());
    return left;
  }
  NodePtr sum() {
    NodePtr left = product();
    while (true) {
      if (take("+")) {
        left = binary(Operator::add, std::move(left), product());
      } else if (take("-")) {
        left = binary(Operator::subtract, std::move(left), product());
      } else {
        return left;
      }
    }
  }
  NodePtr product() {
    NodePtr left = sign();
    while (true) {
      if (take("*")) {
        left = binary(Operator::multiply, std::move(left), sign());
      } else if (take("/")) {
        left = binary(Operator::divide, std::move(left), sign());
      } else {
        return left;
      }
    }
  }
  NodePtr sign() {
    const Range at = peek().range;
    if (take("-")) {
      const Deeper deeper(*this);
      return unary(Operator::negate, at, sign());
    }
    NodePtr left = primary();
    if (take("^")) {
      const Deeper deeper(*this);
      return binary(Operator::power, std::move(left), sign());
    }
    return left;
  }

  NodePtr primary() {
    const Token& token = peek();
    switch (token.kind) {
      case Kind::number:
      case Kind::percent: {
        NodePtr node = make(token.kind == Kind::number ? Node::Kind::number : Node::Kind::percent, token.range);
        node->number = token.number;
        node->scaled = token.scaled;
        ++at_;
        return node;
      }
      case Kind::text: {
        NodePtr node = make(Node::Kind::text, token.range);
        node->text = token.text;
        ++at_;
        return node;
      }
      case Kind::name:
      case Kind::parameter: return named();
      case Kind::symbol:
        if (token.text == "(") return parenthesis();
        break;
      case Kind::end: break;
    }
    if (token.kind == Kind::end || token.text == "|") {
      throw Problem{
          MessageId::expression_incomplete, {token.range.begin, token.range.begin}, {}, "a value is missing here"};
    }
    throw Problem{MessageId::expression_unexpected, token.range, {written(token)}, "a value is expected here"};
  }

  NodePtr parenthesis() {
    const Range open = peek().range;
    ++at_;
    NodePtr inner = disjunction();
    const Range close = peek().range;
    if (!take(")")) throw Problem{MessageId::expression_bracket_open, open, {"("}, "close it with “)”"};
    inner->range = {open.begin, close.end};
    return inner;
  }

  NodePtr named() {
    const Token name = peek();
    ++at_;
    if (!name.quoted && name.kind == Kind::name && (name.text == "true" || name.text == "false")) {
      NodePtr node = make(Node::Kind::boolean, name.range);
      node->number = name.text == "true" ? 1 : 0;
      return node;
    }
    if (is("(") && !name.quoted) return call(name);
    NodePtr node = make(Node::Kind::name, name.range);
    node->text = name.text;
    node->name_range = name.range;
    node->quoted = name.quoted;
    if (is("[")) {
      node->kind = Node::Kind::table;
      node->selection = selection(peek().range);
      node->range.end = peek().range.end;
      ++at_;
    }
    if (take(".")) {
      if (peek().kind != Kind::name) {
        throw Problem{
            MessageId::expression_incomplete, peek().range, {}, "the name of a column is missing after the dot"};
      }
      node->kind = Node::Kind::table;
      node->column = peek().text;
      node->column_range = peek().range;
      node->range.end = peek().range.end;
      ++at_;
    }
    return node;
  }

  NodePtr call(const Token& name) {
    NodePtr node = make(Node::Kind::call, name.range);
    node->text = name.text;
    node->name_range = name.range;
    const Range open = peek().range;
    ++at_;
    if (!is(")")) {
      do {
        node->operands.push_back(disjunction());
      } while (take(","));
    }
    node->range.end = peek().range.end;
    if (!take(")")) throw Problem{MessageId::expression_bracket_open, open, {"("}, "close it with “)”"};
    return node;
  }

  Selection selection(Range brackets) {
    Selection result;
    result.range = brackets;
    const Range inside{brackets.begin + 1, brackets.end - 1};
    if (has_comparison(text_, inside)) {
      const Deeper deeper(*this);
      result.kind = Selection::Kind::condition;
      result.condition = Parser(text_, inside, depth_).whole(false).root;
      return result;
    }
    result.kind = Selection::Kind::keys;
    std::uint32_t begin = inside.begin;
    char quote = 0;
    for (std::uint32_t at = inside.begin; at <= inside.end; ++at) {
      const char c = at < inside.end ? text_[at] : ',';
      if (quote != 0 && at < inside.end) {
        if (c == quote) quote = 0;
        continue;
      }
      if (c == '"') quote = '"';
      const bool dots = c == '.' && at + 1 < inside.end && text_[at + 1] == '.';
      if (c != ',' && !dots) continue;
      result.keys.push_back(key({begin, at}));
      if (dots) {
        if (result.keys.size() > 1 || result.kind == Selection::Kind::range) {
          throw Problem{MessageId::expression_unexpected, {at, at + 2}, {".."}, "a range has a first and a last row"};
        }
        result.kind = Selection::Kind::range;
        ++at;
      } else if (result.kind == Selection::Kind::range && result.keys.size() > 2) {
        throw Problem{MessageId::expression_unexpected, {at, at + 1}, {","}, "a range has a first and a last row"};
      }
      begin = at + 1;
    }
    return result;
  }

  [[nodiscard]] Key key(Range range) const {
    const auto blank = [this](std::uint32_t at) { return text_[at] == ' ' || text_[at] == '\t' || text_[at] == '\n'; };
    while (range.begin < range.end && blank(range.begin)) ++range.begin;
    while (range.end > range.begin && blank(range.end - 1)) --range.end;
    if (range.begin == range.end)
      throw Problem{MessageId::expression_incomplete, range, {}, "the name of a row is missing here"};
    Key result{std::string(text_.substr(range.begin, range.end - range.begin)), range};
    if (result.text.size() >= 2 && result.text.front() == '"' && result.text.back() == '"') {
      result.text = result.text.substr(1, result.text.size() - 2);
    } else if (result.text.starts_with(':')) {
      result.text.erase(0, 1);
      result.parameter = true;
    }
    return result;
  }

  std::string_view text_;
  std::vector<Token> tokens_;
  std::size_t at_ = 0;
  int depth_;
};

}  // namespace

std::string_view spelling(Operator op) {
  for (const auto& [known, text] : spellings) {
    if (known == op) return text;
  }
  return {};
}

Parsed parse(std::string_view text) {
  if (text.size() > longest) {
    throw Problem{MessageId::expression_too_long, {0, 1}, {fmt::format("{}", longest)}, "divide it into claims"};
  }
  return Parser(text, {0, static_cast<std::uint32_t>(text.size())}, 0).whole(true);
}

}  // namespace banxin::data::expression
