// The glyphs of a face that no default feature affects. They need no shaper: the glyph is in cmap, the width in hmtx.
#pragma once

#include <memory>
#include <vector>

#include "core/language.hpp"
#include "font/face.hpp"

namespace banxin::text {

/// For Han text (script Hani, or Kana in Japanese) in one language and writing mode.
class UntouchedGlyphs {
 public:
  UntouchedGlyphs(const font::Face& face, Language language, WritingMode mode);
  [[nodiscard]] bool contains(std::uint16_t glyph) const {
    return glyph < touched_.size() * 64 && ((touched_[glyph / 64] >> (glyph % 64)) & 1) == 0;
  }
  /// Computed once per face and stored with it.
  static const UntouchedGlyphs& of(const font::Face& face, Language language, WritingMode mode);

 private:
  std::vector<std::uint64_t> touched_;
};

}  // namespace banxin::text
