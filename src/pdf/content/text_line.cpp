#include "pdf/content/text_line.hpp"

#include <algorithm>
#include <cmath>

namespace banxin::pdf {

namespace {

using semantics::NodeId;
using semantics::Role;

// Of the type size. Poppler ends a word at a gap or a step back of a tenth of an em; slightly less, for its rounding.
constexpr double splitting_gap = 0.095;
// A wider gap between two runs separates two texts (cells of a table, labels of a chart); justification may stretch a
// Han–Latin space up to it.
constexpr double widest_join = 0.75;
// Readers ignore a typed space that is narrower.
constexpr double narrowest_space = 0.17;
// Spans with at most this many cells between them are merged, since each marked-content sequence costs more.
constexpr std::size_t nearby = 16;
// Fewer cells do not repay an operator for their spacing.
constexpr std::size_t least_spaced = 6;

bool is_space(std::string_view text) {
  return text == " " || text == "\xC2\xA0" || text == "\xE3\x80\x80" || text == "\xE2\x80\xAF" ||
         (text.size() == 3 && text.substr(0, 2) == "\xE2\x80" && static_cast<unsigned char>(text[2]) <= 0x8A);
}

bool is_inline(Role role) {
  switch (role) {
    case Role::content:
    case Role::reference:
    case Role::link:
    case Role::span:
    case Role::emphasis:
    case Role::strong:
    case Role::ruby:
    case Role::ruby_base:
    case Role::ruby_text: return true;
    default: return false;
  }
}

NodeId block_of(NodeId node, const semantics::Tree& tree) {
  while (node != graphics::artifact && node < tree.size() && is_inline(tree[node].role)) node = tree[node].parent;
  return node;
}

double end_of(const Cell& cell) { return cell.pen.x.to_pt() + cell.glyph->width / 1000 * cell.run->size.to_pt(); }

bool plain(const Cell& cell) {
  return cell.run->mode == WritingMode::horizontal && cell.run->rotation == 0 && !cell.run->rtl;
}

// Are the neighbors `a` and `b` read as one word?
bool joinable(const Cell& a, const Cell& b, const semantics::Tree& tree) {
  if (b.continues || a.run == b.run) return true;
  if (a.run->reading_break_after || !plain(a) || !plain(b)) return false;
  if (a.node != b.node && block_of(a.node, tree) != block_of(b.node, tree)) return false;
  return b.pen.x.to_pt() - end_of(a) <= widest_join * std::max(a.run->size, b.run->size).to_pt();
}

bool splits(const Cell& a, const Cell& b) {
  if (!plain(a) || !plain(b) || is_space(a.text) || is_space(b.text)) return false;
  const double gap = b.pen.x.to_pt() - end_of(a);
  return std::abs(gap) > splitting_gap * std::min(a.run->size, b.run->size).to_pt();
}

// Do the ToUnicode entries of the cluster at `begin` give its text?
bool says_its_text(const std::vector<Cell>& cells, std::size_t begin, std::size_t end) {
  if (end == begin + 1) return cells[begin].glyph->text == cells[begin].text;
  std::string said;
  for (std::size_t i = begin; i < end; ++i) said += cells[i].glyph->text;
  return said == cells[begin].text;
}

}  // namespace

void append_cells(std::vector<Cell>& cells, const graphics::GlyphRun& run, NodeId node, const FontTable& fonts) {
  const FontEntry& font = fonts[run.face];
  thread_local std::vector<std::string_view> texts;
  cluster_texts(run, texts);
  for (std::size_t i = 0; i < run.glyphs.size(); ++i) {
    const graphics::Glyph& glyph = run.glyphs[i];
    const Point at{Length::units(glyph.x), Length::units(glyph.y)};
    cells.push_back({&run, node, &font.glyph(glyph.id), run.rotation == 0 ? run.origin + at : at, texts[i],
                     i > 0 && run.glyphs[i - 1].cluster == glyph.cluster});
  }
}

bool continues_line(const graphics::GlyphRun& before, const graphics::GlyphRun& run) {
  if (before.reading_break_after || before.rotation != 0 || run.rotation != 0 || before.mode != run.mode) return false;
  return run.mode == WritingMode::horizontal ? before.origin.y == run.origin.y : before.origin.x == run.origin.x;
}

double common_gap(const std::vector<Cell>& cells) {
  thread_local std::vector<double> gaps;
  gaps.clear();
  if (cells.size() < least_spaced || !plain(cells.front())) return 0;
  for (std::size_t i = 1; i < cells.size(); ++i) gaps.push_back(cells[i].pen.x.to_pt() - end_of(cells[i - 1]));
  const auto middle = gaps.begin() + static_cast<std::ptrdiff_t>(gaps.size() / 2);
  std::nth_element(gaps.begin(), middle, gaps.end());
  const double gap = *middle, step = cells.front().run->size.to_pt() / 1000;
  if (std::abs(gap) < step / 2) return 0;
  const auto same = std::count_if(gaps.begin(), gaps.end(), [&](double g) { return std::abs(g - gap) < step / 10; });
  // Five places, as in the file, so that the pen agrees with the reader.
  return same * 2 > static_cast<std::ptrdiff_t>(gaps.size()) ? std::round(gap * 1e5) / 1e5 : 0;
}

std::vector<ActualText> find_actual_text(const std::vector<Cell>& cells, const semantics::Tree& tree) {
  std::vector<ActualText> found;
  const auto add = [&](std::size_t begin, std::size_t end) {
    if (!found.empty() && begin <= found.back().end) {
      found.back().end = std::max(found.back().end, end);
    } else {
      found.push_back({begin, end, {}});
    }
  };
  for (std::size_t i = 0; i < cells.size();) {
    std::size_t end = i + 1;
    while (end < cells.size() && cells[end].continues) ++end;
    if (!says_its_text(cells, i, end)) add(i, end);
    if (end < cells.size()) {
      std::size_t after = end + 1;
      while (after < cells.size() && cells[after].continues) ++after;
      if (splits(cells[end - 1], cells[end]) && joinable(cells[end - 1], cells[end], tree)) {
        add(i, after);
      } else if (i > 0 && end == i + 1 && is_space(cells[i].text) && plain(cells[i - 1]) && plain(cells[end]) &&
                 cells[end].pen.x.to_pt() - end_of(cells[i - 1]) < narrowest_space * cells[i].run->size.to_pt() &&
                 joinable(cells[i - 1], cells[i], tree) && joinable(cells[i], cells[end], tree)) {
        add(i - 1, after);
      }
    }
    i = end;
  }
  std::vector<ActualText> merged;
  for (const ActualText& span : found) {
    bool join = !merged.empty() && span.begin - merged.back().end <= nearby;
    for (std::size_t i = join ? merged.back().end : span.begin; join && i <= span.begin; ++i) {
      join =
          joinable(cells[i - 1], cells[i], tree) && (i == span.begin || !is_space(cells[i].text)) && !cells[i].run->rtl;
    }
    if (join) {
      merged.back().end = span.end;
    } else {
      merged.push_back(span);
    }
  }
  for (ActualText& span : merged) {
    for (std::size_t i = span.begin; i < span.end; ++i) span.text += cells[i].text;
  }
  return merged;
}

}  // namespace banxin::pdf
