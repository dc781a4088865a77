#include "source/yaml_scalar.hpp"

#include <algorithm>

namespace banxin::source {

namespace {

bool blank(char c) { return c == ' ' || c == '\t'; }

std::string utf8(std::uint32_t code) {
  std::string result;
  const auto byte = [&](std::uint32_t value) { result += static_cast<char>(static_cast<unsigned char>(value)); };
  if (code < 0x80) {
    byte(code);
  } else if (code < 0x800) {
    byte(0xC0 | code >> 6), byte(0x80 | (code & 0x3F));
  } else if (code < 0x10000) {
    byte(0xE0 | code >> 12), byte(0x80 | (code >> 6 & 0x3F)), byte(0x80 | (code & 0x3F));
  } else {
    byte(0xF0 | code >> 18), byte(0x80 | (code >> 12 & 0x3F)), byte(0x80 | (code >> 6 & 0x3F)),
        byte(0x80 | (code & 0x3F));
  }
  return result;
}

/// Leading spaces of the first line that is not blank; empty if there is none.
std::optional<std::uint32_t> first_indent(std::string_view text) {
  std::uint32_t spaces = 0;
  for (const char c : text) {
    if (c == '\n' || c == '\r') {
      spaces = 0;
    } else if (c == ' ') {
      ++spaces;
    } else {
      return spaces;
    }
  }
  return std::nullopt;
}

}  // namespace

bool ScalarMatcher::read(std::uint32_t begin, ScalarStyle style, std::string_view shown) {
  shown_ = shown;
  at_ = begin;
  seen_ = 0;
  out_.text.clear();
  out_.anchors.clear();
  out_.folds.clear();
  out_.end = begin;
  out_.closed = true;
  out_.control.reset();
  bool matched = false;
  switch (style) {
    case ScalarStyle::plain: matched = flow('\0'); break;
    case ScalarStyle::single_quoted: matched = flow('\''); break;
    case ScalarStyle::double_quoted: matched = flow('"'); break;
    case ScalarStyle::literal: matched = block(false); break;
    case ScalarStyle::folded: matched = block(true); break;
  }
  if (out_.anchors.empty()) out_.anchors.emplace_back(0, begin);
  return matched;
}

void ScalarMatcher::anchor() {
  const auto text = static_cast<std::uint32_t>(out_.text.size());
  if (!out_.anchors.empty()) {
    auto& last = out_.anchors.back();
    if (at_ >= last.second && at_ - last.second == text - last.first) return;
    if (last.first == text) {
      last.second = at_;
      return;
    }
  }
  out_.anchors.emplace_back(text, at_);
}

void ScalarMatcher::put(std::string_view text) {
  anchor();
  out_.text += text;
}

bool ScalarMatcher::at_break() const { return peek() == '\n' || peek() == '\r'; }

void ScalarMatcher::skip_break() { at_ += peek() == '\r' && peek(1) == '\n' ? 2 : 1; }

void ScalarMatcher::skip_blank() {
  while (blank(peek())) ++at_;
}

/// Consumes one character, or one shortened run, that is the same in both texts.
bool ScalarMatcher::take() {
  if (static_cast<unsigned char>(peek()) >= 0x80) {
    if (const YamlView::Run* run = view_.run_at(at_)) {
      if (!shown_.substr(seen_).starts_with(YamlView::placeholder)) return false;
      put(file_.substr(run->file_begin, run->file_end - run->file_begin));
      seen_ += YamlView::placeholder.size();
      at_ = run->file_end;
      return true;
    }
  }
  // Continue over equal letters and digits, to which no rule applies.
  std::uint32_t length = 0;
  while (at_ + length < file_.size() && seen_ + length < shown_.size() &&
         file_[at_ + length] == shown_[seen_ + length] &&
         (length == 0 || std::isalnum(static_cast<unsigned char>(file_[at_ + length])) != 0)) {
    ++length;
  }
  if (length == 0) return false;
  put(file_.substr(at_, length));
  at_ += length;
  seen_ += length;
  return true;
}

/// White space in a plain or quoted scalar: unchanged within a line, folded around line breaks (YAML 1.2, 7.3.3).
bool ScalarMatcher::blanks(char quote) {
  std::uint32_t ahead = at_;
  while (ahead < file_.size() && blank(file_[ahead])) ++ahead;
  if (ahead < file_.size() && file_[ahead] != '\n' && file_[ahead] != '\r') {
    while (at_ < ahead) {
      if (seen_ == shown_.size()) return quote == '\0';
      if (!take()) return false;
    }
    return true;
  }
  const std::uint32_t line_end = ahead;
  at_ = ahead;
  std::size_t breaks = 0;
  while (at_break()) {
    skip_break();
    skip_blank();
    ++breaks;
  }
  const std::uint32_t after = at_;
  at_ = line_end;
  if (breaks == 1) {
    if (seen_ == shown_.size() || shown_[seen_] != ' ') return false;
    out_.folds.push_back(static_cast<std::uint32_t>(out_.text.size()));
    put(" ");
    ++seen_;
  } else {
    for (std::size_t i = 1; i < breaks; ++i, ++seen_) {
      if (seen_ == shown_.size() || shown_[seen_] != '\n') return false;
      put("\n");
    }
  }
  at_ = after;
  return true;
}

/// An escape of a double-quoted scalar (YAML 1.2, 5.7).
bool ScalarMatcher::escape() {
  const char kind = peek(1);
  if (kind == '\n' || kind == '\r') {
    ++at_;
    skip_break();
    skip_blank();
    while (at_break()) {  // further empty lines are kept
      if (seen_ == shown_.size() || shown_[seen_] != '\n') return false;
      put("\n");
      ++seen_;
      skip_break();
      skip_blank();
    }
    return true;
  }
  constexpr std::string_view letters = "0abt\tnvfre \"/\\N_LP'";
  constexpr std::uint32_t codes[] = {0,   7,   8,   9,    9,    10,   11,     12,     13,  27,
                                     ' ', '"', '/', '\\', 0x85, 0xA0, 0x2028, 0x2029, '\''};
  std::uint32_t code = 0, length = 2;
  if (const std::size_t index = letters.find(kind); index != std::string_view::npos) {
    code = codes[index];
  } else {
    const std::uint32_t digits = kind == 'x' ? 2 : kind == 'u' ? 4 : kind == 'U' ? 8 : 0;
    if (digits == 0) return false;
    for (std::uint32_t i = 0; i < digits; ++i) {
      const char c = peek(2 + i);
      if (std::isxdigit(static_cast<unsigned char>(c)) == 0) return false;
      code = code * 16 + static_cast<std::uint32_t>(c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);
    }
    length += digits;
  }
  const std::string text = utf8(code);
  // yaml-cpp 0.7 gives the single bytes 85 and A0 for \N and \_, which are not UTF-8.
  const std::string single(1, static_cast<char>(static_cast<unsigned char>(code & 0xFF)));
  const std::string_view rest = shown_.substr(seen_);
  if (rest.starts_with(text)) {
    seen_ += text.size();
  } else if ((kind == 'N' || kind == '_') && rest.starts_with(single)) {
    seen_ += 1;
  } else {
    return false;
  }
  if ((code < 0x20 && code != '\n' && code != '\t' && code != '\r') || code == 0x7F) out_.control = at_;
  put(text);
  at_ += length;
  anchor();
  return true;
}

bool ScalarMatcher::flow(char quote) {
  if (quote != '\0') {
    if (peek() != quote) return false;
    ++at_;
  }
  out_.anchors.emplace_back(0, at_);
  while (seen_ < shown_.size()) {
    const char c = peek();
    if (at_ >= file_.size()) break;
    if (blank(c) || c == '\n' || c == '\r') {
      if (!blanks(quote)) break;
    } else if (quote == '"' && c == '\\') {
      if (!escape()) return false;
    } else if (quote == '\'' && c == '\'') {
      if (peek(1) != '\'' || shown_[seen_] != '\'') return false;
      put("'");
      at_ += 2;
      ++seen_;
    } else if (quote == '"' && c == '"') {
      return false;
    } else if (!take()) {
      return false;
    }
  }
  if (quote == '\0') {
    out_.end = at_;
    return seen_ == shown_.size();
  }
  // Only an escaped line break can be left before the closing mark, or nothing at the end of the file.
  while (at_ < file_.size() &&
         (blank(peek()) || at_break() || (quote == '"' && peek() == '\\' && (peek(1) == '\n' || peek(1) == '\r')))) {
    ++at_;
  }
  if (at_ >= file_.size()) {
    out_.closed = false;
    out_.end = at_;
    return true;
  }
  out_.end = at_ + 1;
  return peek() == quote && seen_ == shown_.size();
}

bool ScalarMatcher::rest_is_breaks() const { return shown_.find_first_not_of('\n', seen_) == std::string_view::npos; }

/// Line breaks between two lines of a folded scalar (YAML 1.2, 8.1.3): one break folds to a space unless a line is
/// indented further; one of several breaks may be dropped.
bool ScalarMatcher::line_breaks(std::uint32_t indent) {
  const std::uint32_t line_end = at_;
  std::size_t breaks = 0;
  std::uint32_t content = at_;
  while (at_break()) {
    skip_break();
    ++breaks;
    content = at_;
    while (peek() == ' ') ++at_;
  }
  const std::uint32_t deeper = std::min(content + indent, at_);
  at_ = line_end;
  if (breaks == 1 && shown_[seen_] == ' ') {
    out_.folds.push_back(static_cast<std::uint32_t>(out_.text.size()));
    put(" ");
    ++seen_;
  } else {
    std::size_t kept = 0;
    for (; seen_ < shown_.size() && shown_[seen_] == '\n'; ++seen_, ++kept) put("\n");
    if (kept != breaks && kept + 1 != breaks) return false;
  }
  at_ = deeper;
  return true;
}

bool ScalarMatcher::block(bool folded) {
  while (at_ < file_.size() && !at_break()) ++at_;
  out_.end = at_;
  while (out_.end > 0 && blank(file_[out_.end - 1])) --out_.end;
  if (at_ < file_.size()) skip_break();
  const auto in_file = first_indent(file_.substr(at_));
  const auto in_shown = first_indent(shown_);
  if (!in_shown) {
    put(shown_);
    return true;
  }
  // An explicit indentation indicator keeps spaces before the first line; the difference is right in both cases.
  if (!in_file || *in_file < *in_shown) return false;
  const std::uint32_t indent = *in_file - *in_shown;
  const auto skip_indent = [&] {
    for (std::uint32_t i = 0; i < indent && peek() == ' '; ++i) ++at_;
  };
  skip_indent();
  while (seen_ < shown_.size()) {
    bool content = false;
    while (seen_ < shown_.size() && at_ < file_.size() && !at_break()) {
      if (!take()) return false;
      content = true;
    }
    if (content) out_.end = at_;
    if (seen_ == shown_.size()) return true;
    if (rest_is_breaks()) {
      for (; seen_ < shown_.size(); ++seen_) {
        put("\n");
        if (at_ < file_.size() && at_break()) {
          skip_break();
          while (peek() == ' ') ++at_;
        }
      }
      return true;
    }
    if (at_ >= file_.size()) return false;
    if (folded) {
      if (!line_breaks(indent)) return false;
    } else {
      if (shown_[seen_] != '\n') return false;
      put("\n");
      ++seen_;
      skip_break();
      skip_indent();
    }
  }
  return true;
}

}  // namespace banxin::source
