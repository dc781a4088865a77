#include "pdf/font/usage.hpp"

#include <algorithm>

namespace banxin::pdf {
namespace {

constexpr std::uint32_t in_place = 0x80000000;

/// Top bit, length, bytes; a packed text is never 0.
std::uint32_t pack(std::string_view text) {
  std::uint32_t bytes = 0;
  for (const char c : text) bytes = bytes << 8 | static_cast<unsigned char>(c);
  return in_place | static_cast<std::uint32_t>(text.size()) << 24 | bytes;
}

std::string unpack(std::uint32_t packed) {
  std::string text(packed >> 24 & 3, '\0');
  for (auto at = text.rbegin(); at != text.rend(); ++at, packed >>= 8) *at = static_cast<char>(packed & 0xff);
  return text;
}

}  // namespace

bool FontUsage::note(std::uint16_t glyph, std::string_view text) {
  if (glyph >= slots_.size()) slots_.resize(std::max<std::size_t>(glyph + std::size_t{1}, slots_.size() * 2));
  std::uint32_t& slot = slots_[glyph];
  if (text.size() <= 3) {
    const std::uint32_t packed = pack(text);
    if (slot == 0) slot = packed;
    return slot == packed;
  }
  if (slot == 0) {
    texts_.emplace_back(text);
    slot = static_cast<std::uint32_t>(texts_.size());
    return true;
  }
  return (slot & in_place) == 0 && texts_[slot - 1] == text;
}

void FontUsage::merge(const FontUsage& other) {
  for (std::size_t glyph = 0; glyph < other.slots_.size(); ++glyph) {
    if (other.slots_[glyph] != 0)
      note(static_cast<std::uint16_t>(glyph), other.text(static_cast<std::uint16_t>(glyph)));
  }
}

std::string FontUsage::text(std::uint16_t glyph) const {
  const std::uint32_t slot = glyph < slots_.size() ? slots_[glyph] : 0;
  if (slot == 0) return {};
  return (slot & in_place) != 0 ? unpack(slot) : texts_[slot - 1];
}

std::vector<GlyphUse> FontUsage::glyphs() const {
  std::vector<GlyphUse> result;
  for (std::size_t glyph = 0; glyph < slots_.size(); ++glyph) {
    const auto id = static_cast<std::uint16_t>(glyph);
    if (slots_[glyph] != 0) result.push_back({id, text(id)});
  }
  return result;
}

}  // namespace banxin::pdf
