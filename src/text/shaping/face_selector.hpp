// Selects the face for each grapheme cluster from a fallback chain.
#pragma once

#include <vector>

#include "font/library.hpp"
#include "text/shaping/shape.hpp"

namespace banxin::text {

class FaceSelector {
 public:
  /// `chain` must not be empty; the arguments must outlive the selector.
  FaceSelector(const Characters& text, const CharacterFacts& facts, const font::Library& fonts,
               const std::vector<font::FaceId>& chain);

  /// The first face of the chain with Han, preferred for full-width characters; else the first face.
  [[nodiscard]] font::FaceId han_face() const { return han_face_; }
  /// The first face that has all of the grapheme cluster [begin, end), or else its first character. A combining mark
  /// that does not compose with its letter needs a face that attaches it.
  [[nodiscard]] font::FaceId select(std::size_t begin, std::size_t end) const;

 private:
  [[nodiscard]] bool has(font::FaceId id, std::size_t begin, std::size_t end) const;
  [[nodiscard]] bool has_loose_mark(std::size_t begin, std::size_t end) const;
  [[nodiscard]] bool attaches_marks(const font::Face& face, std::size_t begin, std::size_t end) const;

  const Characters& t_;
  const CharacterFacts& facts_;
  const font::Library& fonts_;
  const std::vector<font::FaceId>& chain_;
  font::FaceId han_face_;
};

/// The character whose glyph is shown for character `i`: a space for a tab, the vertical form in vertical text.
char32_t shown_character(const Characters& text, const CharacterFacts& facts, std::size_t i);

}  // namespace banxin::text
