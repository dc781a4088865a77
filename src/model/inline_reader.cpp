#include "model/inline_reader.hpp"

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <utility>

#include "model/inline_marks.hpp"
#include "model/line_join.hpp"

namespace banxin::model {

namespace {

using Mark = InlineMark::Kind;

constexpr int max_depth = 16;  // of nested marks; deeper ones are text

enum class LinkFault { none, nowhere, refused };

/// PDF viewers follow web, mail and telephone addresses, and ids within the document.
LinkFault link_fault(std::string_view target) {
  if (target.starts_with('#')) return target.size() > 1 ? LinkFault::none : LinkFault::nowhere;
  const std::size_t colon = target.find(':');
  if (colon == std::string_view::npos || target.find_first_of(" /?#") < colon) return LinkFault::nowhere;
  std::string scheme(target.substr(0, colon));
  for (char& c : scheme) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  const std::string_view rest = target.substr(colon + 1);
  if (scheme == "javascript" || scheme == "vbscript" || scheme == "file" || scheme == "data") return LinkFault::refused;
  if (scheme == "http" || scheme == "https") {
    return rest.starts_with("//") && rest.find_first_not_of('/') == 2 ? LinkFault::none : LinkFault::nowhere;
  }
  return (scheme == "mailto" || scheme == "tel") && !rest.empty() ? LinkFault::none : LinkFault::nowhere;
}

/// One paragraph: [begin, end) of the prose. Its line breaks are '\n', independent of the YAML style.
class Paragraph {
 public:
  Paragraph(std::string_view prose, const SourceMap& map, Diagnostics& diagnostics)
      : prose_(prose), map_(map), diagnostics_(diagnostics), marks_(prose, map, diagnostics) {}

  InlineText read(std::uint32_t begin, std::uint32_t end, Marks marks) {
    marks_.clear();
    if (marks == Marks::all) marks_.find(begin, end);
    if (marks == Marks::values) marks_.find_values(begin, end);
    InlineText result;
    result.span = map_.at(begin, end);
    out_ = &result;
    emit(begin, end, 0, marks_.size(), InlineRun{}, 0);
    if (marks == Marks::all) settle_spaces(result);
    return result;
  }

 private:
  /// Adds the runs of [begin, end) with the marks [first, last); `look` has the surrounding marks.
  void emit(std::uint32_t begin, std::uint32_t end, std::uint32_t first, std::uint32_t last, InlineRun look,
            int depth) {
    if (depth > max_depth) {
      put(begin, end, look);
      return;
    }
    marks_.pair_stars(first, last, begin, end);
    std::uint32_t at = begin;
    for (std::uint32_t i = first; i < last; ++i) {
      const InlineMark mark = marks_[i];
      const bool whole = mark.kind == Mark::escape || mark.kind == Mark::value || mark.kind == Mark::reference;
      if (mark.partner == InlineMark::none && !whole && !mark.strong && !mark.emphasis) continue;  // text
      put(at, mark.begin, look);
      at = mark.end;
      if (mark.kind == Mark::escape) {
        escaped(mark, look);
      } else if (mark.kind == Mark::value) {
        value(mark, look);
      } else if (mark.kind == Mark::reference) {
        reference(mark, look);
      } else if (mark.kind == Mark::star) {
        // One or two of three stars may be unpaired; those are text.
        const std::uint32_t used = (mark.strong ? 2u : 0u) + (mark.emphasis ? 1u : 0u);
        put(mark.begin, mark.end - used, look);
        look.strong = look.strong != mark.strong;
        look.emphasis = look.emphasis != mark.emphasis;
      } else {
        const InlineMark& closer = marks_[mark.partner];
        inside(mark, closer, i, look, depth);
        i = mark.partner;
        at = closer.end;
      }
    }
    put(at, end, look);
  }

  static bool has_sentence(const InlineText& text) {
    for (const InlineRun& run : text.runs) {
      for (const std::string_view end : {"。", "！", "？", "；"}) {
        if (run.text.find(end) != std::string::npos) return true;
      }
    }
    return false;
  }

  /// Drops spaces next to full-width punctuation, and gives one hint for those between Han characters.
  void settle_spaces(InlineText& text) {
    bool hinted = !has_sentence(text);  // in a line of labels the space may divide them
    for (std::size_t i = 0; i < text.runs.size(); ++i) {
      InlineRun& run = text.runs[i];
      if (run.text.find(' ') == std::string::npos) continue;
      const bool joined = i + 1 < text.runs.size() && !text.runs[i + 1].line_break;
      const std::string_view following = joined ? std::string_view(text.runs[i + 1].text) : std::string_view();
      const std::string_view preceding =
          i > 0 && !run.line_break ? std::string_view(text.runs[i - 1].text) : std::string_view();
      InlineRun kept = run;
      kept.text.clear();
      kept.source = {};
      kept.source.set_file(run.source.file());
      const std::string_view whole = run.text;
      for (std::size_t begin = 0; begin < whole.size();) {
        const bool space = whole[begin] == ' ';
        const std::size_t end =
            std::min(space ? whole.find_first_not_of(' ', begin) : whole.find(' ', begin), whole.size());
        if (space) {
          const std::string_view before = begin > 0 ? whole.substr(0, begin) : preceding;
          const std::string_view after = end < whole.size() ? whole.substr(end) : following;
          const TypedSpace kind = typed_space(before, after);
          if (kind == TypedSpace::between_han && !std::exchange(hinted, true)) {
            diagnostics_.report(MessageId::space_between_han,
                                run.source.at(static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)));
          }
          if (kind == TypedSpace::dropped) {
            begin = end;
            continue;
          }
        }
        kept.source.append(static_cast<std::uint32_t>(kept.text.size()), run.source, static_cast<std::uint32_t>(begin),
                           static_cast<std::uint32_t>(end));
        kept.text += whole.substr(begin, end - begin);
        begin = end;
      }
      if (kept.text.size() != run.text.size()) run = std::move(kept);
    }
  }

  void escaped(const InlineMark& mark, const InlineRun& look) {
    if (prose_[mark.begin + 1] == '\n') {
      trim();
      pending_break_ = false;
      forced_ = true;
    } else {
      add(mark.begin + 1, mark.end, look);
    }
  }

  [[nodiscard]] Expression expression(std::uint32_t begin, std::uint32_t end) const {
    Expression result;
    result.text = prose_.substr(begin, end - begin);
    result.map.append(0, map_, begin, end);
    result.span = map_.at(begin, end);
    return result;
  }

  /// Adds a run for the value, empty until the data stage knows it.
  void value(const InlineMark& mark, InlineRun look) {
    look.value = std::make_shared<const Expression>(expression(mark.begin + 2, mark.end - 2));
    look.line_break = forced_ && !out_->runs.empty();
    look.soft_break = pending_break_ && !out_->runs.empty();
    look.source.append(0, map_, mark.begin, mark.end);
    pending_break_ = forced_ = false;
    out_->runs.push_back(std::move(look));
    ended_ = true;
  }

  /// Adds a run for a reference, whose text is known when the blocks are numbered.
  void reference(const InlineMark& mark, InlineRun look) {
    std::string_view inside = prose_.substr(mark.begin + 2, mark.end - mark.begin - 3);
    while (!inside.empty() && is_white(inside.back())) inside.remove_suffix(1);
    const std::size_t space = inside.find_first_of(" \t\n");
    Reference reference;
    reference.id = inside.substr(0, space);
    reference.span = map_.at(mark.begin, mark.end);
    if (space != std::string_view::npos) {
      std::string_view part = inside.substr(space);
      while (is_white(part.front())) part.remove_prefix(1);
      if (part == "page" || part == "title") {
        reference.part = part == "page" ? Reference::Part::page : Reference::Part::title;
      } else if (part != "number") {
        diagnostics_.report(MessageId::reference_part, reference.span, {reference.id, part},
                            "parts are `page`, `title` and `number`");
      }
    }
    if (reference.id.empty()) {
      diagnostics_.report(MessageId::mark_empty, reference.span, {"{@}"}, "write the id of a block after @");
      return;
    }
    look.reference = std::make_shared<const Reference>(std::move(reference));
    look.link.clear();
    look.line_break = forced_ && !out_->runs.empty();
    look.soft_break = pending_break_ && !out_->runs.empty();
    look.source.append(0, map_, mark.begin, mark.end);
    pending_break_ = forced_ = false;
    out_->runs.push_back(std::move(look));
    ended_ = true;
  }

  /// The words are the text added after the first `runs` runs, and after `bytes` bytes of the last of these.
  void checked(const InlineMark& opener, const InlineMark& closer, std::size_t runs, std::size_t bytes) {
    CheckedWords check;
    if (runs > 0) check.words = out_->runs[runs - 1].text.substr(bytes);
    for (std::size_t i = runs; i < out_->runs.size(); ++i) check.words += out_->runs[i].text;
    check.span = map_.at(opener.end, closer.begin);
    check.expression = expression(closer.begin + 3, closer.end - 1);
    out_->checks.push_back(std::move(check));
  }

  void inside(const InlineMark& opener, const InlineMark& closer, std::uint32_t index, InlineRun look, int depth) {
    const std::uint32_t begin = opener.end, end = closer.begin;
    const auto child = [&](const InlineRun& with) { emit(begin, end, index + 1, opener.partner, with, depth + 1); };
    if (begin == end) {
      diagnostics_.report(MessageId::mark_empty, map_.at(opener.begin, closer.end),
                          {prose_.substr(opener.begin, closer.end - opener.begin)}, "remove them");
      return;
    }
    switch (opener.kind) {
      case Mark::link: {
        look.link.clear();
        for (std::uint32_t i = closer.begin + 2; i + 1 < closer.end; ++i) {
          if (prose_[i] == '\\' && i + 2 < closer.end) ++i;
          look.link += prose_[i];
        }
        if (const LinkFault fault = link_fault(look.link); fault != LinkFault::none) {
          diagnostics_.report(fault == LinkFault::refused ? MessageId::link_refused : MessageId::link_nowhere,
                              map_.at(closer.begin, closer.end), {look.link},
                              "write a full address such as https://example.org, or # and the id of a block");
        }
        child(look);
        break;
      }
      case Mark::proper_noun:
        look.proper_noun = true;
        child(look);
        ended_ = true;  // neighboring names have separate lines, so each is a separate run
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
      case Mark::checked: {
        const std::size_t runs = out_->runs.size(), bytes = runs == 0 ? 0 : out_->runs.back().text.size();
        child(look);
        checked(opener, closer, runs, bytes);
        break;
      }
      case Mark::escape:
      case Mark::value:
      case Mark::reference:
      case Mark::star: break;
    }
  }

  /// Attaches a note to the run before it and ends that run.
  void attach(const InlineMark& opener, InlineRun look, std::shared_ptr<const InlineText> text) {
    const bool side = opener.kind == Mark::side_note;
    if (out_->runs.empty() || out_->runs.back().note || out_->runs.back().side_note || forced_) {
      look.line_break = forced_;
      forced_ = false;
      look.source.append(0, map_, opener.begin, opener.end);
      out_->runs.push_back(std::move(look));
    }
    (side ? out_->runs.back().side_note : out_->runs.back().note) = std::move(text);
    ended_ = true;
  }

  void ruby(const InlineMark& opener, const InlineMark& closer, InlineRun look) {
    std::string reading;
    for (std::uint32_t i = opener.bar + 1; i < closer.begin; ++i) {
      if (prose_[i] == '\\' && i + 1 < closer.begin && may_be_escaped(prose_[i + 1])) ++i;
      const char c = is_white(prose_[i]) ? ' ' : prose_[i];
      if (c == ' ' && (reading.empty() || reading.back() == ' ')) continue;
      reading += c;
    }
    if (reading.ends_with(' ')) reading.pop_back();
    look.ruby = reading;
    ended_ = true;
    const std::size_t runs = out_->runs.size();
    for (std::uint32_t i = opener.end; i < opener.bar;) {
      if (prose_[i] == '\\' && i + 1 < opener.bar && may_be_escaped(prose_[i + 1])) ++i;
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
                          {fmt::format("{}", syllables), counted(characters, "character", "characters")},
                          "write one syllable for each character, separated by spaces, or no spaces");
    }
  }

  /// Adds text that may have line breaks.
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

  /// Drops the spaces at the end of a line.
  void trim() {
    if (out_->runs.empty() || ended_ || pending_break_ || forced_) return;
    std::string& text = out_->runs.back().text;
    while (text.ends_with(' ')) text.pop_back();
  }

  /// Adds text without line breaks.
  void add(std::uint32_t begin, std::uint32_t end, const InlineRun& look) {
    if (pending_break_ || forced_ || (out_->runs.empty())) {
      while (begin < end && is_white(prose_[begin])) ++begin;
    }
    if (begin == end) return;
    bool blank = false, soft = false;
    if (pending_break_ && !out_->runs.empty()) {
      const InlineRun& before = out_->runs.back();
      soft = before.value != nullptr || before.reference != nullptr;
      blank = !soft && joins_with_space(before.text, prose_.substr(begin, end - begin));
      if (blank && !ended_) {
        out_->runs.back().text += ' ';
        blank = false;
      }
    }
    pending_break_ = false;
    if (out_->runs.empty() || forced_ || ended_ || !same_marks(out_->runs.back(), look)) {
      InlineRun run = look;
      run.line_break = forced_ && !out_->runs.empty();
      run.soft_break = soft;
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

  std::string_view prose_;
  const SourceMap& map_;
  Diagnostics& diagnostics_;
  InlineMarks marks_;
  InlineText* out_ = nullptr;
  bool pending_break_ = false;  ///< a line break of the file; the next text decides what it becomes
  bool forced_ = false;         ///< the next run begins with a forced break
  bool ended_ = false;          ///< the next text begins a new run
};

/// The text with '\n' for each line break, and '\f' where YAML folded an empty line.
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

/// The parts of the prose between empty lines, without white space at their ends.
std::vector<Piece> pieces(std::string_view prose) {
  std::vector<Piece> result;
  const auto add = [&](std::size_t begin, std::size_t end) {
    while (begin < end && (is_white(prose[begin]) || prose[begin] == '\f')) ++begin;
    while (end > begin && (is_white(prose[end - 1]) || prose[end - 1] == '\f')) --end;
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

std::vector<InlineText> read_paragraphs(source::YamlNode node, Marks marks, Diagnostics& diagnostics) {
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
  for (InlineText& paragraph : read_paragraphs(node, Marks::all, diagnostics)) {
    if (result.runs.empty()) {
      result = std::move(paragraph);
      continue;
    }
    if (!paragraph.runs.empty()) paragraph.runs.front().line_break = true;
    for (InlineRun& run : paragraph.runs) result.runs.push_back(std::move(run));
    for (CheckedWords& check : paragraph.checks) result.checks.push_back(std::move(check));
  }
  result.span = node.span();
  return result;
}

std::shared_ptr<const InlineText> read_values(source::YamlNode node, Diagnostics& diagnostics) {
  const std::string_view text = node.text();
  if (text.find("{{") == std::string_view::npos && text.find("]{=") == std::string_view::npos) return nullptr;
  const SourceMap map = node.map();
  auto result = std::make_shared<InlineText>(
      Paragraph(text, map, diagnostics).read(0, static_cast<std::uint32_t>(text.size()), Marks::values));
  result->span = node.span();
  return result;
}

}  // namespace banxin::model
