#include "model/inline_marks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>

namespace banxin::model {

namespace {

constexpr std::uint32_t none = InlineMark::none;
constexpr std::uint32_t longest_target = 2048;  // bytes of a link's address

/// Bytes that may begin or end a mark.
constexpr std::array<bool, 256> mark_bytes = [] {
  std::array<bool, 256> result{};
  for (const char c : std::string_view("\\*[]{}^~_|")) result[static_cast<unsigned char>(c)] = true;
  return result;
}();

}  // namespace

bool may_be_escaped(char c) {
  return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
}

void InlineMarks::push(Kind kind, bool opens, std::uint32_t begin, std::uint32_t length) {
  marks_.push_back({kind, opens, begin, begin + length, none, none, false, false});
}

void InlineMarks::open(Kind kind, std::uint32_t begin, std::uint32_t length) {
  open_.push_back(static_cast<std::uint32_t>(marks_.size()));
  ++open_count(kind);
  push(kind, true, begin, length);
}

/// Closes the innermost open mark of this kind and drops those inside it, which stay text; none if there is none.
std::uint32_t InlineMarks::close(Kind kind) {
  if (open_count(kind) == 0) return none;
  while (true) {
    const std::uint32_t top = open_.back();
    open_.pop_back();
    --open_count(marks_[top].kind);
    if (marks_[top].kind == kind) return top;
  }
}

void InlineMarks::pair(std::uint32_t opener, Kind kind, std::uint32_t begin, std::uint32_t length) {
  marks_[opener].partner = static_cast<std::uint32_t>(marks_.size());
  push(kind, false, begin, length);
  marks_.back().partner = opener;
}

bool InlineMarks::starts_at(std::uint32_t at, std::string_view what, std::uint32_t end) const {
  return at + what.size() <= end && prose_.substr(at, what.size()) == what;
}

/// The offset after the closing parenthesis of the link address that starts at `at`; none if it has no end.
std::uint32_t InlineMarks::target_end(std::uint32_t at, std::uint32_t end) const {
  int depth = 0;
  const std::uint32_t limit = std::min(end, at + longest_target);
  for (; at < limit && !is_white(prose_[at]); ++at) {
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

/// The offset of the `closer` of the expression that starts at `at`; none if there is none. Text in quotation marks may
/// contain the closer.
std::uint32_t InlineMarks::expression_end(std::uint32_t at, std::uint32_t end, std::string_view closer) const {
  bool quoted = false;
  for (; at < end && prose_[at] != '\f'; ++at) {
    if (prose_[at] == '"') quoted = !quoted;
    if (!quoted && starts_at(at, closer, end)) return at;
  }
  return none;
}

/// Reads a printed value at `at`; returns its length in bytes.
std::uint32_t InlineMarks::value_at(std::uint32_t at, std::uint32_t end) {
  const std::uint32_t last = expression_end(at + 2, end, "}}");
  if (last == none) {
    unclosed(at, at + 2);
    return 2;
  }
  push(Kind::value, false, at, last + 2 - at);
  return last + 2 - at;
}

/// Reads a reference at `at`; returns its length in bytes.
std::uint32_t InlineMarks::reference_at(std::uint32_t at, std::uint32_t end) {
  const std::size_t last = prose_.find('}', at + 2);
  if (last == std::string_view::npos || last >= end) {
    unclosed(at, at + 2);
    return 2;
  }
  const auto length = static_cast<std::uint32_t>(last + 1 - at);
  push(Kind::reference, false, at, length);
  return length;
}

void InlineMarks::find_values(std::uint32_t begin, std::uint32_t end) {
  open_.clear();
  open_counts_.fill(0);
  for (std::uint32_t at = begin; at < end;) {
    const char c = prose_[at];
    if (c == '\\' && at + 1 < end && (prose_[at + 1] == '{' || prose_[at + 1] == '[')) {
      push(Kind::escape, false, at, 2);
      at += 2;
    } else if (c == '{' && starts_at(at, "{{", end)) {
      at += value_at(at, end);
    } else if (c == '[') {
      open(Kind::link, at, 1);
      at += 1;
    } else if (c == ']' && open_count(Kind::link) != 0) {
      at += close_bracket(at, end);
    } else {
      at += 1;
    }
  }
}

void InlineMarks::find(std::uint32_t begin, std::uint32_t end) {
  open_.clear();
  open_counts_.fill(0);
  for (std::uint32_t at = begin; at < end;) {
    while (at < end && !mark_bytes[static_cast<unsigned char>(prose_[at])]) ++at;
    if (at >= end) break;
    const char c = prose_[at];
    if (c == '\\' && at + 1 < end && (may_be_escaped(prose_[at + 1]) || prose_[at + 1] == '\n')) {
      push(Kind::escape, false, at, 2);
      at += 2;
    } else if (c == '*') {
      std::uint32_t length = 1;
      while (at + length < end && prose_[at + length] == '*') ++length;
      push(Kind::star, false, at, length);
      at += length;
    } else if (c == '[' && starts_at(at, "[[", end)) {
      open(Kind::ruby, at, 2);
      at += 2;
    } else if (c == '[' && starts_at(at, "[^", end)) {
      open(Kind::note, at, 2);
      at += 2;
    } else if (c == '[' && starts_at(at, "[~", end)) {
      open(Kind::side_note, at, 2);
      at += 2;
    } else if (c == '[') {
      open(Kind::link, at, 1);
      at += 1;
    } else if (c == '{' && starts_at(at, "{{", end)) {
      at += value_at(at, end);
    } else if (c == '{' && starts_at(at, "{@", end)) {
      at += reference_at(at, end);
    } else if (c == '{' && starts_at(at, "{_", end)) {
      open(Kind::proper_noun, at, 2);
      at += 2;
    } else if (c == '{' && starts_at(at, "{~", end)) {
      open(Kind::book_title, at, 2);
      at += 2;
    } else if (c == '|' && !open_.empty() && marks_[open_.back()].kind == Kind::ruby) {
      if (marks_[open_.back()].bar == none) marks_[open_.back()].bar = at;
      at += 1;
    } else {
      at += close_at(at, end);
    }
  }
  report_unclosed();
}

/// Reads the closing mark at `at`, if it closes an open one; returns the bytes to skip.
std::uint32_t InlineMarks::close_at(std::uint32_t at, std::uint32_t end) {
  constexpr std::array<std::pair<std::string_view, Kind>, 5> closers = {{{"]]", Kind::ruby},
                                                                         {"^]", Kind::note},
                                                                         {"~]", Kind::side_note},
                                                                         {"_}", Kind::proper_noun},
                                                                         {"~}", Kind::book_title}}};
  for (const auto& [what, kind] : closers) {
    if (!starts_at(at, what, end) || open_count(kind) == 0) continue;
    if (kind == Kind::ruby && open_count(Kind::link) != 0 && !open_.empty() &&
        marks_[open_.back()].kind == Kind::link) {
      break;  // `[[甲|a] …`: the first bracket belongs to the innermost opener
    }
    const std::uint32_t opener = close(kind);
    if (kind == Kind::ruby && marks_[opener].bar == none) return 2;
    pair(opener, kind, at, 2);
    return 2;
  }
  return prose_[at] == ']' && open_count(Kind::link) != 0 ? close_bracket(at, end) : 1;
}

/// Reads the bracket that closes a link's text or checked words, with the address or expression after it.
std::uint32_t InlineMarks::close_bracket(std::uint32_t at, std::uint32_t end) {
  const std::uint32_t opener = close(Kind::link);
  if (starts_at(at, "]{=", end)) {
    const std::uint32_t last = expression_end(at + 3, end, "}");
    if (last == none) {
      unclosed(at + 1, at + 3);
      return 3;
    }
    marks_[opener].kind = Kind::checked;
    pair(opener, Kind::checked, at, last + 1 - at);
    return last + 1 - at;
  }
  if (!starts_at(at, "](", end)) return 1;
  const std::uint32_t after = target_end(at + 2, end);
  if (after == none) {
    report_broken_address(at + 2, end);
    return 1;
  }
  pair(opener, Kind::link, at, after - at);
  return after - at;
}

/// `(https://example.org/a b)`: the space ends the address before its parenthesis, so this is not a link.
void InlineMarks::report_broken_address(std::uint32_t begin, std::uint32_t end) {
  const std::size_t close = prose_.find(')', begin);
  if (close == std::string_view::npos || close >= end) return;
  const std::string_view address = prose_.substr(begin, close - begin);
  const bool is_address =
      address.starts_with("http://") || address.starts_with("https://") || address.starts_with("mailto:");
  if (!is_address || address.find('\n') != std::string_view::npos) return;
  diagnostics_.report(MessageId::link_nowhere, map_.at(begin, static_cast<std::uint32_t>(close)), {address},
                      "write %20 instead of the space");
}

void InlineMarks::report_unclosed() {
  for (const std::uint32_t index : open_) {
    const InlineMark& mark = marks_[index];
    // A single bracket is often text; the other opening marks are not used as punctuation.
    if (mark.kind == Kind::link || mark.kind == Kind::ruby) continue;
    unclosed(mark.begin, mark.end);
  }
}

void InlineMarks::unclosed(std::uint32_t begin, std::uint32_t end) {
  const std::string_view mark = prose_.substr(begin, end - begin);
  std::string closing(mark);
  if (mark.starts_with('[')) closing = fmt::format("{}]", mark[1]);
  if (mark.starts_with('{'))
    closing = mark == "{=" || mark == "{@" ? "}" : fmt::format("{}}}", mark[1] == '{' ? '}' : mark[1]);
  std::string escaped;
  for (const char c : mark) escaped += fmt::format("\\{}", c);
  diagnostics_.report(MessageId::mark_unclosed, map_.at(begin, end), {mark},
                      fmt::format("close it with “{}”, or write {} for the characters themselves", closing, escaped));
}

void InlineMarks::pair_stars(std::uint32_t first, std::uint32_t last, std::uint32_t begin, std::uint32_t end) {
  std::uint32_t strong = none, emphasis = none;
  for (std::uint32_t i = first; i < last; ++i) {
    const InlineMark& mark = marks_[i];
    if (mark.kind != Kind::star) {
      if (mark.opens && mark.partner != none) i = mark.partner;
      continue;
    }
    const std::uint32_t length = mark.end - mark.begin;
    if (length > 3) continue;
    const bool can_close = mark.begin > begin && !is_white(prose_[mark.begin - 1]);
    const bool can_open = mark.end < end && !is_white(prose_[mark.end]);
    const auto toggle = [&](std::uint32_t& opener, bool InlineMark::*what) {
      if (opener != none && can_close) {
        marks_[opener].*what = marks_[i].*what = true;
        opener = none;
      } else if (opener == none && can_open) {
        opener = i;
      }
    };
    if (length != 1) toggle(strong, &InlineMark::strong);
    if (length != 2) toggle(emphasis, &InlineMark::emphasis);
  }
  if (strong != none) unclosed(marks_[strong].begin, marks_[strong].end);
}

}  // namespace banxin::model
