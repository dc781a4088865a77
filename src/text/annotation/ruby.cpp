#include "text/annotation/ruby.hpp"

#include <algorithm>
#include <limits>
#include <sstream>

#include "text/characters/characters.hpp"
#include "text/paragraph.hpp"

namespace banxin::text {
namespace {

using C = CharacterClass;

constexpr double ruby_size = 0.5;        ///< of the base
constexpr double bopomofo_size = 0.3;    ///< CLREQ, Size of Bopomofo: about 30 % of the base
constexpr double bopomofo_width = 0.5;   ///< em of the column next to a base, with the tone mark
constexpr double ruby_gap = 0.05;        ///< between base and annotation
constexpr double syllable_space = 0.25;  ///< of the annotation's em, at least, between syllables

bool is_bopomofo(char32_t c) { return (c >= 0x3105 && c <= 0x312F) || (c >= 0x31A0 && c <= 0x31BF); }
bool is_tone(char32_t c) { return c == 0x02CA || c == 0x02C7 || c == 0x02CB || c == 0x02D9 || c == 0x02C9; }

std::vector<std::string> syllables(const std::string& text) {
  std::istringstream words{text};
  std::vector<std::string> out;
  for (std::string word; words >> word;) out.push_back(word);
  return out;
}

class RubySetter {
 public:
  RubySetter(ShapedText& shaped, Diagnostics& diagnostics) : s_(shaped), diagnostics_(diagnostics) {}

  void run() {
    std::size_t i = 0;
    while (i < s_.clusters.size()) {
      const std::uint32_t run = s_.glyph_styles[s_.clusters[i].glyph_style].run;
      std::size_t end = i + 1;
      while (end < s_.clusters.size() && s_.glyph_styles[s_.clusters[end].glyph_style].run == run) ++end;
      if (!s_.runs[run].ruby.empty()) annotate(s_.runs[run], i, end);
      i = end;
    }
    reserve_space();
  }

 private:
  void annotate(const Run& run, std::size_t begin, std::size_t end) {
    const std::vector<std::string> parts = syllables(run.ruby);
    std::vector<std::size_t> bases;
    for (std::size_t i = begin; i < end; ++i) {
      if (is_han(s_.clusters[i].character_class)) bases.push_back(i);
    }
    if (parts.empty()) return;
    if (parts.size() == bases.size()) {  // one syllable per character: the line may break between them
      for (std::size_t k = 0; k < parts.size(); ++k) add(run, parts[k], bases[k], 1);
    } else {
      for (std::size_t i = begin; i + 1 < end; ++i) s_.clusters[i].after = Break::none;
      add(run, run.ruby, begin, end - begin);
    }
  }

  void add(const Run& run, const std::string& text, std::size_t first, std::size_t count) {
    Characters characters;
    read_characters(repair_utf8(text), s_.style.language, characters);
    Ruby ruby;
    ruby.first = static_cast<std::uint32_t>(first);
    ruby.count = static_cast<std::uint32_t>(count);
    const bool bopomofo = std::any_of(characters.code.begin(), characters.code.end(), is_bopomofo);
    if (bopomofo && count == 1)
      set_bopomofo(run, text, characters, ruby);
    else
      set_line(run, text, ruby);
    s_.rubies.push_back(std::move(ruby));
  }

  [[nodiscard]] std::vector<Line> set(const Run& base, const std::string& text, double size, WritingMode mode) {
    Run run;
    run.text = text;
    run.style = base.style;
    run.style.size = base.style.size * size;
    run.style.emphasis = EmphasisMark::none;
    run.style.sideline = Sideline::none;
    run.style.tracking = Length{};
    run.node = base.ruby_node;
    run.source = base.source;
    ParagraphStyle style = s_.style;
    style.align = Align::start;
    style.indent = Length{};
    style.balance = style.hyphenate = false;
    style.mode = mode;
    const Paragraph p = Paragraph::prepare({run}, style, *s_.fonts, diagnostics_);
    return p.lines(Length::units(std::numeric_limits<std::int32_t>::max()), diagnostics_);
  }

  void set_line(const Run& run, const std::string& text, Ruby& ruby) {
    std::vector<Line> lines = set(run, text, ruby_size, s_.style.mode);
    Line& line = lines.front();
    ruby.width = line.width;
    ruby.ascent = line.ascent;
    ruby.descent = line.descent;
    const Point back = s_.vertical() ? Point{{}, -(line.width / 2)} : Point{-(line.width / 2), {}};
    graphics::translate(line.items, back);
    ruby.items = std::move(line.items);
  }

  /// Symbols one below the other, the tone mark at the upper right of the last, the dot of the neutral tone on top.
  void set_bopomofo(const Run& run, const std::string& text, const Characters& t, Ruby& ruby) {
    const Length size = run.style.size * bopomofo_size;
    std::size_t symbols = 0;
    for (const char32_t c : t.code) symbols += !is_tone(c);
    const Length top = -(size * static_cast<std::int64_t>(symbols)) / 2;
    std::size_t row = 0;
    for (std::size_t i = 0; i < t.size(); ++i) {
      const std::string one = text.substr(t.byte[i], t.byte[i + 1] - t.byte[i]);
      std::vector<Line> lines = set(run, one, bopomofo_size, WritingMode::horizontal);
      Line& line = lines.front();
      Point at{-(line.width / 2), top + size * static_cast<std::int64_t>(row) + size * 0.88};
      if (is_tone(t.code[i])) {
        if (t.code[i] == 0x02D9 && row == 0)
          at.y = top - size * 0.05;
        else
          at = {size * 0.45, top + size * (static_cast<double>(row) - 1) + size * 0.5};
      } else {
        ++row;
      }
      graphics::append(ruby.items, std::move(line.items), at);
    }
    ruby.width = size;
    ruby.beside = true;
  }

  /// The entry of a cluster, for the space that its annotation needs.
  BoxSpace& box_space_for(std::size_t cluster) {
    const auto it = std::lower_bound(s_.box_spaces.begin(), s_.box_spaces.end(), cluster,
                                     [](const BoxSpace& m, std::size_t at) { return m.cluster < at; });
    if (it != s_.box_spaces.end() && it->cluster == cluster) return *it;
    BoxSpace m;
    m.cluster = static_cast<std::uint32_t>(cluster);
    s_.clusters[cluster].flags |= Cluster::box_space;
    return *s_.box_spaces.insert(it, m);
  }

  /// `over_left` and `over_right` may overhang the neighbors inside a line.
  void pad(std::size_t cluster, std::int64_t left, std::int64_t right, std::int64_t over_left = 0,
           std::int64_t over_right = 0) {
    BoxSpace& m = box_space_for(cluster);
    m.annotated = true;
    m.space_left -= static_cast<std::int32_t>(left);
    m.trim_left -= static_cast<std::int32_t>(left - over_left);
    m.space_right -= static_cast<std::int32_t>(right);
    m.trim_right -= static_cast<std::int32_t>(right - over_right);
  }

  /// How far an annotation may overhang the neighbor `i`, which has no annotation (JLREQ 3.3.8).
  [[nodiscard]] std::int64_t overhang(std::size_t i, std::int64_t em) const {
    if (i >= s_.clusters.size() || !is_full_width(s_.clusters[i].character_class)) return 0;
    return em / 8;
  }

  void reserve_space() {
    for (std::size_t k = 0; k < s_.rubies.size(); ++k) {
      const Ruby& ruby = s_.rubies[k];
      const std::int64_t em = s_.em(s_.clusters[ruby.first]);
      if (ruby.beside) {  // in a vertical line it is in the gap between the lines
        if (!s_.vertical()) pad(ruby.first, 0, em * static_cast<int>(bopomofo_width * 100) / 100);
        continue;
      }
      std::int64_t base = 0;
      for (std::uint32_t i = 0; i < ruby.count; ++i) base += s_.clusters[ruby.first + i].advance;
      const auto half_space = static_cast<std::int64_t>(static_cast<double>(em) * ruby_size * syllable_space / 2);
      const bool before = k > 0 && s_.rubies[k - 1].first + s_.rubies[k - 1].count == ruby.first;
      const bool after = k + 1 < s_.rubies.size() && ruby.first + ruby.count == s_.rubies[k + 1].first;
      const std::int64_t side = (ruby.width.count() - base + 1) / 2;  // overhang on each side
      const std::int64_t left = std::max<std::int64_t>(0, side + (before ? half_space : 0));
      const std::int64_t right = std::max<std::int64_t>(0, side + (after ? half_space : 0));
      if (left == 0 && right == 0) continue;
      if (ruby.count == 1) {
        const std::int64_t over_left = before || ruby.first == 0 ? 0 : std::min(left, overhang(ruby.first - 1, em));
        const std::int64_t over_right = after ? 0 : std::min(right, overhang(ruby.first + 1, em));
        pad(ruby.first, left, right, over_left, over_right);
      } else {  // spread the base: half as much at its edges as between its characters
        const std::int64_t each = (left + right) / (std::int64_t{2} * ruby.count);
        for (std::uint32_t i = 0; i < ruby.count; ++i) pad(ruby.first + i, each, each);
      }
    }
  }

  ShapedText& s_;
  Diagnostics& diagnostics_;
};

}  // namespace

void prepare_ruby(ShapedText& shaped, Diagnostics& diagnostics) {
  const bool any = std::any_of(shaped.runs.begin(), shaped.runs.end(), [](const Run& r) { return !r.ruby.empty(); });
  if (any) RubySetter(shaped, diagnostics).run();
}

void place_ruby(const ShapedText& s, const Extent& extent, Line& line) {
  for (std::size_t k = 0; k < extent.clusters.size(); ++k) {
    const Extent::Place& first = extent.clusters[k];
    const auto it = std::lower_bound(s.rubies.begin(), s.rubies.end(), first.cluster,
                                     [](const Ruby& r, std::uint32_t at) { return r.first < at; });
    if (it == s.rubies.end() || it->first != first.cluster) continue;
    const Extent::Place& last = extent.clusters[std::min(extent.clusters.size(), k + it->count) - 1];
    const Length size = Length::units(s.em(s.clusters[it->first]));
    const Length middle = Length::units((first.center + last.center) / 2);
    Point at;
    if (it->beside) {  // the center of its column is 0.18 em beyond the base's box
      const Length out = size * 0.68;
      at = s.vertical() ? Point{out, middle} : Point{middle + out, -(size * 0.38)};
      if (s.vertical()) line.ascent = std::max(line.ascent, size);
    } else if (s.vertical()) {
      const Length out = size * (0.5 + ruby_gap) + it->descent;
      at = {out, middle};
      line.ascent = std::max(line.ascent, out + it->ascent);
    } else {
      const Length out = size * (0.88 + ruby_gap) + it->descent;
      at = {middle, -out};
      line.ascent = std::max(line.ascent, out + it->ascent);
    }
    graphics::DisplayList items = it->items;
    graphics::append(line.items, std::move(items), at);
  }
}

}  // namespace banxin::text
