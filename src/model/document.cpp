#include "model/document.hpp"

#include <algorithm>

namespace banxin::model {

bool same_marks(const InlineRun& a, const InlineRun& b) {
  return a.strong == b.strong && a.emphasis == b.emphasis && a.proper_noun == b.proper_noun &&
         a.book_title == b.book_title && a.link == b.link && a.ruby == b.ruby && a.reference == b.reference;
}

std::string InlineText::plain() const {
  std::string result;
  for (const InlineRun& run : runs) {
    if (run.line_break && !result.empty()) result += '\n';
    result += run.text;
  }
  return result;
}

bool Chart::reconstructed() const {
  if (!groups.empty()) return provenance == Provenance::reconstructed;  // a landscape has items instead of data
  return std::ranges::any_of(series, [](const Series& one) {
    return std::ranges::any_of(one.data, [](const Datum& d) { return d.provenance == Provenance::reconstructed; });
  });
}

const Title* title_in(const Titles& titles, Language language) {
  const auto found = std::ranges::find_if(titles, [&](const Title& one) { return one.lang.language == language; });
  return found == titles.end() ? nullptr : &*found;
}

const Title* second_title(const Titles& titles, Language main) {
  const auto found = std::ranges::find_if(titles, [&](const Title& one) { return one.lang.language != main; });
  return found == titles.end() ? nullptr : &*found;
}

}  // namespace banxin::model
