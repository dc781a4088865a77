#include "layout/contents_element.hpp"

#include <algorithm>

namespace banxin::layout {

namespace {

constexpr int most_lines_per_section = 9;  ///< more air than this between entries reads as a hole
/// The baseline below the middle of a line: an em box stands 0.88 em above it and 0.12 em below.
constexpr double baseline_em = 0.38;

}  // namespace

ContentsElement::ContentsElement(std::vector<ContentsEntry> entries, const Setting& setting)
    : entries_(std::move(entries)), setting_(setting) {}

Length ContentsElement::entry_depth(const ContentsEntry& entry) const {
  const auto& style = setting_.styles().get(entry.level == 1 ? "contents-title" : "contents-headline");
  Length depth = style.paragraph.leading;
  if (entry.level == 1 && !entry.english.empty()) depth += setting_.styles().get("contents-english").paragraph.leading;
  return depth;
}

Length ContentsElement::most(Length /*measure*/) const {
  Length total;
  for (const auto& entry : entries_) {
    total += entry.level == 1 ? setting_.grid() * most_lines_per_section : entry_depth(entry);
  }
  return total;
}

std::string ContentsElement::page_of(const ContentsEntry& entry, const Offer& offer) const {
  const bool known = offer.pages && entry.anchor < offer.pages->size();
  return known ? (*offer.pages)[entry.anchor] : std::string{};
}

text::Label ContentsElement::label(const ContentsEntry& entry, std::string_view text, const char* style,
                                   Diagnostics& diagnostics) const {
  return text::set_label(text, setting_.styles().get(style).text, setting_.styled.document.language, setting_.fonts,
                         diagnostics, entry.span, entry.content);
}

void ContentsElement::leader(Piece& piece, Length from, Length to, Length baseline) const {
  const auto& style = setting_.styles().get("contents-leader");
  if (to - from < style.text.size * 2) return;
  // Dots that stand at the same places in every line, whatever the title's length.
  const Length pitch = style.text.size * 0.5;
  const Length first = Length::units((from.count() / pitch.count() + 1) * pitch.count());
  graphics::Shape dots;
  dots.path.move_to({first, baseline}).line_to({to, baseline});
  graphics::Stroke stroke;
  stroke.paint.source = style.text.colour;
  stroke.width = style.text.size * 0.12;
  stroke.cap = graphics::LineCap::round;
  stroke.dashes = {Length{}, pitch};
  dots.stroke = stroke;
  piece.items.push_back({.what = std::move(dots), .node = graphics::artifact, .span = span});
}

void ContentsElement::set_section(Piece& piece, const ContentsEntry& entry, const Offer& offer, Length top,
                                  Diagnostics& diagnostics) const {
  const auto& title_style = setting_.styles().get("contents-title");
  const auto& english_style = setting_.styles().get("contents-english");
  const Length baseline = top + title_style.paragraph.leading * 0.5 + title_style.text.size * baseline_em;
  const Length text_left = setting_.styles().get("contents-number").padding.right;
  // In reading order: number, title, the word for page, the page, the English line.
  auto number = label(entry, entry.number, "contents-number", diagnostics);
  auto title = label(entry, entry.title, "contents-title", diagnostics);
  auto page = label(entry, page_of(entry, offer), "contents-page", diagnostics);
  const std::string word = setting_.styled.term("page");
  auto page_word = label(entry, word.empty() ? word : word + " ", "contents-page-word", diagnostics);
  auto english = label(entry, entry.english, "contents-english", diagnostics);

  const Length gap = title_style.text.size * 0.5;
  const Length page_left = offer.measure - std::max(page.width, title_style.text.size * 1.4);
  const Length word_left = page_left - page_word.width - gap * 0.6;
  leader(piece, text_left + title.width + gap, word_left - gap, baseline);
  // The large number hangs from the title's cap line.
  const Length number_baseline = baseline + number.cap_height - title.cap_height;
  graphics::append(piece.items, std::move(number.items), {Length{}, number_baseline});
  graphics::append(piece.items, std::move(title.items), {text_left, baseline});
  graphics::append(piece.items, std::move(page_word.items), {word_left, baseline});
  graphics::append(piece.items, std::move(page.items), {offer.measure - page.width, baseline});
  const Length english_baseline = top + title_style.paragraph.leading + english_style.paragraph.leading * 0.5 +
                                  english_style.text.size * baseline_em;
  graphics::append(piece.items, std::move(english.items), {text_left, english_baseline});
}

void ContentsElement::set_headline(Piece& piece, const ContentsEntry& entry, const Offer& offer, Length top,
                                   Diagnostics& diagnostics) const {
  const auto& style = setting_.styles().get("contents-headline");
  const Length left = setting_.styles().get("contents-number").padding.right;
  const Length baseline = top + style.paragraph.leading * 0.5 + style.text.size * baseline_em;
  auto title = label(entry, entry.title, "contents-headline", diagnostics);
  auto page = label(entry, page_of(entry, offer), "contents-headline", diagnostics);
  graphics::append(piece.items, std::move(title.items), {left, baseline});
  graphics::append(piece.items, std::move(page.items), {offer.measure - page.width, baseline});
}

Piece ContentsElement::place(const Offer& offer, const Break& from, Diagnostics& diagnostics) const {
  Length natural;
  std::int64_t gaps = 0;  // below each section but the last
  for (std::size_t i = from.position; i < entries_.size(); ++i) {
    natural += entry_depth(entries_[i]);
    if (i + 1 < entries_.size() && entries_[i + 1].level == 1) ++gaps;
  }
  // Air below each section, in whole lines so that titles stay on the grid.
  Length air = setting_.grid();
  if (offer.fill && gaps > 0) {
    const Length spare = (*offer.fill - natural) / gaps;
    air = std::max(Length{}, Length::units(spare.count() - spare.count() % setting_.grid().count()));
  }
  const auto& rule = setting_.styles().get("contents-entry").rule;
  Piece piece;
  Length top;
  for (std::size_t i = from.position; i < entries_.size(); ++i) {
    const ContentsEntry& entry = entries_[i];
    const bool last_of_section = i + 1 == entries_.size() || entries_[i + 1].level == 1;
    const Length depth = entry_depth(entry);
    if (top + depth > offer.depth && i == from.position && !offer.at_top) {
      piece.placed = false;
      return piece;
    }
    if (top + depth > offer.depth && i > from.position) {
      piece.rest = Break{i, nullptr};
      break;
    }
    if (!offer.dry) {
      if (entry.level == 1) {
        set_section(piece, entry, offer, top, diagnostics);
      } else {
        set_headline(piece, entry, offer, top, diagnostics);
      }
      piece.links.push_back({entry.link, Rect{Length{}, top, offer.measure, depth}});
    }
    top += depth;
    if (last_of_section) {
      const bool last = i + 1 == entries_.size();
      if (!offer.dry && rule.side != style::Rule::Side::none && !last) {
        graphics::Shape line;
        line.path.rect({Length{}, top + air / 2 - rule.width / 2, offer.measure, rule.width});
        line.fill = graphics::Paint{.source = rule.colour};
        piece.items.push_back({.what = std::move(line), .node = graphics::artifact, .span = span});
      }
      if (!last) top += air;
    }
  }
  piece.depth = top;
  return piece;
}

}  // namespace banxin::layout
