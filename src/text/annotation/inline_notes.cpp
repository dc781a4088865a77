#include "text/annotation/inline_notes.hpp"

#include <algorithm>

namespace banxin::text {
namespace {

std::int64_t length(const ShapedText& s, std::size_t begin, std::size_t end) {
  std::int64_t sum = 0;
  for (std::size_t i = begin; i < end; ++i) sum += s.clusters[i].advance;
  return sum;
}

void fold(ShapedText& s, std::size_t begin, std::size_t end, std::vector<BoxSpace>& box_spaces) {
  const std::int64_t total = length(s, begin, end);
  const std::size_t middle = fold_note(s, begin, end);
  const std::int64_t longer = std::max(length(s, begin, middle), length(s, middle, end));
  std::int64_t rest = total / 2;
  for (std::size_t i = begin; i < end; ++i) {
    Cluster& c = s.clusters[i];
    std::int64_t keep = c.advance / 2;
    rest -= keep;
    // The first half may be longer than the second by part of a character.
    if (i + 1 == end) keep += rest + longer - total / 2;
    BoxSpace m;
    m.cluster = static_cast<std::uint32_t>(i);
    m.trim_right = m.space_right = static_cast<std::int32_t>(c.advance - keep);
    box_spaces.push_back(m);
    c.flags = static_cast<std::uint8_t>(c.flags | Cluster::box_space);
    if (i + 1 == end) break;
    c.flags = static_cast<std::uint8_t>(c.flags | Cluster::unbroken);
    // A line takes an even number of characters, so that its part folds into two equal halves.
    if ((i - begin) % 2 == 0 && c.after != Break::forced) c.after = Break::none;
  }
}

}  // namespace

std::size_t fold_note(const ShapedText& s, std::size_t begin, std::size_t end) {
  const std::int64_t total = length(s, begin, end);
  std::int64_t sum = 0;
  std::size_t i = begin;
  while (i < end && sum * 2 < total) sum += s.clusters[i++].advance;
  // No mark starts the second half, no opener ends the first; the halves differ by at most two characters.
  const auto character_class = [&](std::size_t k) { return s.clusters[k].character_class; };
  if (i < end && (is_pause(character_class(i)) || character_class(i) == CharacterClass::closer)) return i + 1;
  if (i > begin + 1 && i < end && character_class(i - 1) == CharacterClass::opener) return i - 1;
  return i;
}

void prepare_inline_notes(ShapedText& s) {
  const bool any = std::any_of(s.runs.begin(), s.runs.end(), [](const Run& r) { return r.inline_note; });
  if (!any) return;
  std::vector<BoxSpace> box_spaces;
  for (std::size_t i = 0; i < s.clusters.size();) {
    const std::uint32_t run = s.glyph_styles[s.clusters[i].glyph_style].run;
    std::size_t end = i + 1;
    while (end < s.clusters.size() && s.glyph_styles[s.clusters[end].glyph_style].run == run) ++end;
    if (s.runs[run].inline_note) fold(s, i, end, box_spaces);
    i = end;
  }
  std::vector<BoxSpace> all;
  all.reserve(s.box_spaces.size() + box_spaces.size());
  std::merge(s.box_spaces.begin(), s.box_spaces.end(), box_spaces.begin(), box_spaces.end(), std::back_inserter(all),
             [](const BoxSpace& a, const BoxSpace& b) { return a.cluster < b.cluster; });
  s.box_spaces = std::move(all);
}

}  // namespace banxin::text
