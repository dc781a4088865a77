#include "layout/contents_element.hpp"

#include <algorithm>
#include <limits>

namespace banxin::layout {

namespace {

/// Distance from the middle of a line to its baseline: the em box is 0.88 em above it and 0.12 em below.
constexpr double baseline_em = 0.38;
constexpr double gap_em = 0.5;              ///< between title, leader and page
constexpr double word_gap_em = 0.3;         ///< between the word for page and the page
constexpr double min_page_em = 1.4;         ///< page numbers are aligned at their end; short ones do not move the word
constexpr double level_indent_em = 1;       ///< of a level below another
constexpr const char* widest_page = "000";  ///< page numbers are unknown when titles are broken

const char* title_style(const ContentsEntry& entry) {
  return entry.level == 1 ? "contents-title" : "contents-headline";
}
const char* page_style(const ContentsEntry& entry) { return entry.level == 1 ? "contents-page" : "contents-headline"; }

}  // namespace

ContentsElement::ContentsElement(std::vector<ContentsEntry> entries, const Setting& setting, Axes axes, int first_level)
    : entries_(std::move(entries)), setting_(setting), axes_(axes), first_level_(first_level) {
  numbered_ = std::any_of(entries_.begin(), entries_.end(), [](const auto& entry) { return !entry.number.empty(); });
}

/// Titles are after the numbers, if there are any; deeper levels are indented.
Length ContentsElement::indent(const ContentsEntry& entry) const {
  const Length column = numbered_ ? setting_.styles().get("contents-number").padding.right : Length{};
  const int first_level = numbered_ ? 2 : first_level_;  // the number indents this level already
  return column +
         setting_.styles().get(title_style(entry)).text.size * level_indent_em * std::max(0, entry.level - first_level);
}

Length ContentsElement::page_space(const ContentsEntry& entry, Length page_width, Length word_width) const {
  const Length em = setting_.styles().get(title_style(entry)).text.size;
  Length space = std::max(page_width, em * min_page_em) + em * gap_em;
  if (word_width > Length{}) space += word_width + em * word_gap_em;
  return space;
}

std::vector<text::Line> ContentsElement::set_title(const ContentsEntry& entry, Length measure,
                                                   Diagnostics& diagnostics) const {
  const auto& style = setting_.styles().get(title_style(entry));
  text::Run run;
  run.text = entry.title;
  run.source = SourceMap{entry.span};
  run.style = style.text;
  run.node = entry.content;
  text::ParagraphStyle set;
  set.language = setting_.styled.document.lang.language;
  set.mode = axes_.mode;
  set.align = text::Align::start;
  set.em = style.text.size;
  set.leading = style.paragraph.leading;
  set.balance = true;
  set.hyphenate = false;
  std::vector<text::Run> runs;
  runs.push_back(std::move(run));
  return text::Paragraph::prepare(std::move(runs), set, setting_.fonts, diagnostics).lines(measure, diagnostics);
}

const ContentsElement::Titles& ContentsElement::titles(Length measure, Diagnostics& diagnostics) const {
  const auto known = titles_.find(measure);
  if (known != titles_.end()) return known->second;
  Titles made;
  const Length word = label({}, setting_.styled.term("page"), "contents-page-word", diagnostics).width;
  for (const ContentsEntry& entry : entries_) {
    const Length page = label({}, widest_page, page_style(entry), diagnostics).width;
    const Length left = indent(entry) + page_space(entry, page, entry.level == 1 ? word : Length{});
    made.push_back(set_title(entry, std::max(measure - left, Length::pt(1)), diagnostics));
  }
  return titles_.emplace(measure, std::move(made)).first->second;
}

Length ContentsElement::entry_depth(std::size_t index, Length measure) const {
  const ContentsEntry& entry = entries_[index];
  Diagnostics ignored;
  const auto lines = static_cast<std::int64_t>(titles(measure, ignored)[index].size());
  Length depth = setting_.styles().get(title_style(entry)).paragraph.leading * std::max<std::int64_t>(lines, 1);
  if (entry.level == 1 && !entry.second_title.empty())
    depth += setting_.styles().get("contents-second-title").paragraph.leading;
  return depth;
}

/// The space above an entry: `section_space` for sections, that of the style for other levels.
Length ContentsElement::space_above(std::size_t index, Length section_space) const {
  if (index == 0) return {};
  return entries_[index].level == 1 ? section_space : setting_.styles().get("contents-headline").space_before;
}

Length ContentsElement::max_depth(Length measure) const {
  Length total;
  const auto& entry_style = setting_.styles().get("contents-entry");
  const Length section_space = std::max(entry_style.space_before, entry_style.space_after);
  for (std::size_t i = 0; i < entries_.size(); ++i) total += entry_depth(i, measure) + space_above(i, section_space);
  return total;
}

std::string ContentsElement::page_of(const ContentsEntry& entry, const Constraints& constraints) const {
  const bool known = constraints.pages && entry.anchor < constraints.pages->size();
  return known ? (*constraints.pages)[entry.anchor] : std::string{};
}

text::Label ContentsElement::label(const ContentsEntry& entry, std::string_view text, const char* style,
                                   Diagnostics& diagnostics) const {
  return label_in(setting_.styled.document.lang.language, entry.content, text, setting_.styles().get(style).text,
                  entry.span, diagnostics);
}

text::Label ContentsElement::second_title(const ContentsEntry& entry, Diagnostics& diagnostics) const {
  text::TextStyle look = setting_.styles().get("contents-second-title").text;
  look.font.language = entry.second_language;
  return label_in(entry.second_language, entry.second_content, entry.second_title, look, entry.span, diagnostics);
}

text::Label ContentsElement::label_in(Language language, graphics::NodeId node, std::string_view text,
                                      text::TextStyle look, Span from, Diagnostics& diagnostics) const {
  if (text.empty()) return {};
  if (!axes_.vertical()) return text::set_label(text, look, language, setting_.fonts, diagnostics, from, node);
  text::Run run;
  run.text = std::string{text};
  run.source = SourceMap{from};
  run.style = look;
  run.node = node;
  text::ParagraphStyle set;
  set.language = language;
  set.mode = axes_.mode;
  set.align = text::Align::start;
  set.em = look.size;
  std::vector<text::Run> runs;
  runs.push_back(std::move(run));
  const auto one = text::Paragraph::prepare(std::move(runs), set, setting_.fonts, diagnostics);
  text::Label label;
  for (text::Line& line : one.lines(Length::units(std::numeric_limits<std::int32_t>::max()), diagnostics)) {
    graphics::append(label.items, std::move(line.items), {{}, label.width});
    label.width += line.width;
  }
  return label;
}

/// The origin of text of this size on a line with this middle: on the baseline, or on the center line of a column.
Point ContentsElement::on_line(Length along, Length middle, Length em) const {
  return axes_.vertical() ? axes_.offset(along, middle) : Point{along, middle + em * baseline_em};
}

void ContentsElement::leader(Piece& piece, Length from, Length to, Length middle, Length em) const {
  const auto& style = setting_.styles().get("contents-leader");
  if (to - from < style.text.size * 2) return;
  // Dots have the same positions in every line, independent of the title's length.
  const Length pitch = style.text.size * 0.5;
  const Length first = Length::units((from.count() / pitch.count() + 1) * pitch.count());
  graphics::Shape dots;
  dots.path.move_to(on_line(first, middle, em)).line_to(on_line(to, middle, em));
  graphics::Stroke stroke;
  stroke.paint.source = style.text.color;
  stroke.width = style.text.size * 0.12;
  stroke.cap = graphics::LineCap::round;
  stroke.dashes = {Length{}, pitch};
  dots.stroke = stroke;
  piece.items.push_back({.what = std::move(dots), .node = graphics::artifact, .span = span});
}

void ContentsElement::set_entry(Piece& piece, std::size_t index, const Constraints& constraints, Length top,
                                Diagnostics& diagnostics) const {
  const ContentsEntry& entry = entries_[index];
  const bool section = entry.level == 1;
  const auto& style = setting_.styles().get(title_style(entry));
  const Length em = style.text.size, leading = style.paragraph.leading, left = indent(entry);
  // In reading order: number, title, the word for page, the page, the second title.
  if (section && !entry.number.empty()) {
    auto number = label(entry, entry.number, "contents-number", diagnostics);
    const Length number_em = setting_.styles().get("contents-number").text.size;
    Point at = on_line({}, top + leading / 2, number_em);
    // The large number is aligned at the title's cap height.
    if (!axes_.vertical()) {
      const Length caps = label(entry, entry.title, title_style(entry), diagnostics).cap_height;
      at.y = on_line({}, top + leading / 2, em).y + number.cap_height - caps;
    }
    graphics::append(piece.items, std::move(number.items), at);
  }
  const auto& lines = titles(constraints.measure, diagnostics)[index];
  Length middle = top + leading / 2, end = left;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i > 0) middle += leading;
    graphics::DisplayList items = lines[i].items;
    graphics::append(piece.items, std::move(items), on_line(left, middle, em));
    end = left + lines[i].width;
  }
  const auto& page_text = setting_.styles().get(page_style(entry)).text;
  auto page = label(entry, page_of(entry, constraints), page_style(entry), diagnostics);
  const std::string word = section ? setting_.styled.term("page") : std::string{};
  auto page_word = label(entry, word.empty() ? word : word + " ", "contents-page-word", diagnostics);
  const Length word_left =
      constraints.measure - std::max(page.width, em * min_page_em) - page_word.width - em * word_gap_em;
  leader(piece, end + em * gap_em, word_left - em * gap_em, middle, em);
  const Length on_axis = axes_.vertical() ? page_text.size : em;  // on the title's baseline
  graphics::append(piece.items, std::move(page_word.items), on_line(word_left, middle, on_axis));
  graphics::append(piece.items, std::move(page.items), on_line(constraints.measure - page.width, middle, on_axis));
  if (!section) return;
  const auto& second_style = setting_.styles().get("contents-second-title");
  auto second = second_title(entry, diagnostics);
  graphics::append(piece.items, std::move(second.items),
                   on_line(left, middle + leading / 2 + second_style.paragraph.leading / 2, second_style.text.size));
}

Piece ContentsElement::place(const Constraints& constraints, const Break& from, Diagnostics& diagnostics) const {
  const auto& entry_style = setting_.styles().get("contents-entry");
  const Length grid = std::max(setting_.grid(), Length::units(1));
  Length section_space = entry_style.space_before;
  Length natural;
  std::int64_t gaps = 0;  // above each section but the first
  for (std::size_t i = from.position; i < entries_.size(); ++i) {
    natural += entry_depth(i, constraints.measure);
    if (i == from.position) continue;
    natural += space_above(i, Length{});
    if (entries_[i].level == 1) ++gaps;
  }
  // Add whole lines, so that titles stay on the grid.
  if (constraints.fill && gaps > 0) {
    const Length spare = (*constraints.fill - natural) / gaps;
    section_space = std::clamp(Length::units(spare.count() - spare.count() % grid.count()), section_space,
                               std::max(section_space, entry_style.space_after));
  }
  Piece piece;
  Length top;
  for (std::size_t i = from.position; i < entries_.size(); ++i) {
    const Length above = i > from.position ? space_above(i, section_space) : Length{};
    const Length depth = entry_depth(i, constraints.measure);
    // A section is not separated from its first headline.
    const bool leads = entries_[i].level == 1 && i + 1 < entries_.size() && entries_[i + 1].level > 1;
    const Length needed =
        above + depth +
        (leads ? space_above(i + 1, section_space) + entry_depth(i + 1, constraints.measure) : Length{});
    if (top + needed > constraints.depth && i == from.position && !constraints.at_top) {
      piece.placed = false;
      return piece;
    }
    if (top + needed > constraints.depth && i > from.position) {
      piece.rest = Break{i, nullptr};
      break;
    }
    const style::Rule& rule = entry_style.rule;
    if (!constraints.dry && i > from.position && entries_[i].level == 1 && rule.side != style::Rule::Side::none) {
      graphics::Shape line;
      line.path.rect(axes_.rect({}, top + above / 2 - rule.width / 2, constraints.measure, rule.width));
      line.fill = graphics::Paint{.source = rule.color};
      piece.items.push_back({.what = std::move(line), .node = graphics::artifact, .span = span});
    }
    top += above;
    if (!constraints.dry) {
      set_entry(piece, i, constraints, top, diagnostics);
      piece.links.push_back({entries_[i].link, axes_.rect({}, top, constraints.measure, depth)});
    }
    top += depth;
  }
  // Text after it is on the grid again, unless the page ends.
  const Length lines = Length::units((top.count() + grid.count() - 1) / grid.count() * grid.count());
  piece.depth = std::max(top, std::min(lines, constraints.depth));
  return piece;
}

}  // namespace banxin::layout
