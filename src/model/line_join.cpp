#include "model/line_join.hpp"

#include <cstdint>

namespace banxin::model {

namespace {

enum class Side { han, full_width_punctuation, shared_punctuation, other };

char32_t first_character(std::string_view text) {
  if (text.empty()) return 0;
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) & 0x3Fu : 0u; };
  const auto lead = static_cast<unsigned char>(text[0]);
  if (lead < 0x80) return lead;
  if (lead < 0xE0) return (lead & 0x1Fu) << 6 | byte(1);
  if (lead < 0xF0) return (lead & 0x0Fu) << 12 | byte(1) << 6 | byte(2);
  return (lead & 0x07u) << 18 | byte(1) << 12 | byte(2) << 6 | byte(3);
}

char32_t last_character(std::string_view text) {
  std::size_t at = text.size();
  while (at > 0 && (static_cast<unsigned char>(text[at - 1]) & 0xC0) == 0x80) --at;
  return at == 0 ? 0 : first_character(text.substr(at - 1));
}

Side side_of(char32_t c) {
  const auto in = [c](char32_t low, char32_t high) { return c >= low && c <= high; };
  // Quotation marks, dash, ellipsis and middle dot are used in both scripts; the other side decides.
  if (c == 0x2018 || c == 0x2019 || c == 0x201C || c == 0x201D || c == 0x2014 || c == 0x2026 || c == 0xB7) {
    return Side::shared_punctuation;
  }
  if (in(0x3001, 0x3004) || in(0x3008, 0x3020) || c == 0x3030 || c == 0x303D || in(0xFF01, 0xFF0F) ||
      in(0xFF1A, 0xFF20) || in(0xFF3B, 0xFF40) || in(0xFF5B, 0xFF65) || in(0xFE10, 0xFE1F) || in(0xFE30, 0xFE4F) ||
      c == 0x3000) {
    return Side::full_width_punctuation;
  }
  if (in(0x2E80, 0x2FDF) || in(0x3005, 0x3007) || in(0x3021, 0x303F) || in(0x3040, 0x312F) || in(0x31A0, 0x31FF) ||
      in(0x3200, 0x4DBF) || in(0x4E00, 0x9FFF) || in(0xF900, 0xFAFF) || in(0xFF10, 0xFF19) || in(0xFF21, 0xFF3A) ||
      in(0xFF41, 0xFF5A) || in(0xFF66, 0xFF9F) || in(0x1AFF0, 0x1B16F) || in(0x20000, 0x3FFFD)) {
    return Side::han;
  }
  return Side::other;
}

}  // namespace

bool joins_with_space(std::string_view before, std::string_view after) {
  const Side a = side_of(last_character(before)), b = side_of(first_character(after));
  if (a == Side::full_width_punctuation || b == Side::full_width_punctuation) return false;
  return a == Side::other || b == Side::other;
}

TypedSpace typed_space(std::string_view before, std::string_view after) {
  const char32_t first = last_character(before), second = first_character(after);
  const Side a = side_of(first), b = side_of(second);
  if (first == 0 || second == 0 || first == 0x3000 || second == 0x3000) return TypedSpace::kept;
  if (a == Side::full_width_punctuation || b == Side::full_width_punctuation) return TypedSpace::dropped;
  return a == Side::han && b == Side::han ? TypedSpace::between_han : TypedSpace::kept;
}

}  // namespace banxin::model
