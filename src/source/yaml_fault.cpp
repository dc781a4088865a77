#include "source/yaml_fault.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>

namespace banxin::source {

namespace {

constexpr std::string_view fullwidth_colon = "：";

bool word_character(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '-'; }

/// Length of the spaces and list dashes before a line's content.
std::size_t content_begin(std::string_view line) {
  std::size_t at = 0;
  while (at < line.size() &&
         (line[at] == ' ' || line[at] == '\t' || (line[at] == '-' && line.substr(at + 1, 1) == " "))) {
    ++at;
  }
  return at;
}

/// The line above that has content; 0 if there is none.
std::uint32_t line_above(const SourceFile& file, std::uint32_t line) {
  while (--line > 0) {
    const std::string_view text = file.line(line);
    if (text.find_first_not_of(" \t") != std::string_view::npos) return line;
  }
  return 0;
}

/// Tries the usual causes of one fault in turn. Each function returns whether it found and reported its cause.
class Explainer {
 public:
  Explainer(const SourceFile& file, FileId id, std::uint32_t offset, std::string_view fault, Diagnostics& diagnostics)
      : file_(file),
        id_(id),
        offset_(std::min(offset, static_cast<std::uint32_t>(file.text().size()))),
        fault_(fault),
        line_(file.position(offset_).line),
        diagnostics_(diagnostics) {}

  void explain() {
    if (tab(line_) || reference() || escape() || first_character()) return;
    for (const std::uint32_t line : {line_above(file_, line_), line_}) {
      if (line != 0 && (fullwidth(line) || colon_space(line))) return;
    }
    if (opening_mark() || bracket() || quotation() || second_colon() || block_entry() || indentation()) return;
    diagnostics_.report(MessageId::yaml_syntax, here(), {fault_});
  }

 private:
  [[nodiscard]] bool mentions(std::string_view words) const { return fault_.find(words) != std::string_view::npos; }
  [[nodiscard]] Span here(std::uint32_t length = 1) const {
    return {id_, offset_, std::min(offset_ + length, static_cast<std::uint32_t>(file_.text().size()))};
  }
  [[nodiscard]] Span in_line(std::uint32_t line, std::size_t begin, std::size_t length) const {
    const auto at = file_.line_begin(line) + static_cast<std::uint32_t>(begin);
    return {id_, at,
            std::min(at + static_cast<std::uint32_t>(length), static_cast<std::uint32_t>(file_.text().size()))};
  }

  bool tab(std::uint32_t line) {
    const std::string_view text = file_.line(line);
    const std::size_t at = text.substr(0, text.find_first_not_of(" \t")).find('\t');
    if (at == std::string_view::npos) return false;
    diagnostics_.report(MessageId::yaml_tab, in_line(line, at, 1), {}, "indent with spaces");
    return true;
  }

  bool reference() {
    if (!mentions("anchor is not defined") && !mentions("alias")) return false;
    const std::string_view rest = file_.text().substr(offset_);
    const std::size_t end = std::min(rest.find_first_of(" \t\r\n,]}"), rest.size());
    diagnostics_.report(MessageId::yaml_anchor_unknown, here(static_cast<std::uint32_t>(end)), {rest.substr(0, end)},
                        "put the text in quotation marks, or write it below `|`");
    return true;
  }

  bool escape() {
    constexpr std::string_view words = "unknown escape character: ";
    if (!mentions(words)) return false;
    const std::size_t slash = file_.text().rfind('\\', offset_);
    const Span span = slash == std::string_view::npos
                          ? here()
                          : Span{id_, static_cast<std::uint32_t>(slash),
                                 static_cast<std::uint32_t>(std::min(slash + 2, file_.text().size()))};
    diagnostics_.report(MessageId::yaml_escape_unknown, span, {fault_.substr(words.size())},
                        "write \\\\ for a backslash, or put the text in single quotation marks");
    return true;
  }

  bool first_character() {
    if (!mentions("unknown token") || offset_ >= file_.text().size()) return false;
    diagnostics_.report(MessageId::yaml_first_character, here(), {file_.text().substr(offset_, 1)},
                        "put the whole text in quotation marks");
    return true;
  }

  bool fullwidth(std::uint32_t line) {
    const std::string_view text = file_.line(line);
    const std::size_t begin = content_begin(text);
    const std::string_view key = key_before_fullwidth_colon(text.substr(begin));
    if (key.empty() || !std::ranges::all_of(key, word_character)) return false;
    diagnostics_.report(MessageId::yaml_fullwidth_colon, in_line(line, begin + key.size(), fullwidth_colon.size()),
                        {key}, fmt::format("write `{}: ` with an ASCII colon and a space", key));
    return true;
  }

  bool colon_space(std::uint32_t line) {
    const std::string_view text = file_.line(line);
    const std::size_t begin = content_begin(text);
    std::size_t end = begin;
    while (end < text.size() && word_character(text[end])) ++end;
    if (end == begin || end + 1 >= text.size() || text[end] != ':' || text[end + 1] == ' ' || text[end + 1] == '/') {
      return false;
    }
    const std::string_view key = text.substr(begin, end - begin);
    diagnostics_.report(MessageId::yaml_colon_space, in_line(line, end, 1), {key}, fmt::format("write `{}: `", key));
    return true;
  }

  /// A text that begins with a mark such as `[文字](…)`: YAML reads a list, and fails at the text after it.
  bool opening_mark() {
    for (const std::uint32_t line : {line_, line_above(file_, line_)}) {
      if (line == 0) continue;
      const std::string_view text = file_.line(line);
      std::size_t at = content_begin(text);
      if (at < text.size() && text[at] != '[' && text[at] != '{') {
        const std::size_t colon = text.find(": ", at);
        at = colon == std::string_view::npos ? colon : text.find_first_not_of(' ', colon + 1);
      }
      if (at >= text.size() || (text[at] != '[' && text[at] != '{')) continue;
      int depth = 0;
      std::size_t end = at;
      do {
        if (text[end] == '[' || text[end] == '{') ++depth;
        if (text[end] == ']' || text[end] == '}') --depth;
        ++end;
      } while (depth > 0 && end < text.size());
      const std::size_t after = text.find_first_not_of(" \t\r", end);
      if (depth > 0 || after == std::string_view::npos || text[after] == '#' || text[after] == ',') continue;
      if (text[at] == '{' && text[after] == ':') continue;
      diagnostics_.report(MessageId::yaml_first_character, in_line(line, at, 1), {text.substr(at, 1)},
                          "put the whole text in quotation marks");
      return true;
    }
    return false;
  }

  bool bracket() {
    if (!mentions("flow")) return false;
    int round[2] = {0, 0};
    for (std::size_t at = std::min<std::size_t>(offset_, file_.text().size()); at-- > 0;) {
      const char c = file_.text()[at];
      if (c == ']' || c == '}') ++round[c == '}'];
      if ((c == '[' || c == '{') && --round[c == '{'] < 0) {
        const auto begin = static_cast<std::uint32_t>(at);
        diagnostics_.report(MessageId::yaml_bracket_open, {id_, begin, begin + 1}, {std::string_view(&c, 1)},
                            "close it, and put texts with , : [ ] { } in quotation marks");
        return true;
      }
    }
    return false;
  }

  /// A value that begins with a quotation mark and continues after the closing one, or has no closing one.
  bool quotation() {
    for (const std::uint32_t line : {line_, line_above(file_, line_)}) {
      if (line == 0) continue;
      const std::string_view text = file_.line(line);
      const std::size_t colon = text.find(": ");
      std::size_t at = colon == std::string_view::npos ? content_begin(text) : text.find_first_not_of(' ', colon + 1);
      if (at == std::string_view::npos || at >= text.size() || (text[at] != '"' && text[at] != '\'')) continue;
      const std::size_t end = text.find(text[at], at + 1);
      if (end != std::string_view::npos && text.find_first_not_of(" \t,]}#", end + 1) == std::string_view::npos)
        continue;
      if (end == std::string_view::npos) {
        diagnostics_.report(MessageId::yaml_quote_open, in_line(line, at, 1), {},
                            "close it with the same mark, or write the text below `|`");
      } else {
        diagnostics_.report(MessageId::yaml_syntax, in_line(line, end + 1, 1),
                            {"text after the closing quotation mark"},
                            "put the whole text in quotation marks, or write it below `|`");
      }
      return true;
    }
    return false;
  }

  bool second_colon() {
    if (!mentions("illegal map value")) return false;
    const std::string_view before = file_.line(line_).substr(0, offset_ - file_.line_begin(line_));
    if (before.find(": ") == std::string_view::npos) return false;
    diagnostics_.report(MessageId::yaml_colon_in_text, here(), {},
                        "put the text in quotation marks, or write it below `|`");
    return true;
  }

  bool block_entry() {
    if (!mentions("illegal block entry")) return false;
    diagnostics_.report(MessageId::yaml_syntax, here(), {"a list cannot begin on the line of its key"},
                        "begin the list on its own line, indented by two spaces");
    return true;
  }

  bool indentation() {
    if (!mentions("illegal map value") && !mentions("end of map not found") && !mentions("end of sequence not found"))
      return false;
    const std::string_view text = file_.line(line_);
    const std::size_t begin = content_begin(text);
    diagnostics_.report(MessageId::yaml_indentation,
                        in_line(line_, begin, std::max<std::size_t>(text.size() - begin, 1)), {},
                        "indent the line like its neighbors above");
    return true;
  }

  const SourceFile& file_;
  FileId id_;
  std::uint32_t offset_;
  std::string_view fault_;
  std::uint32_t line_;
  Diagnostics& diagnostics_;
};

}  // namespace

std::string_view key_before_fullwidth_colon(std::string_view text) {
  const std::size_t at = text.find(fullwidth_colon);
  if (at == std::string_view::npos || at == 0) return {};
  const std::string_view key = text.substr(0, at);
  constexpr std::size_t longest_key = 48;
  return key.size() <= longest_key && key.find_first_of(" :\t\n\"'") == std::string_view::npos ? key
                                                                                               : std::string_view{};
}

void explain_yaml_fault(const SourceFile& file, FileId id, std::uint32_t offset, std::string_view fault,
                        Diagnostics& diagnostics) {
  Explainer(file, id, offset, fault, diagnostics).explain();
}

}  // namespace banxin::source
