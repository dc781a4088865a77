#include "pdf/font/table.hpp"

#include <algorithm>
#include <array>
#include <tuple>

#include "pdf/font/program.hpp"
#include "pdf/parallel.hpp"

namespace banxin::pdf {

namespace {

struct FaceUse {
  FontUsage usage;
  bool horizontal = false, vertical = false;
  Span span;
};

using Uses = std::map<graphics::FaceId, FaceUse>;

// Splits the text of a cluster among its glyphs if there is one character for each, as in a base letter with combining
// marks, so that each glyph has a ToUnicode entry.
void note_cluster(FontUsage& usage, const graphics::GlyphRun& run, std::size_t begin, std::size_t end,
                  std::string_view text) {
  std::vector<std::string_view> characters;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t next = i + 1;
    while (next < text.size() && (static_cast<unsigned char>(text[next]) & 0xC0) == 0x80) ++next;
    characters.push_back(text.substr(i, next - i));
    i = next;
  }
  const bool each = characters.size() == end - begin;
  for (std::size_t i = begin; i < end; ++i) {
    usage.note(run.glyphs[i].id, each ? characters[i - begin] : i == begin ? text : std::string_view{});
  }
}

void collect(const graphics::DisplayList& items, Uses& uses, std::vector<std::string_view>& texts) {
  FaceUse* last = nullptr;
  int last_face = -1;
  for (const graphics::Item& item : items) {
    if (const auto* group = std::get_if<std::shared_ptr<graphics::Group>>(&item.what)) {
      if (*group) collect((*group)->items, uses, texts);
      continue;
    }
    const auto* run = std::get_if<graphics::GlyphRun>(&item.what);
    if (!run) continue;
    if (run->face != last_face) {
      last = &uses[run->face];
      last_face = run->face;
    }
    if (!last->span.known()) last->span = item.span;
    (run->mode == WritingMode::vertical ? last->vertical : last->horizontal) = true;
    cluster_texts(*run, texts);
    for (std::size_t i = 0; i < run->glyphs.size();) {
      std::size_t end = i + 1;
      while (end < run->glyphs.size() && run->glyphs[end].cluster == run->glyphs[i].cluster) ++end;
      if (end == i + 1) {
        last->usage.note(run->glyphs[i].id, texts[i]);
      } else {
        note_cluster(last->usage, *run, i, end, texts[i]);
      }
      i = end;
    }
  }
}

}  // namespace

void cluster_texts(const graphics::GlyphRun& run, std::vector<std::string_view>& out) {
  const std::string_view text = run.text;
  const auto& glyphs = run.glyphs;
  out.assign(glyphs.size(), {});
  const auto piece = [text](std::size_t begin, std::size_t end) {
    while (end > begin && static_cast<unsigned char>(text[end - 1]) < 0x20) --end;
    return text.substr(begin, end - begin);
  };
  const bool logical =
      std::is_sorted(glyphs.begin(), glyphs.end(), [](const auto& a, const auto& b) { return a.cluster < b.cluster; });
  if (logical) {
    std::size_t begin = 0;  // the first cluster includes any text before it
    for (std::size_t i = 0; i < glyphs.size();) {
      std::size_t next = i + 1;
      while (next < glyphs.size() && glyphs[next].cluster == glyphs[i].cluster) ++next;
      const std::size_t end =
          next < glyphs.size() ? std::min<std::size_t>(glyphs[next].cluster, text.size()) : text.size();
      out[i] = piece(begin, end);
      begin = end;
      i = next;
    }
    return;
  }
  std::vector<std::uint32_t> starts;
  for (const auto& glyph : glyphs) starts.push_back(glyph.cluster);
  std::sort(starts.begin(), starts.end());
  starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
  for (std::size_t i = 0; i < glyphs.size(); ++i) {
    if (i > 0 && glyphs[i - 1].cluster == glyphs[i].cluster) continue;
    const auto next = std::upper_bound(starts.begin(), starts.end(), glyphs[i].cluster);
    const std::size_t begin = glyphs[i].cluster == starts.front() ? 0 : glyphs[i].cluster;
    const std::size_t end = next == starts.end() ? text.size() : *next;
    out[i] = piece(std::min(begin, text.size()), std::min(end, text.size()));
  }
}

FontTable::FontTable(const page::PagedDocument& document, const font::Library& fonts, unsigned threads) {
  std::vector<Uses> parts(std::max(threads, 1u));
  parallel_ranges(document.pages.size(), threads, [&](std::size_t begin, std::size_t end, unsigned worker) {
    std::vector<std::string_view> texts;
    for (std::size_t i = begin; i < end; ++i) {
      collect(document.pages[i].items, parts[worker], texts);
      collect(document.pages[i].slug, parts[worker], texts);
    }
  });
  // Workers have ascending ranges, so the first text of a glyph does not depend on their number.
  Uses& all = parts.front();
  for (std::size_t part = 1; part < parts.size(); ++part) {
    for (auto& [face, use] : parts[part]) {
      FaceUse& into = all[face];
      into.usage.merge(use.usage);
      into.horizontal |= use.horizontal;
      into.vertical |= use.vertical;
      if (!into.span.known()) into.span = use.span;
    }
  }
  for (auto& [id, use] : all) {
    FontEntry& entry = entries_.emplace(id, FontEntry(fonts.face(id))).first->second;
    entry.horizontal = use.horizontal;
    entry.vertical = use.vertical;
    entry.span = use.span;
    entry.uses = use.usage.glyphs();
    if (!entry.uses.empty()) entry.slots.resize(entry.uses.back().glyph + std::size_t{1});
    for (const GlyphUse& glyph : entry.uses) {
      entry.slots[glyph.glyph] = static_cast<std::uint16_t>(entry.glyphs.size());
      const double vertical_advance = use.vertical ? pdf_vertical_advance(*entry.face, glyph.glyph) : 0;
      entry.glyphs.push_back(
          {entry.cids.cid(glyph.glyph), pdf_width(*entry.face, glyph.glyph), vertical_advance, glyph.text});
    }
  }
}

}  // namespace banxin::pdf
