#include "text/justification/stretchable_space.hpp"

#include <algorithm>

namespace banxin::text {

using C = CharacterClass;

Step squeeze_step(CharacterClass c) {
  switch (c) {
    case C::interpunct: return Step::interpunct;
    case C::opener:
    case C::closer: return Step::bracket;
    case C::comma:
    case C::colon: return Step::comma;
    default: return Step::stop;
  }
}

std::int64_t space_squeeze(const ShapedText& s, const Cluster& c) {
  // An en or em space was typed for its width.
  if (std::int64_t{c.advance} * 5 >= s.em(c) * 2) return 0;
  return std::max<std::int64_t>(0, c.advance - s.em(c) / 4);
}
std::int64_t space_stretch(const ShapedText& s, const Cluster& c) {
  return std::max<std::int64_t>(0, s.em(c) / 2 - c.advance);
}
std::int64_t han_latin_squeeze(const ShapedText& s, const Cluster& c) {
  return std::max<std::int64_t>(0, han_latin_space(s, c) - s.em(c) / 8);
}
std::int64_t han_latin_stretch(const ShapedText& s, const Cluster& c) {
  return std::max<std::int64_t>(0, s.em(c) / 2 - han_latin_space(s, c));
}

bool may_stretch_between(const ShapedText& s, std::size_t i) {
  const Cluster& a = s.clusters[i];
  const Cluster& b = s.clusters[i + 1];
  const C x = a.character_class, y = b.character_class;
  if (x == C::ideograph && y == C::ideograph) return !a.has(Cluster::unbroken);
  if (!is_full_width(x) && !is_full_width(y)) return false;
  if (a.has(Cluster::han_latin) || a.has(Cluster::unbroken)) return false;
  if (x == C::space || y == C::space || x == C::forced_break || y == C::forced_break) return false;
  if (is_connector(x) || is_connector(y)) {
    // Two dashes are not a connector: space may be added next to them.
    const bool dash_x = x == C::dash && a.advance > s.em(a) * 3 / 2;
    const bool dash_y = y == C::dash && b.advance > s.em(b) * 3 / 2;
    if ((is_connector(x) && !dash_x) || (is_connector(y) && !dash_y)) return false;
  }
  if (x == C::ellipsis && y == C::ellipsis) return false;
  if (x == C::exclamation && y == C::exclamation) return false;
  // A number keeps its sign and its unit; a full-width number its digits.
  if (x == C::fullwidth_prefix || y == C::fullwidth_suffix) return false;
  if (x == C::fullwidth_digit && (y == C::fullwidth_digit || a.after == Break::none))
    return y != C::fullwidth_digit && !is_pause(y);
  if (y == C::fullwidth_digit && is_pause(x) && a.after == Break::none) return false;
  return true;
}

}  // namespace banxin::text
