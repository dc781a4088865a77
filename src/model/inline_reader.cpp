#include "model/inline_reader.hpp"

#include <fmt/format.h>

#include <array>
#include <string>
#include <string_view>

#include "model/line_join.hpp"

namespace banxin::model {

namespace {

constexpr std::uint32_t none = 0xffffffff;
constexpr int deepest = 16;                     // of marks inside of marks; beyond, they are text
constexpr std::uint32_t longest_target = 2048;  // bytes of a link's address

enum class Mark : std::uint8_t { escape, star, link, ruby, note, side_note, proper_noun, book_title };
constexpr std::size_t mark_kinds = 8;

/// A mark in the text. Openers know their closers, and the other way round.
struct Token {
  Mark mark;
  bool opens = false;
  std::uint32_t begin = 0, end = 0;       ///< the characters of the mark itself
  std::uint32_t partner = none;           ///< index of the token that it goes with
  std::uint32_t bar = none;               ///< ruby: where the | stands
  bool strong = false, emphasis = false;  ///< stars: what they switch
};

bool ascii_punctuation(char c) {
  return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
}

/// Bytes that may begin or end a mark.
constexpr std::array<bool, 256> mark_bytes = [] {
  std::array<bool, 256> result{};
  for (const char c : std::string_view("\\*[]{}^~_|")) result[static_cast<unsigned char>(c)] = true;
  return result;
}();

bool space(char c) { return c == ' ' || c == '\n' || c == '\t'; }

/// One paragraph: [begin, end) of the prose. Line breaks in it are '\n', whatever they were in YAML.
class Paragraph {
 public:
  Paragraph(std::string_view prose, const SourceMap& map, Diagnostics& diagnostics)
      : prose_(prose), map_(map), diagnostics_(diagnostics) {}

  InlineText read(std::uint32_t begin, std::uint32_t end, bool marks) {
    tokens_.clear();
    if (marks) {
      find_tokens(begin, end);
      report_unclosed();
    }
    InlineText result;
    result.span = map_.at(begin, end);
    out_ = &result;
    emit(begin, end, 0, static_cast<std::uint32_t>(tokens_.size()), InlineRun{}, 0);
    return result;
  }

 private:
  // --- which marks there are ---

  void push(Mark mark, bool opens, std::uint32_t begin, std::uint32_t length) {
    tokens_.push_back({mark, opens, begin, begin + length, none, none, false, false});
  }

  void open(Mark mark, std::uint32_t begin, std::uint32_t length) {
    open_.push_back(static_cast<std::uint32_t>(tokens_.size()));
    ++waiting_[static_cast<std::size_t>(mark)];
    push(mark, true, begin, length);
  }

  /// The innermost waiting opener of this kind, with all inside of it given up; none if there is no such opener.
  std::uint32_t close(Mark mark) {
    if (waiting_[static_cast<std::size_t>(mark)] == 0) return none;
    while (true) {
      const std::uint32_t top = open_.back();
      open_.pop_back();
      --waiting_[static_cast<std::size_t>(tokens_[top].mark)];
      if (tokens_[top].mark == mark) return top;
    }
  }

  void pair(std::uint32_t opener, Mark mark, std::uint32_t begin, std::uint32_t length) {
    tokens_[opener].partner = static_cast<std::uint32_t>(tokens_.size());
    push(mark, false, begin, length);
    tokens_.back().partner = opener;
  }

  [[nodiscard]] bool stands(std::uint32_t at, std::string_view what, std::uint32_t end) const {
    return at + what.size() <= end && prose_.substr(at, what.size()) == what;
  }

  /// The end of a link's address that starts at `at`, behind its closing parenthesis; none if it has no end.
  [[nodiscard]] std::uint32_t target_end(std::uint32_t at, std::uint32_t end) const {
    int depth = 0;
    const std::uint32_t limit = std::min(end, at + longest_target);
    for (; at < limit && !space(prose_[at]); ++at) {
      if (prose_[at] == '\\') {
        ++at;
      } else if (prose_[at] == '(') {
        ++depth;
      } else if (prose_[at] == ')' && depth-- == 0) {
        return at + 1;
      }
    }
    return none;
  }

  void find_tokens(std::uint32_t begin, std::uint32_t end) {
    open_.clear();
    waiting_.fill(0);
    for (std::uint32_t at = begin; at < end;) {
      while (at < end && !mark_bytes[static_cast<unsigned char>(prose_[at])]) ++at;
      if (at >= end) break;
      const char c = prose_[at];
      if (c == '\\' && at + 1 < end && (ascii_punctuation(prose_[at + 1]) || prose_[at + 1] == '\n')) {
        push(Mark::escape, false, at, 2);
        at += 2;
      } else if (c == '*') {
        std::uint32_t length = 1;
        while (at + length < end && prose_[at + length] == '*') ++length;
        push(Mark::star, false, at, length);
        at += length;
      } else if (c == '[' && stands(at, "[[", end)) {
        open(Mark::ruby, at, 2);
        at += 2;
      } else if (c == '[' && stands(at, "[^", end)) {
        open(Mark::note, at, 2);
        at += 2;
      } else if (c == '[' && stands(at, "[~", end)) {
        open(Mark::side_note, at, 2);
        at += 2;
      } else if (c == '[') {
        open(Mark::link, at, 1);
        at += 1;
      } else if (c == '{' && stands(at, "{_", end)) {
        open(Mark::proper_noun, at, 2);
        at += 2;
      } else if (c == '{' && stands(at, "{~", end)) {
        open(Mark::book_title, at, 2);
        at += 2;
      } else if (c == '|' && !open_.empty() && tokens_[open_.back()].mark == Mark::ruby) {
        if (tokens_[open_.back()].bar == none) tokens_[open_.back()].bar = at;
        at += 1;
      } else {
        at += close_at(at, end);
      }
    }
  }

  /// A closing mark at `at`, if it is one that something waits for; the bytes that it takes.
  std::uint32_t close_at(std::uint32_t at, std::uint32_t end) {
    constexpr std::array<std::pair<std::string_view, Mark>, 5> closers = {{{"]]", Mark::ruby},
                                                                           {"^]", Mark::note},
                                                                           {"~]", Mark::side_note},
                                                                           {"_}", Mark::proper_noun},
                                                                           {"~}", Mark::book_title}}};
    for (const auto& [what, mark] : closers) {
      if (!stands(at, what, end) || waiting_[static_cast<std::size_t>(mark)] == 0) continue;
      if (mark == Mark::ruby && waiting_[static_cast<std::size_t>(Mark::link)] != 0 && !open_.empty() &&
          tokens_[open_.back()].mark == Mark::link) {
        break;  // `[[甲|a] …`: the first bracket belongs to the innermost opener
      }
      const std::uint32_t opener = close(mark);
      if (mark == Mark::ruby && tokens_[opener].bar == none) return 2;
      pair(opener, mark, at, 2);
      return 2;
    }
    if (prose_[at] == ']' && waiting_[static_cast<std::size_t>(Mark::link)] != 0) {
      const std::uint32_t opener = close(Mark::link);
      const std::uint32_t behind = stands(at, "](", end) ? target_end(at + 2, end) : none;
      if (behind != none) {
        pair(opener, Mark::link, at, behind - at);
        return behind - at;
      }
    }
    return 1;
  }

  void report_unclosed() {
    for (const std::uint32_t index : open_) {
      const Token& token = tokens_[index];
      // A single bracket is as often text; the other openers are nobody's punctuation.
      if (token.mark == Mark::link || token.mark == Mark::ruby) continue;
      unclosed(token.begin, token.end);
    }
  }

  void unclosed(std::uint32_t begin, std::uint32_t end) {
    const std::string_view mark = prose_.substr(begin, end - begin);
    std::string closing(mark);
    if (mark.starts_with('[')) closing = fmt::format("{}]", mark[1]);
    if (mark.starts_with('{')) closing = fmt::format("{}}}", mark[1]);
    std::string escaped;
    for (const char c : mark) escaped += fmt::format("\\{}", c);
    diagnostics_.report(MessageId::mark_unclosed, map_.at(begin, end), {mark},
                        fmt::format("close it with “{}”, or write {} for the characters themselves", closing, escaped));
  }

  /// Pairs the stars among tokens [first, last), leaving out what stands inside of other marks.
  void pair_stars(std::uint32_t first, std::uint32_t last, std::uint32_t begin, std::uint32_t end) {
    std::uint32_t strong = none, emphasis = none;
    for (std::uint32_t i = first; i < last; ++i) {
      const Token& token = tokens_[i];
      if (token.mark != Mark::star) {
        if (token.opens && token.partner != none) i = token.partner;
        continue;
      }
      const std::uint32_t length = token.end - token.begin;
      if (length > 3) continue;
      const bool can_close = token.begin > begin && !space(prose_[token.begin - 1]);
      const bool can_open = token.end < end && !space(prose_[token.end]);
      const auto toggle = [&](std::uint32_t& opener, bool Token::*what) {
        if (opener != none && can_close) {
          tokens_[opener].*what = tokens_[i].*what = true;
          opener = none;
        } else if (opener == none && can_open) {
          opener = i;
        }
      };
      if (length != 1) toggle(strong, &Token::strong);
      if (length != 2) toggle(emphasis, &Token::emphasis);
    }
    if (strong != none) unclosed(tokens_[strong].begin, tokens_[strong].end);
  }

  // --- the runs ---

  /// [begin, end) with the tokens [first, last), under the marks of `look`.
  void emit(std::uint32_t begin, std::uint32_t end, std::uint32_t first, std::uint32_t last, InlineRun look,
            int depth) {
    if (depth > deepest) {
      put(begin, end, look);
      return;
    }
    pair_stars(first, last, begin, end);
    std::uint32_t at = begin;
    for (std::uint32_t i = first; i < last; ++i) {
      const Token token = tokens_[i];
      if (token.partner == none && token.mark != Mark::escape && !token.strong && !token.emphasis) continue;  // text
      put(at, token.begin, look);
      at = token.end;
      if (token.mark == Mark::escape) {
        escaped(token, look);
      } else if (token.mark == Mark::star) {
        // Of three stars one or two may have found no partner; those are text.
        const std::uint32_t used = (token.strong ? 2u : 0u) + (token.emphasis ? 1u : 0u);
        put(token.begin, token.end - used, look);
        look.strong = look.strong != token.strong;
        look.emphasis = look.emphasis != token.emphasis;
      } else {
        const Token& closer = tokens_[token.partner];
        inside(token, closer, i, look, depth);
        i = token.partner;
        at = closer.end;
      }
    }
    put(at, end, look);
  }

  void escaped(const Token& token, const InlineRun& look) {
    if (prose_[token.begin + 1] == '\n') {
      trim();
      pending_break_ = false;
      forced_ = true;
    } else {
      add(token.begin + 1, token.end, look);
    }
  }

  void inside(const Token& opener, const Token& closer, std::uint32_t index, InlineRun look, int depth) {
    const std::uint32_t begin = opener.end, end = closer.begin;
    const auto child = [&](const InlineRun& with) { emit(begin, end, index + 1, opener.partner, with, depth + 1); };
    if (begin == end) {
      diagnostics_.report(MessageId::mark_empty, map_.at(opener.begin, closer.end),
                          {prose_.substr(opener.begin, closer.end - opener.begin)}, "remove them");
      return;
    }
    switch (opener.mark) {
      case Mark::link: {
        look.link.clear();
        for (std::uint32_t i = closer.begin + 2; i + 1 < closer.end; ++i) {
          if (prose_[i] == '\\' && i + 2 < closer.end) ++i;
          look.link += prose_[i];
        }
        child(look);
        break;
      }
      case Mark::proper_noun:
        look.proper_noun = true;
        child(look);
        ended_ = true;  // neighbouring names keep separate lines, so each is a run of its own
        break;
      case Mark::book_title:
        look.book_title = true;
        child(look);
        ended_ = true;
        break;
      case Mark::ruby: ruby(opener, closer, look); break;
      case Mark::note:
      case Mark::side_note: {
        InlineText text;
        text.span = map_.at(begin, end);
        InlineText* const before = out_;
        const bool break_before = pending_break_, forced_before = forced_;
        pending_break_ = forced_ = ended_ = false;
        out_ = &text;
        emit(begin, end, index + 1, opener.partner, InlineRun{}, depth + 1);
        trim();
        out_ = before;
        pending_break_ = break_before;
        forced_ = forced_before;
        attach(opener, look, std::make_shared<const InlineText>(std::move(text)));
        break;
      }
      case Mark::escape:
      case Mark::star: break;
    }
  }

  /// A note belongs to the run before it, which ends with it.
  void attach(const Token& opener, InlineRun look, std::shared_ptr<const InlineText> text) {
    const bool side = opener.mark == Mark::side_note;
    if (out_->runs.empty() || out_->runs.back().note || out_->runs.back().side_note || forced_) {
      look.line_break = forced_;
      forced_ = false;
      look.source.append(0, map_, opener.begin, opener.end);
      out_->runs.push_back(std::move(look));
    }
    (side ? out_->runs.back().side_note : out_->runs.back().note) = std::move(text);
    ended_ = true;
  }

  void ruby(const Token& opener, const Token& closer, InlineRun look) {
    std::string reading;
    for (std::uint32_t i = opener.bar + 1; i < closer.begin; ++i) {
      if (prose_[i] == '\\' && i + 1 < closer.begin && ascii_punctuation(prose_[i + 1])) ++i;
      const char c = space(prose_[i]) ? ' ' : prose_[i];
      if (c == ' ' && (reading.empty() || reading.back() == ' ')) continue;
      reading += c;
    }
    if (reading.ends_with(' ')) reading.pop_back();
    look.ruby = reading;
    ended_ = true;
    const std::size_t runs = out_->runs.size();
    for (std::uint32_t i = opener.end; i < opener.bar;) {
      if (prose_[i] == '\\' && i + 1 < opener.bar && ascii_punctuation(prose_[i + 1])) ++i;
      std::uint32_t end = i + 1;
      while (end < opener.bar && prose_[end] != '\\') ++end;
      put(i, end, look);
      i = end;
    }
    ended_ = true;
    if (out_->runs.size() == runs) {
      diagnostics_.report(MessageId::mark_empty, map_.at(opener.begin, closer.end), {"[[ ]]"}, "remove them");
      return;
    }
    std::size_t syllables = 1, characters = 0;
    for (const char c : reading) syllables += c == ' ' ? 1 : 0;
    for (const char c : out_->runs.back().text) characters += (static_cast<unsigned char>(c) & 0xC0) != 0x80 ? 1 : 0;
    if (syllables > 1 && syllables != characters) {
      diagnostics_.report(MessageId::ruby_count, map_.at(opener.bar + 1, closer.begin),
                          {fmt::format("{}", syllables), fmt::format("{}", characters)},
                          "one syllable for each character, parted by spaces, or no space at all");
    }
  }

  /// Text that may hold line breaks.
  void put(std::uint32_t begin, std::uint32_t end, const InlineRun& look) {
    while (begin < end) {
      const auto line_end = static_cast<std::uint32_t>(std::min<std::size_t>(prose_.find('\n', begin), end));
      add(begin, line_end, look);
      if (line_end == end) return;
      trim();
      pending_break_ = true;
      begin = line_end + 1;
    }
  }

  /// Drops the spaces at a line's end.
  void trim() {
    if (out_->runs.empty() || ended_ || pending_break_ || forced_) return;
    std::string& text = out_->runs.back().text;
    while (text.ends_with(' ')) text.pop_back();
  }

  /// Text on one line.
  void add(std::uint32_t begin, std::uint32_t end, const InlineRun& look) {
    if (pending_break_ || forced_ || (out_->runs.empty())) {
      while (begin < end && space(prose_[begin])) ++begin;
    }
    if (begin == end) return;
    bool blank = false;
    if (pending_break_ && !out_->runs.empty()) {
      const InlineRun& before = out_->runs.back();
      blank = joins_with_space(before.text, prose_.substr(begin, end - begin));
      if (blank && !ended_) {
        out_->runs.back().text += ' ';
        blank = false;
      }
    }
    pending_break_ = false;
    if (out_->runs.empty() || forced_ || ended_ || !same_look(out_->runs.back(), look)) {
      InlineRun run = look;
      run.line_break = forced_ && !out_->runs.empty();
      out_->runs.push_back(std::move(run));
      ended_ = forced_ = false;
    }
    InlineRun& run = out_->runs.back();
    if (blank) {
      run.source.append(0, map_, begin, begin);
      run.text += ' ';
    }
    run.source.append(static_cast<std::uint32_t>(run.text.size()), map_, begin, end);
    const std::size_t first = run.text.size();
    run.text += prose_.substr(begin, end - begin);
    for (std::size_t i = first; i < run.text.size(); ++i) {
      if (run.text[i] == '\t') run.text[i] = ' ';
    }
  }

  static bool same_look(const InlineRun& a, const InlineRun& b) {
    return a.strong == b.strong && a.emphasis == b.emphasis && a.proper_noun == b.proper_noun &&
           a.book_title == b.book_title && a.link == b.link && a.ruby == b.ruby;
  }

  std::string_view prose_;
  const SourceMap& map_;
  Diagnostics& diagnostics_;
  std::vector<Token> tokens_;
  std::vector<std::uint32_t> open_;  ///< openers that wait for their closers
  std::array<std::uint32_t, mark_kinds> waiting_{};
  InlineText* out_ = nullptr;
  bool pending_break_ = false;  ///< a line break of the file, not yet decided
  bool forced_ = false;         ///< the next run begins with a forced break
  bool ended_ = false;          ///< the last run takes no more text
};

/// The text with '\n' for every line break that prose knows, and '\f' where YAML had an empty line folded away.
std::string prose_of(source::YamlNode node) {
  std::string prose(node.text());
  const bool folds = node.style() == source::ScalarStyle::plain || node.style() == source::ScalarStyle::single_quoted ||
                     node.style() == source::ScalarStyle::folded;
  if (folds) {
    for (char& c : prose) {
      if (c == '\n') c = '\f';
    }
  }
  for (const std::uint32_t fold : node.folds()) prose[fold] = '\n';
  return prose;
}

struct Piece {
  std::uint32_t begin, end;
};

/// Parts of the prose between empty lines, without white space at their ends.
std::vector<Piece> pieces(std::string_view prose) {
  std::vector<Piece> result;
  const auto add = [&](std::size_t begin, std::size_t end) {
    while (begin < end && (space(prose[begin]) || prose[begin] == '\f')) ++begin;
    while (end > begin && (space(prose[end - 1]) || prose[end - 1] == '\f')) --end;
    if (begin < end) result.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
  };
  std::size_t begin = 0;
  for (std::size_t at = 0; (at = prose.find_first_of("\n\f", at)) != std::string_view::npos;) {
    std::size_t next = at + 1;
    while (next < prose.size() && (prose[next] == ' ' || prose[next] == '\t')) ++next;
    if (prose[at] == '\f' || (next < prose.size() && prose[next] == '\n')) {
      add(begin, at);
      begin = next;
    }
    at = next;
  }
  add(begin, prose.size());
  return result;
}

}  // namespace

std::vector<InlineText> read_paragraphs(source::YamlNode node, bool marks, Diagnostics& diagnostics) {
  const std::string prose = prose_of(node);
  const SourceMap map = node.map();
  std::vector<InlineText> result;
  for (const Piece& piece : pieces(prose)) {
    InlineText text = Paragraph(prose, map, diagnostics).read(piece.begin, piece.end, marks);
    if (!text.empty()) result.push_back(std::move(text));
  }
  return result;
}

InlineText read_inline(source::YamlNode node, Diagnostics& diagnostics) {
  InlineText result;
  for (InlineText& paragraph : read_paragraphs(node, true, diagnostics)) {
    if (result.runs.empty()) {
      result = std::move(paragraph);
      continue;
    }
    if (!paragraph.runs.empty()) paragraph.runs.front().line_break = true;
    for (InlineRun& run : paragraph.runs) result.runs.push_back(std::move(run));
  }
  result.span = node.span();
  return result;
}

}  // namespace banxin::model
